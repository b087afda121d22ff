using Bootstrapper.Lwm2m;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Lwm2m
{
    public sealed partial class BootstrapFileReaderTests
    {
        [TestMethod]
        [DataRow(16)]
        [DataRow(256)]
        public void Read_A_IsDecoded(int windowSize)
        {
            BootstrapFileReader file = OpenContent(Vectors.A, windowSize);
            TlvReader tlv = file.Tlv;
            Assert.AreEqual(2, file.ObjectCount);
            Assert.AreEqual(122, file.Size);

            ExpectObject(file, 0, 4, 94);
            Assert.IsFalse(file.HasVersion);
            Walk.Instance(tlv, 1, 91);
            ExpectOffsets(tlv, 9, 12);
            Walk.Text(tlv, 0, "coaps://eu.iot.avsystem.cloud:5684");
            ExpectOffsets(tlv, 12, 15);
            Walk.Boolean(tlv, 1, false);
            ExpectOffsets(tlv, 49, 51);
            Walk.Number(tlv, 2, 1, 0);
            ExpectOffsets(tlv, 52, 54);
            Walk.Text(tlv, 3, "example-psk-identity");
            ExpectOffsets(tlv, 55, 58);
            Walk.Text(tlv, 5, "3x@mpl3P5K53cr3tK3y");
            ExpectOffsets(tlv, 78, 81);
            Walk.Number(tlv, 10, 1, 1);
            ExpectOffsets(tlv, 100, 102);
            Walk.End(tlv);

            ExpectObject(file, 1, 103, 18);
            Walk.Instance(tlv, 1, 15);
            ExpectOffsets(tlv, 108, 111);
            Walk.Number(tlv, 0, 1, 1);
            Walk.Number(tlv, 1, 4, 86400);
            ExpectOffsets(tlv, 114, 116);
            Walk.Boolean(tlv, 6, false);
            Walk.Text(tlv, 7, "U");
            ExpectOffsets(tlv, 123, 125);
            Walk.End(tlv);
            Assert.IsFalse(file.ReadObject());
        }

        [TestMethod]
        [DataRow(16)]
        [DataRow(256)]
        public void Read_B_IsDecoded(int windowSize)
        {
            BootstrapFileReader file = OpenContent(Vectors.B, windowSize);
            Assert.AreEqual(1, file.ObjectCount);
            Assert.AreEqual(54, file.Size);
            ExpectObject(file, 0, 4, 49);
            Walk.Instance(file.Tlv, 0, 46);
            Walk.Text(file.Tlv, 0, "coap://leshan.eclipseprojects.io:5783");
            Walk.Boolean(file.Tlv, 1, true);
            Walk.Number(file.Tlv, 2, 1, 3);
            Walk.End(file.Tlv);
            Assert.IsFalse(file.ReadObject());
        }

        [TestMethod]
        [DataRow(16)]
        [DataRow(256)]
        public void Read_AppendixF_IsDecoded(int windowSize)
        {
            BootstrapFileReader file = OpenContent(Vectors.AppendixF, windowSize);
            Assert.AreEqual(3, file.ObjectCount);
            Assert.AreEqual(712, file.Size);
            ExpectSecurity(file);
            ExpectServers(file);
            ExpectAccessControl(file);
            Assert.IsFalse(file.ReadObject());
        }

        [TestMethod]
        [DataRow(16)]
        [DataRow(256)]
        public void Read_Versions_IsDecoded(int windowSize)
        {
            BootstrapFileReader file = OpenContent(Vectors.Versions, windowSize);
            TlvReader tlv = file.Tlv;
            Assert.AreEqual(3, file.ObjectCount);
            Assert.AreEqual(101, file.Size);

            ExpectObject(file, 0, 4, 36);
            ExpectVersion(file, 1, 1);
            Walk.Instance(tlv, 0, 33);
            ExpectOffsets(tlv, 10, 13);
            Walk.Text(tlv, 0, "coap://10.0.0.1");
            Walk.Boolean(tlv, 1, false);
            Walk.Number(tlv, 2, 1, 3);
            Walk.Number(tlv, 10, 1, 1);
            Walk.Resource(tlv, 17, 4);
            Walk.Link(tlv, 21, 0);
            ExpectOffsets(tlv, 40, 42);
            Walk.End(tlv);

            ExpectObject(file, 1, 46, 16);
            ExpectVersion(file, 1, 1);
            Walk.Instance(tlv, 0, 13);
            Walk.Number(tlv, 0, 1, 1);
            Walk.Number(tlv, 1, 2, 300);
            Walk.Boolean(tlv, 6, false);
            Walk.Text(tlv, 7, "U");
            Walk.End(tlv);

            ExpectObject(file, 21, 68, 31);
            ExpectVersion(file, 2, 0);
            Walk.Instance(tlv, 0, 28);
            ExpectOffsets(tlv, 74, 77);
            Walk.Opaque(tlv, 0, "0102030405060708090A0B0C0D0E0F10");
            Walk.Opaque(tlv, 1, "01");
            Walk.Opaque(tlv, 2, "02");
            Walk.Number(tlv, 3, 1, 10);
            ExpectOffsets(tlv, 102, 104);
            Walk.End(tlv);
            Assert.IsFalse(file.ReadObject());
        }

        [TestMethod]
        [DataRow(Vectors.A, 126)]
        [DataRow(Vectors.B, 58)]
        [DataRow(Vectors.Versions, 105)]
        [DataRow(Vectors.AppendixF, 716)]
        public void Read_EveryPrefix_IsTruncatedUnlessAllContentIsThere(string hex, int content)
        {
            byte[] bytes = Hex.Bytes(hex);
            BootstrapFileReader file = new BootstrapFileReader(64);
            for (int length = 0; length <= bytes.Length; length++)
            {
                byte[] prefix = new byte[length];
                System.Array.Copy(bytes, 0, prefix, 0, length);
                if (length < content)
                    Expect.Content(length, () => Drain(file, prefix));
                else
                    Drain(file, prefix);
            }
        }

        [TestMethod]
        public void Read_AnyByteSetToAnyValue_IsReadOrRefused()
        {
            byte[] bytes = Hex.Bytes(Vectors.B);
            BootstrapFileReader file = new BootstrapFileReader(16);
            for (int i = 0; i < bytes.Length; i++)
            {
                byte original = bytes[i];
                for (int value = 0; value < 256; value++)
                {
                    bytes[i] = (byte)value;
                    bool refused = false;
                    try
                    {
                        Drain(file, bytes);
                    }
                    catch (ContentException)
                    {
                        refused = true;
                    }

                    // What the file's shape hangs on admits no other value; what is only a value here admits any.
                    if (value == original || (i >= 15 && i < 52) || i >= 58)
                        Assert.IsFalse(refused, i.ToString());
                    else if (i < 4 || i == 7 || i == 8 || i == 11)
                        Assert.IsTrue(refused, i.ToString());
                }

                bytes[i] = original;
            }
        }

        [TestMethod]
        [DataRow(Vectors.A)]
        [DataRow(Vectors.Versions)]
        public void Read_AnyPiecesAndWindows_GiveTheSameEntries(string hex)
        {
            byte[] bytes = Hex.Bytes(hex);
            string expected = Walk.Trace(OpenContent(hex));
            int[] windows = new int[] { 16, 17, 22, 64, 256 };
            for (int w = 0; w < windows.Length; w++)
            {
                BootstrapFileReader file = new BootstrapFileReader(windows[w]);
                for (int piece = 1; piece <= bytes.Length; piece++)
                {
                    file.Open(new PieceSource(bytes, piece));
                    Assert.AreEqual(expected, Walk.Trace(file), piece.ToString());
                }
            }
        }

        private static void ExpectSecurity(BootstrapFileReader file)
        {
            const string Identity = "b313cc22-f969-42ec-ad42";
            TlvReader tlv = file.Tlv;
            ExpectObject(file, 0, 4, 536);
            Assert.IsFalse(file.HasVersion);

            Walk.Instance(tlv, 0, 89);
            Walk.Text(tlv, 0, "coaps://bootstrap.example.com");
            Walk.Boolean(tlv, 1, true);
            Walk.Number(tlv, 2, 1, 0);
            Walk.Text(tlv, 3, Identity);
            Walk.Opaque(tlv, 4, "");
            Walk.Opaque(tlv, 5, "E129791359950CBB1C8C3C582913B551");
            Walk.Number(tlv, 11, 2, 3600);

            Walk.Instance(tlv, 1, 86);
            Walk.Text(tlv, 0, "coaps://server1.example.com");
            Walk.Boolean(tlv, 1, false);
            Walk.Number(tlv, 2, 1, 0);
            Walk.Text(tlv, 3, Identity);
            Walk.Opaque(tlv, 4, "");
            Walk.Opaque(tlv, 5, "1CA2028D7197C778E9AEF5EF69082BEA");
            Walk.Number(tlv, 10, 1, 101);

            // LwM2M TS 7.4.5: 351 bytes take a length field of 16 bits.
            Walk.Instance(tlv, 2, 351);
            Assert.AreEqual(4, tlv.ValueOffset - tlv.Offset);
            Walk.Text(tlv, 0, "coaps://server2.example.com");
            Walk.Boolean(tlv, 1, false);
            Walk.Number(tlv, 2, 1, 1);
            Walk.Opaque(tlv, 3,
                "3059301306072A8648CE3D020106082A8648CE3D03010703420004A09DCB1BC739E7F19AFA9ADCB1944968BFBA73EF" +
                "CEC29B50486EB44D1B29C193449970A3736830CB2BD5D7EC05D2BD1FC07B6DF5E48B54CE77A6A7229C3A91C2");
            Walk.Opaque(tlv, 4,
                "3059301306072A8648CE3D020106082A8648CE3D0301070342000482C773F378D30C2783A48EB811B96CF6A90694A8" +
                "564F1E7F6D366152F11698950F6F7C40CDA585334F837750A102F5BF25508CEB9E55DFC0F12A455199A4C960");
            Walk.Opaque(tlv, 5,
                "307702010104209F352DA16495748E146FCB5370B8E96D292CED5567A8FAE55A22BB67D91651B8A00A06082A8648CE" +
                "3D030107A14403420004A09DCB1BC739E7F19AFA9ADCB1944968BFBA73EFCEC29B50486EB44D1B29C193449970A373" +
                "6830CB2BD5D7EC05D2BD1FC07B6DF5E48B54CE77A6A7229C3A91C2");
            Walk.Number(tlv, 10, 1, 102);
            Walk.End(tlv);
        }

        private static void ExpectServers(BootstrapFileReader file)
        {
            TlvReader tlv = file.Tlv;
            ExpectObject(file, 1, 545, 64);
            Walk.Instance(tlv, 0, 29);
            Walk.Number(tlv, 0, 1, 101);
            Walk.Number(tlv, 1, 4, 86400);
            Walk.Number(tlv, 2, 2, 300);
            Walk.Number(tlv, 3, 2, 6000);
            Walk.Number(tlv, 5, 4, 86400);
            Walk.Boolean(tlv, 6, true);
            Walk.Text(tlv, 7, "U");
            Walk.Instance(tlv, 1, 29);
            Walk.Number(tlv, 0, 1, 102);
            Walk.Number(tlv, 1, 4, 86400);
            Walk.Number(tlv, 2, 1, 60);
            Walk.Number(tlv, 3, 2, 6000);
            Walk.Number(tlv, 5, 4, 86400);
            Walk.Boolean(tlv, 6, false);
            Walk.Text(tlv, 7, "UQ");
            Walk.End(tlv);
        }

        private static void ExpectAccessControl(BootstrapFileReader file)
        {
            TlvReader tlv = file.Tlv;
            ExpectObject(file, 2, 614, 97);
            ExpectEntry(tlv, 0, 14, 1, 0, 3);
            Walk.NumberInstance(tlv, 101, 1, 15);
            Walk.Number(tlv, 3, 1, 101);
            ExpectEntry(tlv, 1, 14, 1, 1, 3);
            Walk.NumberInstance(tlv, 102, 1, 15);
            Walk.Number(tlv, 3, 1, 102);
            ExpectEntry(tlv, 2, 17, 3, 0, 6);
            Walk.NumberInstance(tlv, 101, 1, 15);
            Walk.NumberInstance(tlv, 102, 1, 1);
            Walk.Number(tlv, 3, 1, 101);
            ExpectEntry(tlv, 3, 17, 4, 0, 6);
            Walk.NumberInstance(tlv, 101, 1, 1);
            Walk.NumberInstance(tlv, 0, 1, 1);
            Walk.Number(tlv, 3, 1, 101);

            Walk.Instance(tlv, 4, 20);
            Walk.Number(tlv, 0, 1, 5);
            Walk.Number(tlv, 1, 4, 65535);
            Walk.Multiple(tlv, 2, 3);
            Walk.NumberInstance(tlv, 101, 1, 16);
            Walk.Number(tlv, 3, 4, 65535);
            Walk.End(tlv);
        }

        private static void ExpectEntry(TlvReader tlv, int id, int length, int objectId, int instanceId, int rights)
        {
            Walk.Instance(tlv, id, length);
            Walk.Number(tlv, 0, 1, objectId);
            Walk.Number(tlv, 1, 1, instanceId);
            Walk.Multiple(tlv, 2, rights);
        }

        private static void ExpectOffsets(TlvReader tlv, int offset, int valueOffset)
        {
            Assert.AreEqual(offset, tlv.Offset, "offset");
            Assert.AreEqual(valueOffset, tlv.ValueOffset, "offset of the value");
        }

        private static void Drain(BootstrapFileReader file, byte[] bytes)
        {
            int entries = 0;
            if (!file.Open(new ByteArraySource(bytes)))
                return;

            while (file.ReadObject())
            {
                while (file.Tlv.Read())
                {
                    entries++;
                    Assert.IsTrue(entries < 1000, "no end");
                }
            }
        }
    }
}
