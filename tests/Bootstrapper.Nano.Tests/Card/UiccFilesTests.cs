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
    public sealed class UiccFilesTests
    {
        // A data row can hold no null on the device.
        private const string Refused = "";

        private const string Aid = "A000000063504B43532D3135";
        private const string SelectByName = "01A4040C0C" + Aid;
        private const string SelectByNameWithFcp = "01A404040C" + Aid + "00";
        private const string SelectOdf = "01A40804047FFF503100";
        private const string ApplicationFcp = "622582027821840C" + Aid + "8A01058B032F060CC60990014083010183010A";

        // EF(ODF), 32 bytes.
        private const string OdfFcp = "621682024121830250318A01058B036F0602800200208800";

        [TestMethod]
        [DataRow("9000", true)]
        [DataRow("910B", true)]
        [DataRow("6200", true)]
        [DataRow("6A82", false)]
        public void SelectApplication_WithoutFcp_IsFoundOrNot(string response, bool isFound)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectByName, response);
            Assert.AreEqual(isFound, card.Files.Access.SelectApplication(Hex.Bytes(Aid), null));
            card.Ends();
        }

        [TestMethod]
        [DataRow("6A86", ApplicationFcp + "9000", true)]
        [DataRow("6700", ApplicationFcp + "910B", true)]
        [DataRow("6A81", "6A82", false)]
        public void SelectApplication_CardWantsToReturnTheFcp_GetsThatForm(string refusal, string response, bool isFound)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectByName, refusal);
            card.Card.Expect(SelectByNameWithFcp, response);
            Assert.AreEqual(isFound, card.Files.Access.SelectApplication(Hex.Bytes(Aid), null));
            card.Ends();
        }

        [TestMethod]
        public void SelectApplication_LeftToTheTerminal_FetchesTheResponse()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectByName, "6A86");
            card.Card.Expect(SelectByNameWithFcp, "6127");
            card.Card.Expect("01C0000027", ApplicationFcp + "9000");
            Assert.IsTrue(card.Files.Access.SelectApplication(Hex.Bytes(Aid), null));
            card.Ends();
        }

        [TestMethod]
        [DataRow("6283", 0x6283)]
        [DataRow("6285", 0x6285)]
        [DataRow("6982", 0x6982)]
        [DataRow("6F00", 0x6F00)]
        public void SelectApplication_CanNotBeUsed_Throws(string response, int statusWord)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectByName, response);
            card.Card.Expect(SelectByNameWithFcp, ApplicationFcp + response);
            card.Throws(statusWord, "SELECT application", () => card.Files.Access.SelectApplication(Hex.Bytes(Aid), null));
        }

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
        public void ReadBinary_AnswersThatAreShortForever_Throws()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, "6204800200C8" + "9000");
            Assert.IsTrue(card.Files.Open(Hex.Bytes("5031"), "EF(X)"));
            for (int i = 0; i < 64; i++)
            {
                card.Card.Expect("01B0" + i.ToString("X4") + "0A", "009000");
                Assert.AreEqual(1, card.Files.ReadBinary(i, 10));
            }

            card.Card.Expect("01B000400A", "009000");
            card.Throws(0x9000, "READ BINARY EF(X)", () => card.Files.ReadBinary(64, 10));
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
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, fcp + "9000");
            Assert.IsTrue(OpenOdf(card));
            Assert.AreEqual(size, card.Files.Size);
            card.Ends();
        }

        [TestMethod]
        public void Open_LeftToTheTerminal_FetchesTheFcp()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, "6118");
            card.Card.Expect("01C0000018", OdfFcp + "9000");
            Assert.IsTrue(OpenOdf(card));
            Assert.AreEqual(0x20, card.Files.Size);
            card.Ends();
        }

        [TestMethod]
        public void Open_CardDoesNotTakeLe_GetsTheCommandWithout()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, "6700");
            card.Card.Expect("01A40804047FFF5031", "6118");
            card.Card.Expect("01C0000018", OdfFcp + "9000");
            Assert.IsTrue(OpenOdf(card));
            Assert.AreEqual(0x20, card.Files.Size);
            card.Ends();
        }

        [TestMethod]
        [DataRow((int)AtStatus.Error, -1)]
        [DataRow((int)AtStatus.CmeError, 50)]
        public void Open_ModemDoesNotTakeLe_GetsTheCommandWithout(int status, int code)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.ExpectModemTrouble(SelectOdf, (AtStatus)status, code);
            card.Card.Expect("01A40804047FFF5031", OdfFcp + "9000");
            Assert.IsTrue(OpenOdf(card));
            Assert.AreEqual(0x20, card.Files.Size);
            card.Ends();
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
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, "6A82");
            Assert.IsFalse(OpenOdf(card));
            card.Ends();
        }

        [TestMethod]
        public void Open_WarningThatSaysNothing_IsOpen()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, "6200");
            card.Card.Expect("01C0000000", OdfFcp + "9000");
            Assert.IsTrue(OpenOdf(card));
            Assert.AreEqual(0x20, card.Files.Size);
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
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, OdfFcp + statusWord.ToString("X4"));
            card.Throws(statusWord, "SELECT EF(ODF)", () => OpenOdf(card));
        }

        [TestMethod]
        public void ReadBinary_KnownSize_NeverAsksBeyondTheEnd()
        {
            CardFixture card = WithOdf(OdfFcp);
            card.Card.Expect("01B0000018", RepeatedByte(0x18) + "9000");
            card.Card.Expect("01B0001808", RepeatedByte(8) + "9000");
            Assert.AreEqual(0x18, card.Files.ReadBinary(0, 0x18));
            Assert.AreEqual(8, card.Files.ReadBinary(0x18, 0x18));
            Assert.AreEqual(0, card.Files.ReadBinary(0x20, 0x18));
            Assert.AreEqual(0, card.Files.ReadBinary(0x7000, 0x18));
            card.Ends();
        }

        [TestMethod]
        public void ReadBinary_Data_AreInTheBuffer()
        {
            CardFixture card = WithOdf(OdfFcp);
            card.Card.Expect("01B0000003", "A1A2A39000");
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
            CardFixture card = WithOdf("6205 8003008000");
            card.Card.Expect(command, RepeatedByte(count) + "9000");
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
            CardFixture card = WithOdf(OdfFcp);
            card.Card.Expect("01B0000020", RepeatedByte(10) + "9000");
            card.Card.Expect("01B0000A16", RepeatedByte(22) + "910B");
            Assert.AreEqual(10, card.Files.ReadBinary(0, 0x20));
            Assert.AreEqual(22, card.Files.ReadBinary(10, 0x20));
            card.Ends();
        }

        [TestMethod]
        [DataRow(OdfFcp)]
        [DataRow("")]
        public void ReadBinary_EndOfFileBeforeLe_EndsTheFileThere(string fcp)
        {
            CardFixture card = WithOdf(fcp);
            card.Card.Expect("01B0000020", RepeatedByte(10) + "6282");
            Assert.AreEqual(10, card.Files.ReadBinary(0, 0x20));
            Assert.AreEqual(10, card.Files.Size);
            Assert.AreEqual(0, card.Files.ReadBinary(10, 0x20));
            card.Ends();
        }

        [TestMethod]
        public void ReadBinary_EndOfFileAndNoBytes_IsTheEnd()
        {
            CardFixture card = WithOdf(string.Empty);
            card.Card.Expect("01B0000020", "6282");
            Assert.AreEqual(0, card.Files.ReadBinary(0, 0x20));
            card.Ends();
        }

        [TestMethod]
        public void ReadBinary_NoBytesAtTheBeginningOfAFileThatHasSome_Throws()
        {
            CardFixture card = WithOdf("6204 80020020");
            card.Card.Expect("01B0000020", "6282");
            card.Throws(0x6282, "READ BINARY EF(ODF)", () => card.Files.ReadBinary(0, 0x20));
        }

        [TestMethod]
        public void ReadBinary_OffsetOutsideAFileOfUnknownSize_IsTheEnd()
        {
            CardFixture card = WithOdf(string.Empty);
            card.Card.Expect("01B0000020", RepeatedByte(0x20) + "9000");
            card.Card.Expect("01B0002020", "6B00");
            Assert.AreEqual(0x20, card.Files.ReadBinary(0, 0x20));
            Assert.AreEqual(0, card.Files.ReadBinary(0x20, 0x20));
            card.Ends();
        }

        [TestMethod]
        public void ReadBinary_FileShorterThanItsFcpSays_EndsWhereTheCardHasNoMore()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, "620480020040" + "9000");
            Assert.IsTrue(card.Files.Open(Hex.Bytes("5031"), "EF(ODF)"));
            card.Card.Expect("01B0000020", RepeatedByte(0x20) + "9000");
            card.Card.Expect("01B0002020", "6B00");
            Assert.AreEqual(0x20, card.Files.ReadBinary(0, 0x20));
            Assert.AreEqual(0, card.Files.ReadBinary(0x20, 0x20));
            Assert.AreEqual(0, card.Files.ReadBinary(0x20, 0x20));
            card.Ends();
        }

        [TestMethod]
        public void ReadBinary_ExactLengthTold_ReadsTheRest()
        {
            CardFixture card = WithOdf(string.Empty);
            card.Card.Expect("01B00000F0", "6C08");
            card.Card.Expect("01B0000008", RepeatedByte(8) + "9000");
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
            CardFixture card = WithOdf(OdfFcp);
            card.Card.Expect("01B0000002", response);
            card.Throws(statusWord, "READ BINARY EF(ODF)", () => card.Files.ReadBinary(0, 2));
        }

        [TestMethod]
        public void ReadBinary_NoBytesAtUnknownSize_Throws()
        {
            CardFixture card = WithOdf(string.Empty);
            card.Card.Expect("01B0000002", "9000");
            card.Throws(0x9000, "READ BINARY EF(ODF)", () => card.Files.ReadBinary(0, 2));
        }

        [TestMethod]
        public void OpenInRoot_TransparentFile_IsReadByShortIdentifierThenByOffset()
        {
            // EF(ICCID), SFI 02.
            CardFixture card = CardFixture.WithChannel("03");
            card.Card.Expect("03B082000A", "98105000000000000010" + "9000");
            card.Card.Expect("03B0000A02", "6B00");
            card.Files.OpenInRoot(0x2FE2, 0x02);
            Assert.AreEqual(10, card.Files.ReadBinary(0, 10));
            Assert.AreEqual(0x98, (int)card.Files.Buffer[0]);
            Assert.AreEqual(0, card.Files.ReadBinary(10, 2));
            card.Ends();
        }

        [TestMethod]
        public void OpenInRoot_NoShortIdentifier_IsSelected()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B082000A", "6A82");
            card.Card.Expect("01A4080C022FE2", "9000");
            card.Card.Expect("01B000000A", "98105000000000000010" + "9000");
            card.Files.OpenInRoot(0x2FE2, 0x02);
            Assert.AreEqual(10, card.Files.ReadBinary(0, 10));
            card.Ends();
        }

        [TestMethod]
        public void OpenInRoot_OffsetTooLargeForAShortIdentifier_IsSelected()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01A4080C022FE2", "9000");
            card.Card.Expect("01B0010010", RepeatedByte(16) + "9000");
            card.Files.OpenInRoot(0x2FE2, 0x02);
            Assert.AreEqual(16, card.Files.ReadBinary(256, 16));
            card.Ends();
        }

        [TestMethod]
        public void OpenInRoot_NoSuchFile_IsEmpty()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B082000A", "6A82");
            card.Card.Expect("01A4080C022FE2", "6A82");
            card.Files.OpenInRoot(0x2FE2, 0x02);
            Assert.AreEqual(0, card.Files.ReadBinary(0, 10));
            card.Ends();
        }

        [TestMethod]
        public void OpenInRoot_ReadNotAllowed_Throws()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B082000A", "6982");
            card.Card.Expect("01A4080C022FE2", "9000");
            card.Card.Expect("01B000000A", "6982");
            card.Files.OpenInRoot(0x2FE2, 0x02);
            card.Throws(0x6982, "READ BINARY EF(2FE2)", () => card.Files.ReadBinary(0, 10));
        }

        [TestMethod]
        public void ReadRecord_ByShortIdentifier_SelectsNothing()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B201F400", "6C03");
            card.Card.Expect("01B201F403", "A1A2A39000");
            card.Card.Expect("01B2020403", "B1B2B39000");
            card.Card.Expect("01B2030403", "6A83");
            card.Files.OpenInRoot(0x2F00, 0x1E);
            Assert.AreEqual(3, card.Files.ReadRecord(1));
            Assert.AreEqual(3, card.Files.ReadRecord(2));
            Assert.AreEqual(0xB1, (int)card.Files.Buffer[0]);
            Assert.AreEqual(0, card.Files.ReadRecord(3));
            card.Ends();
        }

        [TestMethod]
        public void ReadRecord_NoShortIdentifier_SelectsTheFile()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B201F400", "6A82");
            card.Card.Expect("01A40804022F0000", "621A8205422100300483022F008A01058B032F0601800200C08801F09000");
            card.Card.Expect("01B2010430", RepeatedByte(48) + "9000");
            card.Card.Expect("01B2020430", RepeatedByte(48) + "910B");
            card.Card.Expect("01B2030430", "6A83");
            card.Files.OpenInRoot(0x2F00, 0x1E);
            Assert.AreEqual(48, card.Files.ReadRecord(1));
            Assert.AreEqual(48, card.Files.ReadRecord(2));
            Assert.AreEqual(0, card.Files.ReadRecord(3));
            card.Ends();
        }

        [TestMethod]
        [DataRow("6282", 0x6282)]
        [DataRow("9000", 0x9000)]
        public void ReadRecord_NoBytes_Throws(string answer, int statusWord)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B201F400", "A1A2A39000");
            card.Card.Expect("01B2020403", answer);
            card.Files.OpenInRoot(0x2F00, 0x1E);
            card.Files.ReadRecord(1);
            card.Throws(statusWord, "READ RECORD EF(2F00)", () => card.Files.ReadRecord(2));
        }

        [TestMethod]
        [DataRow("6A83")]
        [DataRow("6A84")]
        [DataRow("6A86")]
        public void ReadRecord_PastTheLast_IsTheEndWhateverTheCardCallsIt(string statusWord)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B201F400", RepeatedByte(48) + "9000");
            card.Card.Expect("01B2020430", statusWord);
            card.Files.OpenInRoot(0x2F00, 0x1E);
            Assert.AreEqual(48, card.Files.ReadRecord(1));
            Assert.AreEqual(0, card.Files.ReadRecord(2));
            card.Ends();
        }

        [TestMethod]
        public void ReadRecord_NoRecordsAtAll_IsTheEnd()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B201F400", "6A83");
            card.Card.Expect("01A40804022F0000", "9000");
            card.Card.Expect("01B2010400", "6A83");
            card.Files.OpenInRoot(0x2F00, 0x1E);
            Assert.AreEqual(0, card.Files.ReadRecord(1));
            card.Ends();
        }

        [TestMethod]
        public void ReadRecord_NoSuchFile_IsTheEnd()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B201F400", "6A82");
            card.Card.Expect("01A40804022F0000", "6A82");
            card.Files.OpenInRoot(0x2F00, 0x1E);
            Assert.AreEqual(0, card.Files.ReadRecord(1));
            card.Ends();
        }

        [TestMethod]
        [DataRow("A1A26281", 0x6281)]
        [DataRow("6981", 0x6981)]
        [DataRow("6982", 0x6982)]
        [DataRow("6F00", 0x6F00)]
        public void ReadRecord_StatusWordThatStopsIt_Throws(string response, int statusWord)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B201F400", "A19000");
            card.Card.Expect("01B2020401", response);
            card.Files.OpenInRoot(0x2F00, 0x1E);
            Assert.AreEqual(1, card.Files.ReadRecord(1));
            card.Throws(statusWord, "READ RECORD EF(2F00)", () => card.Files.ReadRecord(2));
        }

        private static CardFixture WithOdf(string fcp)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, fcp + "9000");
            Assert.IsTrue(OpenOdf(card));
            return card;
        }

        private static bool OpenOdf(CardFixture card)
        {
            return card.Files.Open(Hex.Bytes("5031"), "EF(ODF)");
        }

        private static string RepeatedByte(int count)
        {
            return new string('5', 2 * count);
        }
    }
}
