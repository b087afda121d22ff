using System;
using Bootstrapper.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    [TestClass]
    public sealed partial class UiccFilesTests
    {
        // A data row can hold no null on the device.
        private const string Refused = "";

        private const string Aid = "A000000063504B43532D3135";
        private const string SelectOdf = "01A40804047FFF503100";
        private const string ApplicationFcp = "622582027821840C" + Aid + "8A01058B032F060CC60990014083010183010A";

        // EF(ODF), 32 bytes.
        private const string OdfFcp = "621682024121830250318A01058B036F0602800200208800";

        [TestMethod]
        [DataRow("5031", "047FFF5031")]
        [DataRow("7FFF5031", "047FFF5031")]
        [DataRow("44014402", "067FFF44014402")]
        [DataRow("7FFF44014402", "067FFF44014402")]
        [DataRow("3F005031", "025031")]
        [DataRow("3F00", "047FFF3F00")]
        [DataRow("3F0050154320", "0450154320")]
        [DataRow("3F007FFF6432", "047FFF6432")]
        [DataRow("11112222333344445555666677778888", Refused)]
        [DataRow("1111222233334444555566667777", "107FFF1111222233334444555566667777")]
        [DataRow("3F00222233334444555566667777", "0C222233334444555566667777")]
        public void Open_Path_StartsAtTheMfOrAtTheApplication(string path, string data)
        {
            CardFixture card = CardFixture.WithChannel("01");
            if (data == Refused)
            {
                Expect.Throws(typeof(ArgumentException), () => card.Files.Open(Hex.Bytes(path), "EF(X)"));
                return;
            }

            card.Card.Expect("01A40804" + data + "00", OdfFcp + "9000");
            Assert.IsTrue(card.Files.Open(Hex.Bytes(path), "EF(X)"));
            card.Ends();
        }

        [TestMethod]
        [DataRow("")]
        [DataRow("50")]
        [DataRow("503100")]
        public void Open_NoPath_Throws(string path)
        {
            CardFixture card = CardFixture.WithChannel("01");
            Expect.Throws(typeof(ArgumentException), () => card.Files.Open(Hex.Bytes(path), "EF(X)"));
        }

        [TestMethod]
        [DataRow(OdfFcp, 0x20)]
        [DataRow("621B8202412183025031A5038001718A01058B036F0602800200388800", 0x38)]
        [DataRow("621A8205422100300483022F008A01058B032F0601800200C08801F0", 0xC0)]
        [DataRow(ApplicationFcp, -1)]
        [DataRow("62811682024121830250318A01058B036F0602800200208800", 0x20)]
        [DataRow("6282001682024121830250318A01058B036F0602800200208800", 0x20)]
        [DataRow("620C82024121880080020078C100", 0x78)]
        [DataRow("62078202412181020040", -1)]
        [DataRow("620A 80020020 82024121 8805", 0x20)]
        [DataRow("6204 80027FFF", 0x7FFF)]
        [DataRow("6204 8002FFFF", 0xFFFF)]
        [DataRow("6205 8003008000", 0x8000)]
        [DataRow("6204 80020000", 0)]
        [DataRow("6205 80810200F0", 0xF0)]
        [DataRow("6202 8000", -1)]
        [DataRow("6207 80050100000000", -1)]
        [DataRow("6200", -1)]
        [DataRow("62", -1)]
        [DataRow("62FF8002", -1)]
        [DataRow("80020020", -1)]
        [DataRow("", -1)]
        public void Open_Fcp_TellsTheSizeOrNot(string fcp, int size)
        {
            CardFixture card = Transcript.OnChannel01(SelectOdf, fcp + "9000");
            OpensOdf(card, size);
        }

        [TestMethod]
        public void Open_LeftToTheTerminal_FetchesTheFcp()
        {
            CardFixture card = Transcript.OnChannel01(
                SelectOdf, "6118",
                "01C0000018", OdfFcp + "9000");
            OpensOdf(card, 0x20);
        }

        [TestMethod]
        public void Open_CardDoesNotTakeLe_GetsTheCommandWithout()
        {
            CardFixture card = Transcript.OnChannel01(
                SelectOdf, "6700",
                "01A40804047FFF5031", "6118",
                "01C0000018", OdfFcp + "9000");
            OpensOdf(card, 0x20);
        }

        [TestMethod]
        [DataRow((int)AtStatus.Error, -1)]
        [DataRow((int)AtStatus.CmeError, 50)]
        public void Open_ModemDoesNotTakeLe_GetsTheCommandWithout(int status, int code)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.ExpectModemTrouble(SelectOdf, (AtStatus)status, code);
            card.Card.Expect("01A40804047FFF5031", OdfFcp + "9000");
            OpensOdf(card, 0x20);
        }

        [TestMethod]
        [DataRow((int)AtStatus.Error, -1, 1)]
        [DataRow((int)AtStatus.CmeError, 0, 2)]
        [DataRow((int)AtStatus.CmeError, 3, 1)]
        [DataRow((int)AtStatus.CmeError, 4, 1)]
        [DataRow((int)AtStatus.CmeError, 50, 1)]
        [DataRow((int)AtStatus.CmeError, 100, 2)]
        public void Open_ModemWantsLe_GetsTheFormWithFcp(int status, int code, int times)
        {
            CardFixture card = CardFixture.WithChannel("01");
            for (int i = 0; i < times; i++)
                card.Card.ExpectModemTrouble("01A4080C047FFF5031", (AtStatus)status, code);
            card.Card.Expect(SelectOdf, OdfFcp + "9000");
            Assert.IsTrue(card.Files.Open(Hex.Bytes("5031"), "EF(ODF)", false));
            card.Ends();
        }

        [TestMethod]
        [DataRow((int)AtStatus.CmeError, 10, true)]
        [DataRow((int)AtStatus.CmeError, 11, true)]
        [DataRow((int)AtStatus.Cancelled, -1, false)]
        [DataRow((int)AtStatus.Restarted, -1, false)]
        public void Open_SimOrModemGone_Throws(int status, int code, bool isAskedTwice)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.ExpectModemTrouble("01A4080C047FFF5031", (AtStatus)status, code);
            if (isAskedTwice)
                card.Card.ExpectModemTrouble(SelectOdf, (AtStatus)status, code);
            ModemException thrown = (ModemException)Expect.Throws(
                typeof(ModemException), () => card.Files.Open(Hex.Bytes("5031"), "EF(ODF)", false));
            Assert.AreEqual(code, thrown.Code);
            card.Ends();
        }

        [TestMethod]
        [DataRow((int)AtStatus.CmeError, 0, 2)]
        [DataRow((int)AtStatus.CmeError, 100, 2)]
        [DataRow((int)AtStatus.CmeError, 3, 1)]
        [DataRow((int)AtStatus.CmeError, 13, 3)]
        [DataRow((int)AtStatus.CmeError, 15, 1)]
        [DataRow((int)AtStatus.CmeError, 14, 31)]
        [DataRow((int)AtStatus.NoAnswer, -1, 2)]
        [DataRow((int)AtStatus.Garbled, -1, 3)]
        [DataRow((int)AtStatus.Cancelled, -1, 1)]
        [DataRow((int)AtStatus.Restarted, -1, 1)]
        public void Open_ModemTrouble_IsTriedAgainWhereItMayPassThenThrows(int status, int code, int times)
        {
            CardFixture card = CardFixture.WithChannel("01");
            for (int i = 0; i < times; i++)
                card.Card.ExpectModemTrouble(SelectOdf, (AtStatus)status, code);
            ModemException thrown = (ModemException)Expect.Throws(typeof(ModemException), () => OpenOdf(card));
            Assert.AreEqual(status, (int)thrown.Status);
            card.Ends();
        }

        [TestMethod]
        public void Open_NoSuchFile_IsFalse()
        {
            CardFixture card = Transcript.OnChannel01(SelectOdf, "6A82");
            Assert.IsFalse(OpenOdf(card));
            card.Ends();
        }

        [TestMethod]
        public void Open_WarningThatSaysNothing_IsOpen()
        {
            CardFixture card = Transcript.OnChannel01(
                SelectOdf, "6200",
                "01C0000000", OdfFcp + "9000");
            OpensOdf(card, 0x20);
        }

        [TestMethod]
        [DataRow(0x6283)]
        [DataRow(0x6284)]
        [DataRow(0x6285)]
        [DataRow(0x6400)]
        [DataRow(0x6581)]
        [DataRow(0x6982)]
        [DataRow(0x6983)]
        [DataRow(0x6985)]
        [DataRow(0x6989)]
        [DataRow(0x6A80)]
        [DataRow(0x6A86)]
        [DataRow(0x6A88)]
        [DataRow(0x6D00)]
        [DataRow(0x6E00)]
        [DataRow(0x6F00)]
        [DataRow(0x9404)]
        public void Open_StatusWordThatStopsIt_Throws(int statusWord)
        {
            CardFixture card = Transcript.OnChannel01(SelectOdf, OdfFcp + statusWord.ToString("X4"));
            card.Throws(statusWord, "SELECT EF(ODF)", () => OpenOdf(card));
        }

        private static void OpensOdf(CardFixture card, int size)
        {
            Assert.IsTrue(OpenOdf(card));
            Assert.AreEqual(size, card.Files.Size);
            card.Ends();
        }

        private static CardFixture WithOdf(string fcp, params string[] dialogue)
        {
            CardFixture card = Transcript.OnChannel01(SelectOdf, fcp + "9000");
            Assert.IsTrue(OpenOdf(card));
            Transcript.Append(card, dialogue);
            return card;
        }

        private static bool OpenOdf(CardFixture card)
        {
            return card.Files.Open(Hex.Bytes("5031"), "EF(ODF)");
        }
    }
}
