#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    public sealed partial class UiccFilesTests
    {
        [TestMethod]
        public void ReadBinary_KnownSize_NeverAsksBeyondTheEnd()
        {
            CardFixture card = WithOdf(
                OdfFcp,
                "01B0000018", Transcript.Data(0x18) + "9000",
                "01B0001808", Transcript.Data(8) + "9000");
            Assert.AreEqual(0x18, card.Files.ReadBinary(0, 0x18));
            Assert.AreEqual(8, card.Files.ReadBinary(0x18, 0x18));
            Assert.AreEqual(0, card.Files.ReadBinary(0x20, 0x18));
            Assert.AreEqual(0, card.Files.ReadBinary(0x7000, 0x18));
            card.Ends();
        }

        [TestMethod]
        public void ReadBinary_Data_AreInTheBuffer()
        {
            CardFixture card = WithOdf(OdfFcp, "01B0000003", "A1A2A39000");
            Assert.AreEqual(3, card.Files.ReadBinary(0, 3));
            Assert.AreEqual(0xA1, (int)card.Files.Buffer[0]);
            Assert.AreEqual(0xA3, (int)card.Files.Buffer[2]);
        }

        [TestMethod]
        [DataRow(0, 240, "01B00000F0")]
        [DataRow(0xFF, 1, "01B000FF01")]
        [DataRow(0x100, 128, "01B0010080")]
        [DataRow(0x1234, 255, "01B01234FF")]
        [DataRow(0x1234, 256, "01B0123400")]
        [DataRow(0x7F10, 240, "01B07F10F0")]
        [DataRow(0x7FFF, 1, "01B07FFF01")]
        public void ReadBinary_Offset_IsInP1AndP2(int offset, int count, string command)
        {
            CardFixture card = WithOdf("6205 8003008000", command, Transcript.Data(count) + "9000");
            Assert.AreEqual(count, card.Files.ReadBinary(offset, count));
            card.Ends();
        }

        [TestMethod]
        public void ReadBinary_BeyondWhatACommandAddresses_IsTheEnd()
        {
            // Bit 8 of P1 would make it a short file identifier.
            CardFixture card = WithOdf(string.Empty);
            Assert.AreEqual(0, card.Files.ReadBinary(0x8000, 16));
            Assert.AreEqual(0, card.Files.ReadBinary(0x7FFFFFFF, 16));
            card.Ends();
        }

        [TestMethod]
        public void ReadBinary_ShortAnswer_IsNotTheEnd()
        {
            CardFixture card = WithOdf(
                OdfFcp,
                "01B0000020", Transcript.Data(10) + "9000",
                "01B0000A16", Transcript.Data(22) + "910B");
            Assert.AreEqual(10, card.Files.ReadBinary(0, 0x20));
            Assert.AreEqual(22, card.Files.ReadBinary(10, 0x20));
            card.Ends();
        }

        [TestMethod]
        [DataRow(OdfFcp)]
        [DataRow("")]
        public void ReadBinary_EndOfFileBeforeLe_EndsTheFileThere(string fcp)
        {
            CardFixture card = WithOdf(fcp, "01B0000020", Transcript.Data(10) + "6282");
            Assert.AreEqual(10, card.Files.ReadBinary(0, 0x20));
            Assert.AreEqual(10, card.Files.Size);
            Assert.AreEqual(0, card.Files.ReadBinary(10, 0x20));
            card.Ends();
        }

        [TestMethod]
        public void ReadBinary_EndOfFileAndNoBytes_IsTheEnd()
        {
            CardFixture card = WithOdf(string.Empty, "01B0000020", "6282");
            Assert.AreEqual(0, card.Files.ReadBinary(0, 0x20));
            card.Ends();
        }

        [TestMethod]
        public void ReadBinary_NoBytesAtTheBeginningOfAFileThatHasSome_Throws()
        {
            CardFixture card = WithOdf("6204 80020020", "01B0000020", "6282");
            card.Throws(0x6282, "READ BINARY EF(ODF)", () => card.Files.ReadBinary(0, 0x20));
        }

        [TestMethod]
        public void ReadBinary_OffsetOutsideAFileOfUnknownSize_IsTheEnd()
        {
            CardFixture card = WithOdf(
                string.Empty,
                "01B0000020", Transcript.Data(0x20) + "9000",
                "01B0002020", "6B00");
            Assert.AreEqual(0x20, card.Files.ReadBinary(0, 0x20));
            Assert.AreEqual(0, card.Files.ReadBinary(0x20, 0x20));
            card.Ends();
        }

        [TestMethod]
        public void ReadBinary_FileShorterThanItsFcpSays_EndsWhereTheCardHasNoMore()
        {
            CardFixture card = WithOdf(
                "620480020040",
                "01B0000020", Transcript.Data(0x20) + "9000",
                "01B0002020", "6B00");
            Assert.AreEqual(0x20, card.Files.ReadBinary(0, 0x20));
            Assert.AreEqual(0, card.Files.ReadBinary(0x20, 0x20));
            Assert.AreEqual(0, card.Files.ReadBinary(0x20, 0x20));
            card.Ends();
        }

        [TestMethod]
        public void ReadBinary_ExactLengthTold_ReadsTheRest()
        {
            CardFixture card = WithOdf(
                string.Empty,
                "01B00000F0", "6C08",
                "01B0000008", Transcript.Data(8) + "9000");
            Assert.AreEqual(8, card.Files.ReadBinary(0, 240));
            card.Ends();
        }

        [TestMethod]
        [DataRow("6B00", 0x6B00)]
        [DataRow("9000", 0x9000)]
        [DataRow("910B", 0x910B)]
        [DataRow("A1A2A39000", 0x9000)]
        [DataRow("A1A26281", 0x6281)]
        [DataRow("A1A26200", 0x6200)]
        [DataRow("A1A263C1", 0x63C1)]
        [DataRow("6400", 0x6400)]
        [DataRow("6581", 0x6581)]
        [DataRow("6700", 0x6700)]
        [DataRow("6900", 0x6900)]
        [DataRow("6981", 0x6981)]
        [DataRow("6982", 0x6982)]
        [DataRow("6983", 0x6983)]
        [DataRow("6984", 0x6984)]
        [DataRow("6986", 0x6986)]
        [DataRow("6989", 0x6989)]
        [DataRow("6A82", 0x6A82)]
        [DataRow("6F00", 0x6F00)]
        [DataRow("9804", 0x9804)]
        public void ReadBinary_StatusWordThatStopsIt_Throws(string response, int statusWord)
        {
            CardFixture card = WithOdf(OdfFcp, "01B0000002", response);
            card.Throws(statusWord, "READ BINARY EF(ODF)", () => card.Files.ReadBinary(0, 2));
        }

        [TestMethod]
        public void ReadBinary_NoBytesAtUnknownSize_Throws()
        {
            CardFixture card = WithOdf(string.Empty, "01B0000002", "9000");
            card.Throws(0x9000, "READ BINARY EF(ODF)", () => card.Files.ReadBinary(0, 2));
        }

        [TestMethod]
        public void ReadBinary_AnswersThatAreShortForever_Throws()
        {
            CardFixture card = Transcript.OnChannel01(SelectOdf, "6204800200C8" + "9000");
            Assert.IsTrue(card.Files.Open(Hex.Bytes("5031"), "EF(X)"));
            for (int i = 0; i < 64; i++)
            {
                card.Card.Expect("01B0" + i.ToString("X4") + "0A", "009000");
                Assert.AreEqual(1, card.Files.ReadBinary(i, 10));
            }

            card.Card.Expect("01B000400A", "009000");
            card.Throws(0x9000, "READ BINARY EF(X)", () => card.Files.ReadBinary(64, 10));
        }
    }
}
