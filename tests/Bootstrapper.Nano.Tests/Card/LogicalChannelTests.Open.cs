using System;
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
            CardFixture card = BeforeOpening("0070000001", response);
            card.Throws(statusWord, "MANAGE CHANNEL", () => card.Channel.Open());
            StaysClosed(card);
        }

        [TestMethod]
        [DataRow("6881", 0x6881)]
        [DataRow("6A81", 0x6A81)]
        public void Open_NoneIsFreeEvenAfterClosingLeftovers_ThrowsAndStaysClosed(string response, int statusWord)
        {
            CardFixture card = BeforeOpening("0070000001", response);
            ExpectAnotherAttempt(card, response);
            card.Throws(statusWord, "MANAGE CHANNEL", () => card.Channel.Open());
            StaysClosed(card);
        }

        [TestMethod]
        [DataRow("6881")]
        [DataRow("6A81")]
        public void Open_ChannelsLeftOpenByAnEarlierRun_ClosesThemAndOpensOne(string response)
        {
            CardFixture card = BeforeOpening("0070000001", response);
            ExpectAnotherAttempt(card, "019000");
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
            CardFixture card = BeforeOpening(
                "0070000001", "6101",
                "00C0000001", "029000",
                "02B0000001", "AA9000");
            card.Channel.Open();
            Assert.AreEqual(0x9000, Read(card, 1));
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
            CardFixture card = Transcript.OnChannel01(
                "0070800100", "9000",
                "0070000001", "039000",
                "0070800300", "9000");
            Assert.IsTrue(card.Channel.Close());
            card.Channel.Open();
            Assert.IsTrue(card.Channel.Close());
            card.Ends();
        }

        [TestMethod]
        public void Open_AfterACloseThatFailed_ClosesThatChannelFirst()
        {
            CardFixture card = CardFixture.WithChannel("02");
            card.Card.ExpectModemTrouble("0070800200", AtStatus.NoAnswer, -1);
            Transcript.Append(
                card,
                "0070800200", "9000",
                "0070000001", "019000",
                "0070800100", "9000",
                "0070000001", "019000");
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
            ExpectAnotherAttempt(card, "019000");
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

        private static CardFixture BeforeOpening(params string[] dialogue)
        {
            CardFixture card = new CardFixture();
            Transcript.Append(card, dialogue);
            return card;
        }

        // Closes what an earlier run may have left open, and asks once more.
        private static void ExpectAnotherAttempt(CardFixture card, string response)
        {
            Transcript.Append(
                card,
                "0070800100", "9000",
                "0070800200", "6200",
                "0070800300", "6881",
                "03708003", "6700",
                "0070000001", response);
        }
    }
}
