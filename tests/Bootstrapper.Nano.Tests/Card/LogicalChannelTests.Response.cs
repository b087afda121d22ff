using Bootstrapper.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    public sealed partial class LogicalChannelTests
    {
        [TestMethod]
        public void Transmit_ResponseInSeveralParts_IsPutTogether()
        {
            CardFixture card = Transcript.OnChannel01(
                SelectOdf, "6102",
                "01C0000002", "A1A26103",
                "01C0000003", "A3A4A56101",
                "01C0000001", "A66101",
                "01C0000001", "A76101",
                "01C0000001", "A8910B");
            Assert.AreEqual(0x910B, SelectFile(card));
            card.HasResponse("A1A2A3A4A5A6A7A8");
            card.Ends();
        }

        [TestMethod]
        public void Transmit_SomeDataAndMoreWaiting_IsPutTogether()
        {
            CardFixture card = Transcript.OnChannel01(
                "01B0000004", "A1A26102",
                "01C0000002", "A3A49000");
            Assert.AreEqual(0x9000, Read(card, 4));
            card.HasResponse("A1A2A3A4");
        }

        [TestMethod]
        public void Transmit_MoreWaitingWithoutLe_IsFetchedToo()
        {
            // A command without Le may be answered 61XX as well, and its GET RESPONSE 6CXX.
            CardFixture card = Transcript.OnChannel01(
                "01A4080C047FFF5031", "6100",
                "01C0000000", "6C02",
                "01C0000002", "62009000");
            Assert.AreEqual(0x9000, SelectFileWithoutFcp(card));
            card.HasResponse("6200");
            card.Ends();
        }

        [TestMethod]
        public void Transmit_256BytesWaiting_AreFetched()
        {
            CardFixture card = Transcript.OnChannel01(
                "01B0000000", "6100",
                "01C0000000", Transcript.Data(256) + "9000");
            Assert.AreEqual(0x9000, Read(card, 256));
            Assert.AreEqual(256, card.Channel.ResponseLength);
        }

        [TestMethod]
        public void Transmit_MoreThanAResponseHolds_ThrowsAndTheNextCommandWorks()
        {
            CardFixture card = CardFixture.WithChannel("01");
            for (int i = 0; i < 3; i++)
            {
                Transcript.Append(
                    card,
                    "01B0000000", Transcript.Data(200) + "6100",
                    "01C0000000", Transcript.Data(100) + "9000");
            }

            card.Card.Expect("01B0000002", "A1A29000");
            Expect.Throws(typeof(ModemException), () => Read(card, 256));
            Assert.AreEqual(0x9000, Read(card, 2));
            card.HasResponse("A1A2");
        }

        [TestMethod]
        public void Transmit_GetResponseReturnsNothing_IsNotRepeated()
        {
            // Seen on Quectel EC800G: 6100 and no data, for ever.
            CardFixture card = Transcript.OnChannel01(
                SelectOdf, "6100",
                "01C0000000", "6100");
            Assert.AreEqual(0x6100, SelectFile(card));
            card.Ends();
        }

        [TestMethod]
        public void Transmit_GetResponseFails_ReturnsItsStatusWord()
        {
            CardFixture card = Transcript.OnChannel01(
                SelectOdf, "6118",
                "01C0000018", "6F00");
            Assert.AreEqual(0x6F00, SelectFile(card));
            card.Ends();
        }

        [TestMethod]
        public void Transmit_GetResponseWithoutEnd_IsGivenUp()
        {
            CardFixture card = Transcript.OnChannel01(SelectOdf, "6101");
            for (int i = 0; i < 100; i++)
                card.Card.Expect("01C0000001", "A16101");
            Assert.AreEqual(0x6101, SelectFile(card));
            Assert.IsTrue(card.Card.Count <= 10, "commands: " + card.Card.Count.ToString());
        }

        [TestMethod]
        public void Transmit_WrongLe_IsSentOnceMoreWithTheRightOne()
        {
            CardFixture card = Transcript.OnChannel01(
                "01B2010400", "6C03",
                "01B2010403", "A1A2A39000");
            Assert.AreEqual(0x9000, ReadFirstRecord(card));
            card.HasResponse("A1A2A3");
            card.Ends();
        }

        [TestMethod]
        public void Transmit_WrongLeTwice_ReturnsIt()
        {
            CardFixture card = Transcript.OnChannel01(
                "01B2010400", "6C03",
                "01B2010403", "6C04");
            Assert.AreEqual(0x6C04, ReadFirstRecord(card));
            card.Ends();
        }

        [TestMethod]
        public void Transmit_WrongLeInACase4Command_IsSentOnceMore()
        {
            CardFixture card = Transcript.OnChannel01(
                SelectOdf, "6C18",
                "01A40804047FFF503118", Fcp + "9000");
            Assert.AreEqual(0x9000, SelectFile(card));
            card.HasResponse(Fcp);
        }

        [TestMethod]
        public void Transmit_WrongLeInACommandWithoutLe_ReturnsIt()
        {
            CardFixture card = Transcript.OnChannel01("01A4080C047FFF5031", "6C18");
            Assert.AreEqual(0x6C18, SelectFileWithoutFcp(card));
            card.Ends();
        }

        [TestMethod]
        public void Transmit_WrongLeOfGetResponse_IsSentOnceMore()
        {
            CardFixture card = Transcript.OnChannel01(
                SelectOdf, "6C20",
                "01A40804047FFF503120", "61FF",
                "01C00000FF", "6C02",
                "01C0000002", "62009000");
            Assert.AreEqual(0x9000, SelectFile(card));
            card.HasResponse("6200");
            card.Ends();
        }

        [TestMethod]
        [DataRow("6200")]
        [DataRow("6283")]
        [DataRow("63C1")]
        public void Transmit_WarningAfterCase4_FetchesTheDataAndKeepsTheWarning(string warning)
        {
            CardFixture card = Transcript.OnChannel01(
                SelectOdf, warning,
                "01C0000000", "6C18",
                "01C0000018", Fcp + "9000");
            int statusWord = SelectFile(card);
            Assert.AreEqual(warning, statusWord.ToString("X4"));
            card.HasResponse(Fcp);
            card.Ends();
        }

        [TestMethod]
        public void Transmit_WarningAfterCase4WithNothingToFetch_KeepsTheWarning()
        {
            CardFixture card = Transcript.OnChannel01(
                SelectOdf, "6200",
                "01C0000000", "6F00");
            Assert.AreEqual(0x6200, SelectFile(card));
            card.HasResponse(string.Empty);
            card.Ends();
        }

        [TestMethod]
        public void Transmit_WarningAfterCase4WithItsData_FetchesNothing()
        {
            CardFixture card = Transcript.OnChannel01(SelectOdf, Fcp + "6283");
            Assert.AreEqual(0x6283, SelectFile(card));
            card.HasResponse(Fcp);
            card.Ends();
        }

        [TestMethod]
        public void Transmit_WarningWithoutLe_FetchesNothing()
        {
            CardFixture card = Transcript.OnChannel01("01A4080C047FFF5031", "6200");
            Assert.AreEqual(0x6200, SelectFileWithoutFcp(card));
            card.Ends();
        }

        private static int SelectFileWithoutFcp(CardFixture card)
        {
            return card.Channel.Transmit(Select, 8, 0x0C, Hex.Bytes("7FFF5031"), 4, 0);
        }

        private static int ReadFirstRecord(CardFixture card)
        {
            return card.Channel.Transmit(0xB2, 1, 4, null, 0, 256);
        }
    }
}
