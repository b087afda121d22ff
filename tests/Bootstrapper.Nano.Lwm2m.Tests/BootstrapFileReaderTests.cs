using System;
using Bootstrapper.Lwm2m;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Lwm2m
{
    [TestClass]
    public sealed partial class BootstrapFileReaderTests
    {
        [TestMethod]
        public void Constructor_WindowUnder16Bytes_IsRefused()
        {
            Expect.Throws(typeof(ArgumentOutOfRangeException), () => Assert.IsNotNull(new BootstrapFileReader(15)));
        }

        [TestMethod]
        public void Open_NoSource_IsRefused()
        {
            Expect.Throws(typeof(ArgumentNullException), () => new BootstrapFileReader().Open(null));
        }

        [TestMethod]
        public void ReadObject_NothingOpen_IsMisuse()
        {
            BootstrapFileReader file = new BootstrapFileReader();
            Expect.Throws(typeof(InvalidOperationException), () => file.ReadObject());
            Expect.Content(3, () => Open(file, "000000"));
            Expect.Throws(typeof(InvalidOperationException), () => file.ReadObject());
        }

        [TestMethod]
        [DataRow("FFFFFFFF")]
        [DataRow("FFFFFFFFFFFFFFFFFFFF")]
        public void Open_Erased_IsBlank(string hex)
        {
            BootstrapFileReader file = new BootstrapFileReader();
            Assert.IsFalse(Open(file, hex));
            Assert.AreEqual(0, file.ObjectCount);
            Assert.AreEqual(0, file.Size);
            Assert.IsFalse(file.ReadObject());
        }

        [TestMethod]
        [DataRow("00000000")]
        [DataRow("000000000000000000000000")]
        [DataRow("00000000FFFFFFFF")]
        public void Open_NoObjects_IsContent(string hex)
        {
            BootstrapFileReader file = new BootstrapFileReader();
            Assert.IsTrue(Open(file, hex));
            Assert.IsFalse(file.ReadObject());
            Assert.IsFalse(file.ReadObject());
        }

        [TestMethod]
        // Only a header of FF throughout is a blank file's.
        [DataRow("FFFF0000", 4)]
        [DataRow("FFFFFFFE00", 5)]
        [DataRow("0000FFFF", 4)]
        [DataRow("FFFEFFFF00", 5)]
        public void ReadObject_HeaderNearlyErased_IsRefused(string hex, int offset)
        {
            ExpectRefusal(hex, offset);
        }

        [TestMethod]
        public void ReadObject_Versions_AreImplicitOrTwoBytes()
        {
            BootstrapFileReader file = OpenContent("0005001C 0000000000 000101000000 001502050000 0002FFFF0000 FFFE000000");
            ExpectObject(file, 0, 4, 0);
            Assert.IsFalse(file.HasVersion);
            ExpectVersion(file, 0, 0);
            ExpectObject(file, 1, 9, 0);
            Assert.IsTrue(file.HasVersion);
            ExpectVersion(file, 1, 0);
            ExpectObject(file, 21, 15, 0);
            ExpectVersion(file, 2, 5);
            ExpectObject(file, 2, 21, 0);
            ExpectVersion(file, 255, 255);

            // The shortest record of all, at the very end: five bytes are enough for it.
            ExpectObject(file, 65534, 27, 0);
            ExpectVersion(file, 0, 0);
            Assert.IsFalse(file.HasVersion);
            Assert.IsFalse(file.ReadObject());
        }

        [TestMethod]
        // The header's own four bytes.
        [DataRow("", 0)]
        [DataRow("00", 1)]
        [DataRow("000100", 3)]
        // Size and count do not agree: a record missing, one too many, bytes behind the last.
        [DataRow("0001 0000", 4)]
        [DataRow("0002 0005 0000000000", 9)]
        [DataRow("0001 000A 0000000000 0001000000", 9)]
        [DataRow("0001 0006 0000000000 00", 9)]
        [DataRow("0000 0001 00", 4)]
        // A record's header goes beyond the size, though there are bytes to read there.
        [DataRow("0001 0004 0000000000", 4)]
        [DataRow("0001 0001 0000000000", 4)]
        [DataRow("0001 0005 0000010000 00", 4)]
        [DataRow("0002 0009 0000000000 00010000 00", 9)]
        // Its payload does.
        [DataRow("0001 0006 0000000002 00000000", 4)]
        [DataRow("0001 0005 000000FFFF", 4)]
        // LwM2M TS 7.3: 65535 is no Object ID.
        [DataRow("0001 0005 FFFF000000", 4)]
        [DataRow("0002 000B 0000000000 FFFF01000000", 9)]
        // A payload holds Object Instances only, and all of it.
        [DataRow("0001 0008 0000000003 C10001", 9)]
        [DataRow("0001 0007 0000000002 8000", 9)]
        [DataRow("0001 0008 0000000003 410001", 9)]
        [DataRow("0001 0009 0000000004 0000C000", 11)]
        [DataRow("0001 0006 0000000001 00", 9)]
        [DataRow("0001 0008 0000000003 000000", 11)]
        [DataRow("0001 0009 0000000004 0300C100", 9)]
        [DataRow("0001 0008 0000000003 20FFFF", 10)]
        // An entry of one record must not reach into the next.
        [DataRow("0002 000D 0000000003 0100 00 0001000000", 11)]
        [DataRow("0002 000C 0000000002 0500 0001000000", 9)]
        [DataRow(Vectors.C, 4)]
        [DataRow(Vectors.Zigzag, 4)]
        public void ReadObject_Malformed_IsRefused(string hex, int offset)
        {
            ExpectRefusal(hex, offset);
        }

        [TestMethod]
        public void ReadObject_RestOfTheObjectUnread_IsCheckedAllTheSame()
        {
            // The second instance's resource goes beyond it.
            const string Broken = "0002 0010 0000000008 0000 0301C20001 00 0001000000";
            ExpectRefusal(Broken, 13);

            BootstrapFileReader nothingRead = OpenContent(Broken);
            Assert.IsTrue(nothingRead.ReadObject());
            Expect.Content(13, () => nothingRead.ReadObject());
            Expect.Content(13, () => nothingRead.ReadObject());

            BootstrapFileReader partlyRead = OpenContent(Broken);
            Assert.IsTrue(partlyRead.ReadObject());
            Walk.Instance(partlyRead.Tlv, 0, 0);
            Expect.Content(13, () => partlyRead.ReadObject());
        }

        [TestMethod]
        public void ReadObject_SourceEndsInTheLastValue_SaysWhere()
        {
            // One resource of 80 bytes, of which the source has 79.
            byte[] start = Hex.Bytes("0001005B 0000000056 080053 C80050");
            BootstrapFileReader file = new BootstrapFileReader(16);
            file.Open(new PieceSource(start, 100, 79));
            ExpectObject(file, 0, 4, 86);
            Walk.Instance(file.Tlv, 0, 83);
            Walk.Resource(file.Tlv, 0, 80);
            Expect.Content(94, () => file.Tlv.Read());
            Expect.Content(94, () => file.ReadObject());
            Expect.Content(94, () => file.ReadObject());

            file.Open(new PieceSource(start, 100, 79));
            Assert.IsTrue(file.ReadObject());
            Expect.Content(94, () => file.ReadObject());

            PieceSource whole = new PieceSource(start, 100, 200);
            file.Open(whole);
            Assert.IsTrue(file.ReadObject());
            Assert.IsFalse(file.ReadObject());
            Assert.AreEqual(95, whole.Asked);
        }

        [TestMethod]
        public void ReadObject_ObjectPartlyRead_GoesOnWithTheNext()
        {
            BootstrapFileReader file = OpenContent(Vectors.A);
            ExpectObject(file, 0, 4, 94);
            Walk.Instance(file.Tlv, 1, 91);
            Walk.Resource(file.Tlv, 0, 34);
            Assert.AreEqual(10, file.Tlv.ReadValue(new byte[10], 0, 10));

            ExpectObject(file, 1, 103, 18);
            Walk.Instance(file.Tlv, 1, 15);
            Assert.AreEqual(108, file.Tlv.Offset);
            Assert.IsFalse(file.ReadObject());
        }

        [TestMethod]
        public void Tlv_BeforeAndBehindTheObjects_HasNoEntry()
        {
            BootstrapFileReader file = OpenContent(Vectors.A);
            Assert.IsFalse(file.Tlv.Read());
            Assert.IsTrue(file.ReadObject());
            Expect.Throws(typeof(InvalidOperationException), () => file.Tlv.GetOpaque());
            Assert.IsTrue(file.ReadObject());
            Assert.IsFalse(file.ReadObject());
            Assert.IsFalse(file.Tlv.Read());
        }

        [TestMethod]
        public void Open_Again_BeginsAnew()
        {
            BootstrapFileReader file = OpenContent(Vectors.A);
            Assert.IsTrue(file.ReadObject());
            Walk.Instance(file.Tlv, 1, 91);
            Walk.Resource(file.Tlv, 0, 34);
            Assert.AreEqual(34, file.Tlv.ReadValue(new byte[34], 0, 34));

            Assert.IsTrue(Open(file, Vectors.B));
            Assert.AreEqual(1, file.ObjectCount);
            ExpectObject(file, 0, 4, 49);
            Walk.Instance(file.Tlv, 0, 46);
            Walk.Text(file.Tlv, 0, "coap://leshan.eclipseprojects.io:5783");
            Assert.IsFalse(Open(file, "FFFFFFFF"));
            Assert.IsFalse(file.ReadObject());
        }

        [TestMethod]
        public void Open_ReadsTheHeaderAlone()
        {
            PieceSource source = new PieceSource(Hex.Bytes(Vectors.B), 100);
            BootstrapFileReader file = new BootstrapFileReader();
            file.Open(source);
            Assert.AreEqual(4, source.Asked);
        }

        [TestMethod]
        [DataRow(1)]
        [DataRow(7)]
        [DataRow(1000)]
        public void ReadObject_Padding_IsNeverAskedFor(int piece)
        {
            PieceSource source = new PieceSource(Hex.Bytes(Vectors.B), piece);
            BootstrapFileReader file = new BootstrapFileReader();
            file.Open(source);
            Walk.Trace(file);
            Assert.AreEqual(58, source.Asked);
        }

        [TestMethod]
        public void ReadObject_BlankFile_AsksForNothingMore()
        {
            PieceSource source = new PieceSource(Hex.Bytes("FFFFFFFFFFFF"), 100);
            BootstrapFileReader file = new BootstrapFileReader();
            file.Open(source);
            Assert.IsFalse(file.ReadObject());
            Assert.AreEqual(4, source.Asked);
        }

        private static bool Open(BootstrapFileReader file, string hex)
        {
            return file.Open(new ByteArraySource(Hex.Bytes(hex)));
        }

        private static BootstrapFileReader OpenContent(string hex, int windowSize = 256)
        {
            BootstrapFileReader file = new BootstrapFileReader(windowSize);
            Assert.IsTrue(Open(file, hex));
            return file;
        }

        private static void ExpectObject(BootstrapFileReader file, int objectId, int offset, int length)
        {
            Assert.IsTrue(file.ReadObject(), "no object, " + objectId.ToString() + " expected");
            Assert.AreEqual(objectId, file.ObjectId, "object");
            Assert.AreEqual(offset, file.Offset, "offset");
            Assert.AreEqual(length, file.Length, "length");
        }

        private static void ExpectVersion(BootstrapFileReader file, int major, int minor)
        {
            Assert.AreEqual(major, file.MajorVersion, "major version");
            Assert.AreEqual(minor, file.MinorVersion, "minor version");
        }

        /// <summary>Whether a consumer reads each entry or only the records, the file is refused for the same reason.</summary>
        private static void ExpectRefusal(string hex, int offset)
        {
            BootstrapFileReader file = new BootstrapFileReader(16);
            Expect.Content(offset, () =>
            {
                Open(file, hex);
                Walk.Trace(file);
            });
            Expect.Content(offset, () =>
            {
                Open(file, hex);
                while (file.ReadObject())
                {
                }
            });
        }
    }
}
