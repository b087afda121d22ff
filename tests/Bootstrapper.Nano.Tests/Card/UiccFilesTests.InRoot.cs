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
        public void OpenInRoot_TransparentFile_IsReadByShortIdentifierThenByOffset()
        {
            // EF(ICCID), SFI 02.
            CardFixture card = CardFixture.WithChannel("03");
            Transcript.Append(
                card,
                "03B082000A", "98105000000000000010" + "9000",
                "03B0000A02", "6B00");
            card.Files.OpenInRoot(0x2FE2, 0x02);
            Assert.AreEqual(10, card.Files.ReadBinary(0, 10));
            Assert.AreEqual(0x98, (int)card.Files.Buffer[0]);
            Assert.AreEqual(0, card.Files.ReadBinary(10, 2));
            card.Ends();
        }

        [TestMethod]
        public void OpenInRoot_NoShortIdentifier_IsSelected()
        {
            CardFixture card = WithEfIccid(
                "01B082000A", "6A82",
                "01A4080C022FE2", "9000",
                "01B000000A", "98105000000000000010" + "9000");
            Assert.AreEqual(10, card.Files.ReadBinary(0, 10));
            card.Ends();
        }

        [TestMethod]
        public void OpenInRoot_OffsetTooLargeForAShortIdentifier_IsSelected()
        {
            CardFixture card = WithEfIccid(
                "01A4080C022FE2", "9000",
                "01B0010010", Transcript.Data(16) + "9000");
            Assert.AreEqual(16, card.Files.ReadBinary(256, 16));
            card.Ends();
        }

        [TestMethod]
        public void OpenInRoot_NoSuchFile_IsEmpty()
        {
            CardFixture card = WithEfIccid(
                "01B082000A", "6A82",
                "01A4080C022FE2", "6A82");
            Assert.AreEqual(0, card.Files.ReadBinary(0, 10));
            card.Ends();
        }

        [TestMethod]
        public void OpenInRoot_ReadNotAllowed_Throws()
        {
            CardFixture card = WithEfIccid(
                "01B082000A", "6982",
                "01A4080C022FE2", "9000",
                "01B000000A", "6982");
            card.Throws(0x6982, "READ BINARY EF(2FE2)", () => card.Files.ReadBinary(0, 10));
        }

        [TestMethod]
        public void ReadRecord_ByShortIdentifier_SelectsNothing()
        {
            CardFixture card = WithEfDir(
                "01B201F400", "6C03",
                "01B201F403", "A1A2A39000",
                "01B2020403", "B1B2B39000",
                "01B2030403", "6A83");
            Assert.AreEqual(3, card.Files.ReadRecord(1));
            Assert.AreEqual(3, card.Files.ReadRecord(2));
            Assert.AreEqual(0xB1, (int)card.Files.Buffer[0]);
            Assert.AreEqual(0, card.Files.ReadRecord(3));
            card.Ends();
        }

        [TestMethod]
        public void ReadRecord_NoShortIdentifier_SelectsTheFile()
        {
            CardFixture card = WithEfDir(
                "01B201F400", "6A82",
                "01A40804022F0000", "621A8205422100300483022F008A01058B032F0601800200C08801F09000",
                "01B2010430", Transcript.Data(48) + "9000",
                "01B2020430", Transcript.Data(48) + "910B",
                "01B2030430", "6A83");
            HasRecords(card, 48, 48, 0);
        }

        [TestMethod]
        [DataRow("6282", 0x6282)]
        [DataRow("9000", 0x9000)]
        public void ReadRecord_NoBytes_Throws(string answer, int statusWord)
        {
            CardFixture card = WithEfDir(
                "01B201F400", "A1A2A39000",
                "01B2020403", answer);
            card.Files.ReadRecord(1);
            card.Throws(statusWord, "READ RECORD EF(2F00)", () => card.Files.ReadRecord(2));
        }

        [TestMethod]
        [DataRow("6A83")]
        [DataRow("6A84")]
        [DataRow("6A86")]
        public void ReadRecord_PastTheLast_IsTheEndWhateverTheCardCallsIt(string statusWord)
        {
            CardFixture card = WithEfDir(
                "01B201F400", Transcript.Data(48) + "9000",
                "01B2020430", statusWord);
            HasRecords(card, 48, 0);
        }

        [TestMethod]
        public void ReadRecord_NoRecordsAtAll_IsTheEnd()
        {
            CardFixture card = WithEfDir(
                "01B201F400", "6A83",
                "01A40804022F0000", "9000",
                "01B2010400", "6A83");
            HasRecords(card, 0);
        }

        [TestMethod]
        public void ReadRecord_NoSuchFile_IsTheEnd()
        {
            CardFixture card = WithEfDir(
                "01B201F400", "6A82",
                "01A40804022F0000", "6A82");
            HasRecords(card, 0);
        }

        [TestMethod]
        [DataRow("A1A26281", 0x6281)]
        [DataRow("6981", 0x6981)]
        [DataRow("6982", 0x6982)]
        [DataRow("6F00", 0x6F00)]
        public void ReadRecord_StatusWordThatStopsIt_Throws(string response, int statusWord)
        {
            CardFixture card = WithEfDir(
                "01B201F400", "A19000",
                "01B2020401", response);
            Assert.AreEqual(1, card.Files.ReadRecord(1));
            card.Throws(statusWord, "READ RECORD EF(2F00)", () => card.Files.ReadRecord(2));
        }

        private static CardFixture WithEfDir(params string[] dialogue)
        {
            return WithFileInRoot(0x2F00, 0x1E, dialogue);
        }

        private static CardFixture WithEfIccid(params string[] dialogue)
        {
            return WithFileInRoot(0x2FE2, 0x02, dialogue);
        }

        private static CardFixture WithFileInRoot(int fileIdentifier, int shortFileIdentifier, string[] dialogue)
        {
            CardFixture card = Transcript.OnChannel01(dialogue);
            card.Files.OpenInRoot(fileIdentifier, shortFileIdentifier);
            return card;
        }

        // The lengths from the first record on; 0 is the end.
        private static void HasRecords(CardFixture card, params int[] lengths)
        {
            for (int i = 0; i < lengths.Length; i++)
                Assert.AreEqual(lengths[i], card.Files.ReadRecord(i + 1), "record " + (i + 1).ToString());
            card.Ends();
        }
    }
}
