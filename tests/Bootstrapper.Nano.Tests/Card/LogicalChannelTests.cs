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
    public sealed partial class LogicalChannelTests
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
            Transcript.Append(
                card,
                classByte + "A40804047FFF503100", "6118",
                classByte + "C0000018", Fcp + "9000",
                classByte + "B0012020", "6C10",
                classByte + "B0012010", "00112233445566778899AABBCCDDEEFF9000",
                classByte + "B201F400", "6A83");

            Assert.AreEqual(0x9000, card.Channel.Transmit(Select, 8, 4, Hex.Bytes("7FFF5031"), 4, 256));
            card.HasResponse(Fcp);
            Assert.AreEqual(0x9000, card.Channel.Transmit(ReadBinary, 1, 0x20, null, 0, 0x20));
            card.HasResponse("00112233445566778899AABBCCDDEEFF");
            Assert.AreEqual(0x6A83, card.Channel.Transmit(0xB2, 1, 0xF4, null, 0, 256));
            card.HasResponse(string.Empty);
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
            CardFixture card = Transcript.OnChannel01("01B0000002", response);
            Assert.AreEqual(statusWord, Read(card, 2));
            Assert.AreEqual((response.Length / 2) - 2, card.Channel.ResponseLength);
            card.Ends();
        }

        [TestMethod]
        public void Transmit_ToolkitBusy_IsSentAgainLater()
        {
            CardFixture card = Transcript.OnChannel01(
                "01B0000002", "9300",
                "01B0000002", "9300",
                "01B0000002", "A1A29000");
            Assert.AreEqual(0x9000, Read(card, 2));
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
            Assert.AreEqual(0x9300, Read(card, 2));
            Assert.IsTrue(card.Card.Count <= 20, "commands: " + card.Card.Count.ToString());
            Assert.IsTrue(card.Clock.Milliseconds <= 30000, "too long");
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
        public void Transmit_LeRefusedOnce_IsNotSentBehindDataAgain()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.ExpectModemTrouble(SelectOdf, AtStatus.Error, -1);
            for (int i = 0; i < 2; i++)
            {
                Transcript.Append(
                    card,
                    "01A40804047FFF5031", "6118",
                    "01C0000018", Fcp + "9000");
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
        [DataRow("6A82")]
        [DataRow("6A88")]
        public void SelectApplication_NotThere_IsFalseWithoutASecondQuestion(string statusWord)
        {
            CardFixture card = Transcript.OnChannel01("01A4040C0CA000000063504B43532D3135", statusWord);
            Assert.IsFalse(card.Channel.SelectApplication(Hex.Bytes("A000000063504B43532D3135"), null));
            card.Ends();
        }

        private static int SelectFile(CardFixture card)
        {
            return card.Channel.Transmit(Select, 8, 4, Hex.Bytes("7FFF5031"), 4, 256);
        }

        private static int Read(CardFixture card, int le)
        {
            return card.Channel.Transmit(ReadBinary, 0, 0, null, 0, le);
        }
    }
}
