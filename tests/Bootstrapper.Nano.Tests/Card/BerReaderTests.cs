using Bootstrapper.Card;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    [TestClass]
    public sealed class BerReaderTests
    {
        [TestMethod]
        [DataRow("8002 0078", 0x80, 2, 2)]
        [DataRow("8000", 0x80, 2, 0)]
        [DataRow("808101 AA", 0x80, 3, 1)]
        [DataRow("80820001 AA", 0x80, 4, 1)]
        [DataRow("8083000001 AA", 0x80, 5, 1)]
        [DataRow("808400000001 AA", 0x80, 6, 1)]
        [DataRow("808100", 0x80, 3, 0)]
        [DataRow("1E01 AA", 0x1E, 2, 1)]
        [DataRow("7F2001 AA", 0x7F20, 3, 1)]
        [DataRow("5F5001 AA", 0x5F50, 3, 1)]
        [DataRow("1F7F01 AA", 0x1F7F, 3, 1)]
        [DataRow("7F812001 AA", 0x7F8120, 4, 1)]
        [DataRow("7F8120 8101 AA", 0x7F8120, 5, 1)]
        [DataRow("0000", 0x00, 2, 0)]
        public void Next_HeaderInEachForm_IsUnderstood(string hex, int tag, int valueOffset, int valueLength)
        {
            BerReader reader = Reader(hex);
            Assert.IsTrue(reader.Next());
            Assert.AreEqual(tag, reader.Tag);
            Assert.AreEqual(0, reader.Offset);
            Assert.AreEqual(valueOffset, reader.ValueOffset);
            Assert.AreEqual(valueLength, reader.ValueLength);
            Ends(reader);
        }

        [TestMethod]
        [DataRow(0x7F, "807F")]
        [DataRow(0x80, "808180")]
        [DataRow(0xFF, "8081FF")]
        [DataRow(0x100, "80820100")]
        [DataRow(0xFFFF, "8082FFFF")]
        [DataRow(0x10000, "8083010000")]
        public void Next_LongValue_IsUnderstood(int length, string header)
        {
            byte[] start = Hex.Bytes(header);
            byte[] bytes = new byte[start.Length + length];
            System.Array.Copy(start, 0, bytes, 0, start.Length);
            BerReader reader = new BerReader();
            reader.Reset(bytes, 0, bytes.Length);
            Assert.IsTrue(reader.Next());
            Assert.AreEqual(length, reader.ValueLength);
            Ends(reader);

            reader.Reset(bytes, 0, bytes.Length - 1);
            IsMalformedAt(reader, 0);
        }

        [TestMethod]
        [DataRow("80")]
        [DataRow("8001")]
        [DataRow("800201")]
        [DataRow("8080")]
        [DataRow("8080 0000")]
        [DataRow("8081")]
        [DataRow("808101")]
        [DataRow("80820001")]
        [DataRow("8084")]
        [DataRow("8084 7FFFFFFF")]
        [DataRow("8084 FFFFFFFF")]
        [DataRow("8084 80000000")]
        [DataRow("8085 0000000001 AA")]
        [DataRow("80FF")]
        [DataRow("1F")]
        [DataRow("1F81")]
        [DataRow("1F20")]
        [DataRow("1F8181 01 AA")]
        [DataRow("1F818101 01 AA")]
        [DataRow("FFFFFFFFFFFFFFFF")]
        public void Next_Malformed_EndsTheRow(string hex)
        {
            IsMalformedAt(Reader(hex), 0);

            BerReader second = Reader("0401AA" + hex);
            Assert.IsTrue(second.Next());
            IsMalformedAt(second, 3);
        }

        [TestMethod]
        public void Next_Nothing_IsTheEnd()
        {
            BerReader reader = Reader(string.Empty);
            Ends(reader);
            reader.Reset(null, 0, 0);
            Ends(reader);
        }

        [TestMethod]
        public void Next_PartOfABuffer_StaysInside()
        {
            byte[] bytes = Hex.Bytes("FFFF 8001AA 8101BB FF");
            BerReader reader = new BerReader();
            reader.Reset(bytes, 2, 6);
            Assert.IsTrue(reader.Next());
            Assert.AreEqual(2, reader.Offset);
            Assert.AreEqual(4, reader.ValueOffset);
            Assert.IsTrue(reader.Next());
            Assert.AreEqual(5, reader.Offset);
            Ends(reader);

            reader.Reset(bytes, 2, 5);
            Assert.IsTrue(reader.Next());
            IsMalformedAt(reader, 5);
        }

        // FCPs, an application template, an ODF, DODFs: of every truncation each whole element is found, then either the
        // end or a malformed one, and a truncated value never is.
        [TestMethod]
        [DataRow("622582027821840CA000000063504B43532D31358A01058B032F060CC60990014083010183010A")]
        [DataRow("621682024121830250318A01058B036F0602800200208800")]
        [DataRow("621B8202412183025031A5038001718A01058B036F0602800200388800")]
        [DataRow("621A8205422100300483022F008A01058B032F0601800200C08801F0")]
        [DataRow(Vectors.Dir1)]
        [DataRow("A706300404024407A506300404024404")]
        [DataRow(Vectors.DodfOk)]
        [DataRow(Vectors.DodfIdx)]
        public void Next_EveryTruncation_IsFoundOut(string hex)
        {
            byte[] bytes = Hex.Bytes(hex);
            BerReader outer = new BerReader();
            BerReader inner = new BerReader();
            for (int length = 1; length < bytes.Length; length++)
            {
                int end = 0;
                outer.Reset(bytes, 0, length);
                while (outer.Next())
                    end = outer.ValueOffset + outer.ValueLength;
                Assert.AreEqual(end != length, outer.IsMalformed, "length " + length.ToString());

                inner.Reset(bytes, 2, length < 2 ? 0 : length - 2);
                end = inner.Offset;
                while (inner.Next())
                {
                    Assert.AreEqual(end, inner.Offset, "elements stand in a row");
                    end = inner.ValueOffset + inner.ValueLength;
                    Assert.IsTrue(end <= length, "length " + length.ToString());
                }

                Assert.AreEqual(length >= 2 && end != length, inner.IsMalformed, "inner length " + length.ToString());
            }
        }

        [TestMethod]
        public void Enter_Value_HasItsElementsInOrder()
        {
            BerReader outer = Reader("621682024121830250318A01058B036F0602800200208800 FFFF");
            BerReader inner = new BerReader();
            Assert.IsTrue(outer.Next());
            inner.Enter(outer);
            int[] tags = { 0x82, 0x83, 0x8A, 0x8B, 0x80, 0x88 };
            for (int i = 0; i < tags.Length; i++)
            {
                Assert.IsTrue(inner.Next());
                Assert.AreEqual(tags[i], inner.Tag);
            }

            Assert.AreEqual(0, inner.ValueLength);
            Ends(inner);
        }

        [TestMethod]
        public void Enter_Itself_GoesDown()
        {
            BerReader reader = Reader("3004 0402 6432");
            Assert.IsTrue(reader.Next());
            reader.Enter(reader);
            Assert.IsTrue(reader.Next());
            Assert.AreEqual(0x04, reader.Tag);
            Expect.Bytes("6432", reader.CopyValue());
            Ends(reader);
        }

        [TestMethod]
        public void Find_Tag_SkipsOthersAndStopsAtTheEnd()
        {
            BerReader reader = Reader("8201AA 8001BB 8201CC");
            Assert.IsTrue(reader.Find(0x80));
            Expect.Bytes("BB", reader.CopyValue());
            Assert.IsTrue(reader.Find(0x82));
            Expect.Bytes("CC", reader.CopyValue());
            Assert.IsFalse(reader.Find(0x80));
            Assert.IsFalse(reader.IsMalformed);

            reader = Reader("8201AA 82058001BB");
            Assert.IsFalse(reader.Find(0x80));
            Assert.IsTrue(reader.IsMalformed);
        }

        [TestMethod]
        [DataRow("0603672B09", "672B09", true, true)]
        [DataRow("0603672B09", "672B", false, true)]
        [DataRow("0603672B09", "672B0901", false, false)]
        [DataRow("0603672B09", "672C09", false, false)]
        [DataRow("0603672B09", "", false, true)]
        [DataRow("0600", "", true, true)]
        [DataRow("0600", "67", false, false)]
        public void ValueEquals_AndStartsWith_CompareBytes(string hex, string expected, bool isEqual, bool isStart)
        {
            BerReader reader = Reader(hex);
            Assert.IsTrue(reader.Next());
            Assert.AreEqual(isEqual, reader.ValueEquals(Hex.Bytes(expected)));
            Assert.AreEqual(isStart, reader.ValueStartsWith(Hex.Bytes(expected)));
        }

        [TestMethod]
        [DataRow("0200", -1, -1)]
        [DataRow("020100", 0, 0)]
        [DataRow("02017A", 122, 122)]
        [DataRow("0202007A", 122, 122)]
        [DataRow("02017F", 127, 127)]
        [DataRow("020180", -1, 128)]
        [DataRow("02020080", 128, 128)]
        [DataRow("0201FF", -1, 255)]
        [DataRow("02027FFF", 32767, 32767)]
        [DataRow("02028000", -1, 32768)]
        [DataRow("0203008000", 32768, 32768)]
        [DataRow("02047FFFFFFF", 0x7FFFFFFF, 0x7FFFFFFF)]
        [DataRow("020480000000", -1, -1)]
        [DataRow("02050080000000", -1, -1)]
        [DataRow("02050100000000", -1, -1)]
        [DataRow("0206000000000102", 258, 258)]
        public void GetNumber_AndGetSize_HaveTheirRange(string hex, int number, int size)
        {
            BerReader reader = Reader(hex);
            Assert.IsTrue(reader.Next());
            Assert.AreEqual(number, reader.GetNumber());
            Assert.AreEqual(size, reader.GetSize());
        }

        private static BerReader Reader(string hex)
        {
            byte[] bytes = Hex.Bytes(hex);
            BerReader reader = new BerReader();
            reader.Reset(bytes, 0, bytes.Length);
            return reader;
        }

        private static void Ends(BerReader reader)
        {
            Assert.IsFalse(reader.Next());
            Assert.IsFalse(reader.Next());
            Assert.IsFalse(reader.IsMalformed);
        }

        private static void IsMalformedAt(BerReader reader, int offset)
        {
            Assert.IsFalse(reader.Next());
            Assert.IsFalse(reader.Next());
            Assert.IsTrue(reader.IsMalformed);
            Assert.AreEqual(offset, reader.Offset);
        }
    }
}
