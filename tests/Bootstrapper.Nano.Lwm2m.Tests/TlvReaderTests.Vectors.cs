using Bootstrapper.Lwm2m;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Lwm2m
{
    // The examples of LwM2M TS 7.4.5.
    public sealed partial class TlvReaderTests
    {
        [TestMethod]
        [DataRow(16)]
        [DataRow(256)]
        public void Read_Device_IsDecoded(int windowSize)
        {
            TlvReader reader = Walk.Over(Vectors.Device, windowSize);
            ExpectDevice(reader);
            Assert.AreEqual(-1, reader.InstanceId);
            Walk.End(reader);
        }

        [TestMethod]
        [DataRow(16)]
        [DataRow(256)]
        public void Read_DeviceInItsInstance_IsDecoded(int windowSize)
        {
            TlvReader reader = Walk.Over("080079" + Vectors.Device, windowSize);
            Walk.Instance(reader, 0, 121);
            ExpectDevice(reader);
            Assert.AreEqual(0, reader.InstanceId);
            Assert.AreEqual(121, reader.Offset);
            Walk.End(reader);
        }

        [TestMethod]
        public void Read_AccessControl_IsDecoded()
        {
            TlvReader reader = Walk.Over(Vectors.AccessControl, 16);
            Walk.Instance(reader, 0, 14);
            Walk.Number(reader, 0, 1, 1);
            Walk.Number(reader, 1, 1, 0);
            Walk.Multiple(reader, 2, 3);
            Walk.NumberInstance(reader, 127, 1, 7);
            Walk.Number(reader, 3, 1, 127);
            Walk.Instance(reader, 2, 18);
            Walk.Number(reader, 0, 1, 3);
            Walk.Number(reader, 1, 1, 0);
            Walk.Multiple(reader, 2, 7);
            Walk.NumberInstance(reader, 127, 1, 7);
            Walk.NumberInstance(reader, 310, 1, 1);
            Walk.Number(reader, 3, 1, 127);
            Walk.End(reader);
        }

        [TestMethod]
        public void Read_Server_IsDecoded()
        {
            TlvReader reader = Walk.Over(Vectors.Server, 16);
            Walk.Instance(reader, 0, 15);
            Walk.Number(reader, 0, 1, 1);
            Walk.Number(reader, 1, 4, 86400);
            Walk.Boolean(reader, 6, true);
            Walk.Text(reader, 7, "U");
            Walk.End(reader);
        }

        [TestMethod]
        public void Read_Links_IsDecoded()
        {
            TlvReader reader = Walk.Over(Vectors.Links, 16);
            Walk.Multiple(reader, 0, 12);
            Walk.ResourceInstance(reader, 0, 4);
            Walk.Link(reader, 66, 0);
            Walk.ResourceInstance(reader, 1, 4);
            Walk.Link(reader, 66, 1);
            Walk.Text(reader, 1, "8613800755500");
            Walk.Number(reader, 2, 4, 0x12345678);
            Walk.End(reader);
        }

        [TestMethod]
        public void Read_LinkTargets_IsDecoded()
        {
            TlvReader reader = Walk.Over(Vectors.LinkTargets, 16);
            Walk.Instance(reader, 0, 38);
            Walk.Text(reader, 0, "myService 1");
            Walk.Text(reader, 1, "Internet.15.234");
            Walk.Resource(reader, 2, 4);
            Walk.Link(reader, 67, 0);
            Walk.Instance(reader, 1, 38);
            Walk.Text(reader, 0, "myService 2");
            Walk.Text(reader, 1, "Internet.15.235");
            Walk.Resource(reader, 2, 4);
            Assert.IsTrue(reader.GetObjectLink().IsNull);
            Walk.End(reader);
        }

        [TestMethod]
        // A string takes one byte too many, so that 02 of the next header becomes an Object Instance.
        [DataRow(Vectors.DevicePrinted, 48)]
        // The instance ends inside resource 7, two bytes early; inside resource 2, three bytes early.
        [DataRow(Vectors.ServerPrinted, 15)]
        [DataRow(Vectors.LinkTargetsPrinted, 35)]
        // A resource instance beside resources.
        [DataRow(Vectors.C, 28)]
        [DataRow(Vectors.Zigzag, 5)]
        public void Read_ExampleWithAnError_IsRefused(string hex, int offset)
        {
            ExpectRefusal(hex, offset);
        }

        [TestMethod]
        // Where the whole may end: behind an entry at the top.
        [DataRow(Vectors.Device, "0 23 48 60 65 73 84 93 96 99 104 110 118 121")]
        [DataRow(Vectors.AccessControl, "0 17 38")]
        [DataRow(Vectors.Server, "0 18")]
        [DataRow(Vectors.Links, "0 15 31 37")]
        [DataRow(Vectors.LinkTargets, "0 41 82")]
        public void Read_EveryPrefix_IsRefusedUnlessComplete(string hex, string complete)
        {
            byte[] bytes = Hex.Bytes(hex);
            string ends = " " + complete + " ";
            TlvReader reader = new TlvReader(16);
            for (int length = 0; length <= bytes.Length; length++)
            {
                // The length says so.
                reader.Reset(new ByteArraySource(bytes), length);
                bool right = ends.IndexOf(" " + length.ToString() + " ") >= 0;
                Assert.AreEqual(right, IsRight(reader), "length " + length.ToString());

                // The source ends.
                byte[] prefix = new byte[length];
                System.Array.Copy(bytes, 0, prefix, 0, length);
                reader.Reset(new ByteArraySource(prefix), bytes.Length);
                if (length < bytes.Length)
                    Expect.Content(length, () => Walk.Trace(reader));
            }
        }

        [TestMethod]
        [DataRow(Vectors.AccessControl)]
        [DataRow(Vectors.Server)]
        [DataRow(Vectors.Links)]
        [DataRow(Vectors.Zigzag)]
        public void Read_AnyByteSetToAnyValue_IsReadOrRefused(string hex)
        {
            byte[] bytes = Hex.Bytes(hex);
            TlvReader reader = new TlvReader(16);
            for (int i = 0; i < bytes.Length; i++)
            {
                byte original = bytes[i];
                for (int value = 0; value < 256; value++)
                {
                    bytes[i] = (byte)value;
                    reader.Reset(new ByteArraySource(bytes), bytes.Length);
                    bool right = IsRight(reader);
                    if (value == original)
                        Assert.AreEqual(hex != Vectors.Zigzag, right);
                }

                bytes[i] = original;
            }
        }

        [TestMethod]
        [DataRow(Vectors.Device)]
        [DataRow(Vectors.AccessControl)]
        [DataRow(Vectors.LinkTargets)]
        public void Read_AnyPiecesAndWindows_GiveTheSameEntries(string hex)
        {
            byte[] bytes = Hex.Bytes(hex);
            string expected = Walk.Trace(Walk.Over(hex));
            int[] windows = new int[] { 16, 17, 21, 64, 256 };
            for (int w = 0; w < windows.Length; w++)
            {
                TlvReader reader = new TlvReader(windows[w]);
                for (int piece = 1; piece <= bytes.Length; piece++)
                {
                    reader.Reset(new PieceSource(bytes, piece), bytes.Length);
                    Assert.AreEqual(expected, Walk.Trace(reader), piece.ToString());
                }
            }
        }

        private static void ExpectDevice(TlvReader reader)
        {
            Walk.Text(reader, 0, "Open Mobile Alliance");
            Walk.Text(reader, 1, "Lightweight M2M Client");
            Walk.Text(reader, 2, "345000123");
            Walk.Text(reader, 3, "1.0");
            Walk.Multiple(reader, 6, 6);
            Walk.NumberInstance(reader, 0, 1, 1);
            Walk.NumberInstance(reader, 1, 1, 5);
            Walk.Multiple(reader, 7, 8);
            Walk.NumberInstance(reader, 0, 2, 3800);
            Walk.NumberInstance(reader, 1, 2, 5000);
            Walk.Multiple(reader, 8, 7);
            Walk.NumberInstance(reader, 0, 1, 125);
            Walk.NumberInstance(reader, 1, 2, 900);
            Walk.Number(reader, 9, 1, 100);
            Walk.Number(reader, 10, 1, 15);
            Walk.Multiple(reader, 11, 3);
            Walk.NumberInstance(reader, 0, 1, 0);
            Walk.Resource(reader, 13, 4);
            Assert.AreEqual(1367491215L, reader.GetTime());
            Walk.Text(reader, 14, "+02:00");
            Walk.Text(reader, 16, "U");
        }

        /// <summary>Walks to the end, which must come, and tells whether nothing was refused.</summary>
        private static bool IsRight(TlvReader reader)
        {
            try
            {
                int entries = 0;
                while (reader.Read())
                {
                    entries++;
                    Assert.IsTrue(entries <= 64, "no end");
                    if (reader.Remaining > 0)
                        reader.GetOpaque();
                }
            }
            catch (ContentException)
            {
                return false;
            }

            return true;
        }
    }
}
