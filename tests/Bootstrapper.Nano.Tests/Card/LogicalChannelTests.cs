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
    public sealed class LogicalChannelTests
    {
        private const int Select = 0xA4;
        private const int ReadBinary = 0xB0;
        private const string SelectOdf = "01A40804047FFF503100";
        private const string Fcp = "621682024121830250318A01058B036F0602800200208800";

        [TestMethod]
        [DataRow("01", "01")]
        [DataRow("02", "02")]
        [DataRow("03", "03")]
        [DataRow("04", "40")]
        [DataRow("05", "41")]
        [DataRow("13", "4F")]
        public void Transmit_ChannelNumber_IsInEveryClassByte(string number, string classByte)
        {
            CardFixture card = CardFixture.WithChannel(number);
            card.Card.Expect(classByte + "A40804047FFF503100", "6118");
            card.Card.Expect(classByte + "C0000018", Fcp + "9000");
            card.Card.Expect(classByte + "B0012020", "6C10");
            card.Card.Expect(classByte + "B0012010", "00112233445566778899AABBCCDDEEFF9000");
            card.Card.Expect(classByte + "B201F400", "6A83");

            Assert.AreEqual(0x9000, card.Channel.Transmit(Select, 8, 4, Hex.Bytes("7FFF5031"), 4, 256));
            card.HasResponse(Fcp);
            Assert.AreEqual(0x9000, card.Channel.Transmit(ReadBinary, 1, 0x20, null, 0, 0x20));
            card.HasResponse("00112233445566778899AABBCCDDEEFF");
            Assert.AreEqual(0x6A83, card.Channel.Transmit(0xB2, 1, 0xF4, null, 0, 256));
            card.HasResponse(string.Empty);
            card.Ends();
        }

        [TestMethod]
        [DataRow("009000", 0x9000)]
        [DataRow("149000", 0x9000)]
        [DataRow("FF9000", 0x9000)]
        [DataRow("9000", 0x9000)]
        [DataRow("01029000", 0x9000)]
        [DataRow("6A86", 0x6A86)]
        [DataRow("6D00", 0x6D00)]
        [DataRow("6E00", 0x6E00)]
        public void Open_CardOpensNone_ThrowsAndStaysClosed(string response, int statusWord)
        {
            CardFixture card = new CardFixture();
            card.Card.Expect("0070000001", response);
            card.Throws(statusWord, "MANAGE CHANNEL", () => card.Channel.Open());
            StaysClosed(card);
        }

        [TestMethod]
        [DataRow("6881", 0x6881)]
        [DataRow("6A81", 0x6A81)]
        public void Open_NoneIsFreeEvenAfterClosingLeftovers_ThrowsAndStaysClosed(string response, int statusWord)
        {
            CardFixture card = new CardFixture();
            card.Card.Expect("0070000001", response);
            ExpectLeftoversClosed(card);
            card.Card.Expect("0070000001", response);
            card.Throws(statusWord, "MANAGE CHANNEL", () => card.Channel.Open());
            StaysClosed(card);
        }

        [TestMethod]
        [DataRow("6881")]
        [DataRow("6A81")]
        public void Open_ChannelsLeftOpenByAnEarlierRun_ClosesThemAndOpensOne(string response)
        {
            CardFixture card = new CardFixture();
            card.Card.Expect("0070000001", response);
            ExpectLeftoversClosed(card);
            card.Card.Expect("0070000001", "019000");
            card.Channel.Open();
            card.Ends();
        }

        [TestMethod]
        public void Open_ModemRefuses_ThrowsAndStaysClosed()
        {
            CardFixture card = new CardFixture();
            card.Card.ExpectModemTrouble("0070000001", AtStatus.Error, -1);
            Expect.Throws(typeof(ModemException), () => card.Channel.Open());
            StaysClosed(card);
        }

        [TestMethod]
        public void Open_ResponseHasToBeFetched_IsFetchedOnTheBasicChannel()
        {
            CardFixture card = new CardFixture();
            card.Card.Expect("0070000001", "6101");
            card.Card.Expect("00C0000001", "029000");
            card.Card.Expect("02B0000001", "AA9000");
            card.Channel.Open();
            Assert.AreEqual(0x9000, card.Channel.Transmit(ReadBinary, 0, 0, null, 0, 1));
            card.Ends();
        }

        [TestMethod]
        public void Open_OpenAlready_Throws()
        {
            CardFixture card = CardFixture.WithChannel("01");
            Expect.Throws(typeof(InvalidOperationException), () => card.Channel.Open());
            card.Card.Expect("0070800100", "9000");
            Assert.IsTrue(card.Channel.Close());
        }

        [TestMethod]
        public void Open_AfterClose_OpensAgain()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("0070800100", "9000");
            card.Card.Expect("0070000001", "039000");
            card.Card.Expect("0070800300", "9000");
            Assert.IsTrue(card.Channel.Close());
            card.Channel.Open();
            Assert.IsTrue(card.Channel.Close());
            card.Ends();
        }

        [TestMethod]
        public void Transmit_ResponseInSeveralParts_IsPutTogether()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, "6102");
            card.Card.Expect("01C0000002", "A1A26103");
            card.Card.Expect("01C0000003", "A3A4A56101");
            card.Card.Expect("01C0000001", "A66101");
            card.Card.Expect("01C0000001", "A76101");
            card.Card.Expect("01C0000001", "A8910B");
            Assert.AreEqual(0x910B, SelectFile(card));
            card.HasResponse("A1A2A3A4A5A6A7A8");
            card.Ends();
        }

        [TestMethod]
        public void Transmit_SomeDataAndMoreWaiting_IsPutTogether()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B0000004", "A1A26102");
            card.Card.Expect("01C0000002", "A3A49000");
            Assert.AreEqual(0x9000, card.Channel.Transmit(ReadBinary, 0, 0, null, 0, 4));
            card.HasResponse("A1A2A3A4");
        }

        [TestMethod]
        public void Transmit_MoreWaitingWithoutLe_IsFetchedToo()
        {
            // A command without Le may be answered 61XX as well, and its GET RESPONSE 6CXX.
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01A4080C047FFF5031", "6100");
            card.Card.Expect("01C0000000", "6C02");
            card.Card.Expect("01C0000002", "62009000");
            Assert.AreEqual(0x9000, card.Channel.Transmit(Select, 8, 0x0C, Hex.Bytes("7FFF5031"), 4, 0));
            card.HasResponse("6200");
            card.Ends();
        }

        [TestMethod]
        public void Transmit_256BytesWaiting_AreFetched()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B0000000", "6100");
            card.Card.Expect("01C0000000", RepeatedByte(256) + "9000");
            Assert.AreEqual(0x9000, card.Channel.Transmit(ReadBinary, 0, 0, null, 0, 256));
            Assert.AreEqual(256, card.Channel.ResponseLength);
        }

        [TestMethod]
        public void Transmit_MoreThanAResponseHolds_ThrowsAndTheNextCommandWorks()
        {
            CardFixture card = CardFixture.WithChannel("01");
            for (int i = 0; i < 3; i++)
            {
                card.Card.Expect("01B0000000", RepeatedByte(200) + "6100");
                card.Card.Expect("01C0000000", RepeatedByte(100) + "9000");
            }

            card.Card.Expect("01B0000002", "A1A29000");
            Expect.Throws(typeof(ModemException), () => card.Channel.Transmit(ReadBinary, 0, 0, null, 0, 256));
            Assert.AreEqual(0x9000, card.Channel.Transmit(ReadBinary, 0, 0, null, 0, 2));
            card.HasResponse("A1A2");
        }

        [TestMethod]
        public void Transmit_GetResponseReturnsNothing_IsNotRepeated()
        {
            // Seen on Quectel EC800G: 6100 and no data, for ever.
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, "6100");
            card.Card.Expect("01C0000000", "6100");
            Assert.AreEqual(0x6100, SelectFile(card));
            card.Ends();
        }

        [TestMethod]
        public void Transmit_GetResponseFails_ReturnsItsStatusWord()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, "6118");
            card.Card.Expect("01C0000018", "6F00");
            Assert.AreEqual(0x6F00, SelectFile(card));
            card.Ends();
        }

        [TestMethod]
        public void Transmit_GetResponseWithoutEnd_IsGivenUp()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, "6101");
            for (int i = 0; i < 100; i++)
                card.Card.Expect("01C0000001", "A16101");
            Assert.AreEqual(0x6101, SelectFile(card));
            Assert.IsTrue(card.Card.Count <= 10, "commands: " + card.Card.Count.ToString());
        }

        [TestMethod]
        public void Transmit_WrongLe_IsSentOnceMoreWithTheRightOne()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B2010400", "6C03");
            card.Card.Expect("01B2010403", "A1A2A39000");
            Assert.AreEqual(0x9000, card.Channel.Transmit(0xB2, 1, 4, null, 0, 256));
            card.HasResponse("A1A2A3");
            card.Ends();
        }

        [TestMethod]
        public void Transmit_WrongLeTwice_ReturnsIt()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B2010400", "6C03");
            card.Card.Expect("01B2010403", "6C04");
            Assert.AreEqual(0x6C04, card.Channel.Transmit(0xB2, 1, 4, null, 0, 256));
            card.Ends();
        }

        [TestMethod]
        public void Transmit_WrongLeInACase4Command_IsSentOnceMore()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, "6C18");
            card.Card.Expect("01A40804047FFF503118", Fcp + "9000");
            Assert.AreEqual(0x9000, SelectFile(card));
            card.HasResponse(Fcp);
        }

        [TestMethod]
        public void Transmit_WrongLeInACommandWithoutLe_ReturnsIt()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01A4080C047FFF5031", "6C18");
            Assert.AreEqual(0x6C18, card.Channel.Transmit(Select, 8, 0x0C, Hex.Bytes("7FFF5031"), 4, 0));
            card.Ends();
        }

        [TestMethod]
        public void Transmit_WrongLeOfGetResponse_IsSentOnceMore()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, "6C20");
            card.Card.Expect("01A40804047FFF503120", "61FF");
            card.Card.Expect("01C00000FF", "6C02");
            card.Card.Expect("01C0000002", "62009000");
            Assert.AreEqual(0x9000, SelectFile(card));
            card.HasResponse("6200");
            card.Ends();
        }

        [TestMethod]
        [DataRow("9000", 0x9000)]
        [DataRow("910B", 0x910B)]
        [DataRow("9203", 0x9203)]
        [DataRow("6982", 0x6982)]
        [DataRow("6983", 0x6983)]
        [DataRow("6989", 0x6989)]
        [DataRow("6F00", 0x6F00)]
        [DataRow("9404", 0x9404)]
        [DataRow("9804", 0x9804)]
        [DataRow("9F18", 0x9F18)]
        [DataRow("A1A26282", 0x6282)]
        [DataRow("6282", 0x6282)]
        [DataRow("63C2", 0x63C2)]
        [DataRow("A1A26C02", 0x6C02)]
        public void Transmit_Case2StatusWord_IsReturnedAsItIs(string response, int statusWord)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B0000002", response);
            Assert.AreEqual(statusWord, card.Channel.Transmit(ReadBinary, 0, 0, null, 0, 2));
            Assert.AreEqual((response.Length / 2) - 2, card.Channel.ResponseLength);
            card.Ends();
        }

        [TestMethod]
        public void Transmit_ToolkitBusy_IsSentAgainLater()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01B0000002", "9300");
            card.Card.Expect("01B0000002", "9300");
            card.Card.Expect("01B0000002", "A1A29000");
            Assert.AreEqual(0x9000, card.Channel.Transmit(ReadBinary, 0, 0, null, 0, 2));
            card.HasResponse("A1A2");
            Assert.IsTrue(card.Clock.Milliseconds >= 200, "no delay");
            card.Ends();
        }

        [TestMethod]
        public void Transmit_ToolkitBusyForever_IsGivenUp()
        {
            CardFixture card = CardFixture.WithChannel("01");
            for (int i = 0; i < 100; i++)
                card.Card.Expect("01B0000002", "9300");
            Assert.AreEqual(0x9300, card.Channel.Transmit(ReadBinary, 0, 0, null, 0, 2));
            Assert.IsTrue(card.Card.Count <= 20, "commands: " + card.Card.Count.ToString());
            Assert.IsTrue(card.Clock.Milliseconds <= 30000, "too long");
        }

        [TestMethod]
        [DataRow("6200")]
        [DataRow("6283")]
        [DataRow("63C1")]
        public void Transmit_WarningAfterCase4_FetchesTheDataAndKeepsTheWarning(string warning)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, warning);
            card.Card.Expect("01C0000000", "6C18");
            card.Card.Expect("01C0000018", Fcp + "9000");
            int statusWord = SelectFile(card);
            Assert.AreEqual(warning, statusWord.ToString("X4"));
            card.HasResponse(Fcp);
            card.Ends();
        }

        [TestMethod]
        public void Transmit_WarningAfterCase4WithNothingToFetch_KeepsTheWarning()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, "6200");
            card.Card.Expect("01C0000000", "6F00");
            Assert.AreEqual(0x6200, SelectFile(card));
            card.HasResponse(string.Empty);
            card.Ends();
        }

        [TestMethod]
        public void Transmit_WarningAfterCase4WithItsData_FetchesNothing()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect(SelectOdf, Fcp + "6283");
            Assert.AreEqual(0x6283, SelectFile(card));
            card.HasResponse(Fcp);
            card.Ends();
        }

        [TestMethod]
        public void Transmit_WarningWithoutLe_FetchesNothing()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01A4080C047FFF5031", "6200");
            Assert.AreEqual(0x6200, card.Channel.Transmit(Select, 8, 0x0C, Hex.Bytes("7FFF5031"), 4, 0));
            card.Ends();
        }

        [TestMethod]
        [DataRow(17, 0)]
        [DataRow(-1, 0)]
        [DataRow(2, 257)]
        [DataRow(2, -1)]
        public void Transmit_LengthOutOfRange_Throws(int dataLength, int le)
        {
            CardFixture card = CardFixture.WithChannel("01");
            Expect.Throws(
                typeof(ArgumentException), () => card.Channel.Transmit(Select, 0, 0, new byte[32], dataLength, le));
        }

        [TestMethod]
        [DataRow("9000")]
        [DataRow("910B")]
        [DataRow("6200")]
        public void Close_CardAnswersTheFirstForm_IsClosedOnce(string response)
        {
            CardFixture card = CardFixture.WithChannel("02");
            card.Card.Expect("0070800200", response);
            Assert.IsTrue(card.Channel.Close());
            StaysClosed(card);
        }

        [TestMethod]
        [DataRow("01", "0070800100", "01708001", "6700")]
        [DataRow("01", "0070800100", "01708001", "6C00")]
        [DataRow("04", "0070800400", "40708004", "6E00")]
        [DataRow("13", "0070801300", "4F708013", "6881")]
        public void Close_CardRefusesTheFirstForm_GetsTheSecond(string number, string first, string second, string refusal)
        {
            CardFixture card = CardFixture.WithChannel(number);
            card.Card.Expect(first, refusal);
            card.Card.Expect(second, "9000");
            Assert.IsTrue(card.Channel.Close());
            StaysClosed(card);
        }

        [TestMethod]
        [DataRow((int)AtStatus.Error)]
        [DataRow((int)AtStatus.CmeError)]
        [DataRow((int)AtStatus.Garbled)]
        public void Close_ModemRefusesTheFirstForm_GetsTheSecond(int status)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.ExpectModemTrouble("0070800100", (AtStatus)status, 0);
            card.Card.Expect("01708001", "9000");
            Assert.IsTrue(card.Channel.Close());
            StaysClosed(card);
        }

        [TestMethod]
        public void Close_BothFormsRefused_SaysSoAndDoesNotThrow()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("0070800100", "6F00");
            card.Card.ExpectModemTrouble("01708001", AtStatus.Error, -1);
            Assert.IsFalse(card.Channel.Close());
            StaysClosed(card);
        }

        [TestMethod]
        public void Close_SilentModem_IsNotAskedAgain()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.ExpectModemTrouble("0070800100", AtStatus.NoAnswer, -1);
            Assert.IsFalse(card.Channel.Close());
            StaysClosed(card);
        }

        [TestMethod]
        public void Close_ModemRestarted_HasNothingToClose()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.ExpectModemTrouble("01B0000002", AtStatus.Restarted, -1);
            Expect.Throws(typeof(ModemException), () => card.Channel.Transmit(ReadBinary, 0, 0, null, 0, 2));
            Assert.IsTrue(card.Channel.Close());
            StaysClosed(card);
        }

        [TestMethod]
        public void Open_AfterACloseThatFailed_ClosesThatChannelFirst()
        {
            CardFixture card = CardFixture.WithChannel("02");
            card.Card.ExpectModemTrouble("0070800200", AtStatus.NoAnswer, -1);
            card.Card.Expect("0070800200", "9000");
            card.Card.Expect("0070000001", "019000");
            card.Card.Expect("0070800100", "9000");
            card.Card.Expect("0070000001", "019000");
            Assert.IsFalse(card.Channel.Close());

            card.Channel.Open();
            Assert.IsTrue(card.Channel.Close());
            card.Channel.Open();
            card.Ends();
        }

        [TestMethod]
        [DataRow(5)]
        [DataRow(4)]
        public void Open_NumberLost_ClosesLeftoversAndOpensOne(int status)
        {
            CardFixture card = new CardFixture();
            card.Card.ExpectModemTrouble("0070000001", (AtStatus)status, -1);
            ExpectLeftoversClosed(card);
            card.Card.Expect("0070000001", "019000");
            card.Channel.Open();
            card.Ends();
        }

        [TestMethod]
        [DataRow(14)]
        [DataRow(515)]
        public void Open_SimBusy_IsTriedAgainForHalfAMinute(int code)
        {
            CardFixture card = new CardFixture();
            for (int i = 0; i < 30; i++)
                card.Card.ExpectModemTrouble("0070000001", AtStatus.CmeError, code);
            card.Card.Expect("0070000001", "019000");
            card.Channel.Open();
            card.Ends();
            Assert.AreEqual(30000, (int)card.Clock.Milliseconds);
        }

        [TestMethod]
        public void Close_BasicChannel_PutsTheModemsSelectionBack()
        {
            CardFixture card = new CardFixture();
            card.Channel.IsBasic = true;
            card.Card.Expect("00A4040C0CA000000063504B43532D3135", "9000");
            card.Card.Expect("00A4000C023F00", "9000");
            card.Card.Expect("00A4040C07A0000000871002", "6A82");

            card.Channel.Open();
            Assert.IsTrue(card.Channel.SelectApplication(Hex.Bytes("A000000063504B43532D3135"), null));
            Assert.IsFalse(card.Channel.TakesShortFiles);
            Assert.IsTrue(card.Channel.Close());
            card.Ends();
        }

        [TestMethod]
        [DataRow("6A82")]
        [DataRow("6A88")]
        public void SelectApplication_NotThere_IsFalseWithoutASecondQuestion(string statusWord)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01A4040C0CA000000063504B43532D3135", statusWord);
            Assert.IsFalse(card.Channel.SelectApplication(Hex.Bytes("A000000063504B43532D3135"), null));
            card.Ends();
        }

        [TestMethod]
        public void Close_WithoutLeFirst_SendsFourBytesOnTheChannel()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Channel.ClosesWithLe = false;
            card.Card.Expect("01708001", "9000");
            Assert.IsTrue(card.Channel.Close());
            card.Ends();
        }

        [TestMethod]
        public void Transmit_LeRefusedOnce_IsNotSentBehindDataAgain()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.ExpectModemTrouble(SelectOdf, AtStatus.Error, -1);
            for (int i = 0; i < 2; i++)
            {
                card.Card.Expect("01A40804047FFF5031", "6118");
                card.Card.Expect("01C0000018", Fcp + "9000");
            }

            Assert.AreEqual(0x9000, SelectFile(card));
            Assert.AreEqual(0x9000, SelectFile(card));
            card.HasResponse(Fcp);
            card.Ends();
        }

        [TestMethod]
        [DataRow("01A40804047FFF503100", 0xA4)]
        [DataRow("01B0000002", 0xB0)]
        [DataRow("01B2000002", 0xB2)]
        public void Transmit_AnswerLost_ReadsAgain(string command, int instruction)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.ExpectModemTrouble(command, AtStatus.NoAnswer, -1);
            card.Card.Expect(command, "A1A29000");
            byte[] data = instruction == 0xA4 ? Hex.Bytes("7FFF5031") : null;
            int p1 = data == null ? 0 : 8;
            int p2 = data == null ? 0 : 4;
            int le = data == null ? 2 : 256;
            Assert.AreEqual(0x9000, card.Channel.Transmit(instruction, p1, p2, data, data == null ? 0 : 4, le));
            card.HasResponse("A1A2");
            card.Ends();
        }

        [TestMethod]
        [DataRow((int)AtStatus.NoAnswer, -1)]
        [DataRow((int)AtStatus.Garbled, -1)]
        [DataRow((int)AtStatus.CmeError, 0)]
        [DataRow((int)AtStatus.CmeError, 14)]
        [DataRow((int)AtStatus.CmeError, 100)]
        public void Transmit_Verify_IsNeverSentTwice(int status, int code)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.ExpectModemTrouble("0120008108" + "31323334FFFFFFFF", (AtStatus)status, code);
            Expect.Throws(
                typeof(ModemException),
                () => card.Channel.Transmit(0x20, 0, 0x81, Hex.Bytes("31323334FFFFFFFF"), 8, 0));
            card.Ends();
        }

        [TestMethod]
        public void Close_AfterAFailedCommand_IsClosed()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.ExpectModemTrouble("01B0000002", AtStatus.CmeError, 3);
            card.Card.Expect("0070800100", "9000");
            Expect.Throws(typeof(ModemException), () => card.Channel.Transmit(ReadBinary, 0, 0, null, 0, 2));
            Assert.IsTrue(card.Channel.Close());
            StaysClosed(card);
        }

        private static int SelectFile(CardFixture card)
        {
            return card.Channel.Transmit(Select, 8, 4, Hex.Bytes("7FFF5031"), 4, 256);
        }

        private static string RepeatedByte(int count)
        {
            return new string('5', 2 * count);
        }

        // Nothing goes to the card any more, and least of all to its basic channel.
        private static void ExpectLeftoversClosed(CardFixture card)
        {
            card.Card.Expect("0070800100", "9000");
            card.Card.Expect("0070800200", "6200");
            card.Card.Expect("0070800300", "6881");
            card.Card.Expect("03708003", "6700");
        }

        private static void StaysClosed(CardFixture card)
        {
            Expect.Throws(typeof(InvalidOperationException), () => card.Channel.Transmit(ReadBinary, 0, 0, null, 0, 1));
            Assert.IsTrue(card.Channel.Close());
            card.Ends();
        }
    }
}
