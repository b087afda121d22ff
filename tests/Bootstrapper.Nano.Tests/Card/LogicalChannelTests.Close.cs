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
        [DataRow("9000")]
        [DataRow("910B")]
        [DataRow("6200")]
        public void Close_CardAnswersTheFirstForm_IsClosedOnce(string response)
        {
            CardFixture card = CardFixture.WithChannel("02");
            card.Card.Expect("0070800200", response);
            Closes(card);
        }

        [TestMethod]
        [DataRow("01", "0070800100", "01708001", "6700")]
        [DataRow("01", "0070800100", "01708001", "6C00")]
        [DataRow("04", "0070800400", "40708004", "6E00")]
        [DataRow("13", "0070801300", "4F708013", "6881")]
        public void Close_CardRefusesTheFirstForm_GetsTheSecond(string number, string first, string second, string refusal)
        {
            CardFixture card = CardFixture.WithChannel(number);
            Transcript.Append(
                card,
                first, refusal,
                second, "9000");
            Closes(card);
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
            Closes(card);
        }

        [TestMethod]
        public void Close_BothFormsRefused_SaysSoAndDoesNotThrow()
        {
            CardFixture card = Transcript.OnChannel01("0070800100", "6F00");
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
            Expect.Throws(typeof(ModemException), () => Read(card, 2));
            Closes(card);
        }

        [TestMethod]
        public void Close_BasicChannel_PutsTheModemsSelectionBack()
        {
            CardFixture card = new CardFixture();
            card.Channel.IsBasic = true;
            Transcript.Append(
                card,
                "00A4040C0CA000000063504B43532D3135", "9000",
                "00A4000C023F00", "9000",
                "00A4040C07A0000000871002", "6A82");

            card.Channel.Open();
            Assert.IsTrue(card.Channel.SelectApplication(Hex.Bytes("A000000063504B43532D3135"), null));
            Assert.IsFalse(card.Channel.TakesShortFiles);
            Assert.IsTrue(card.Channel.Close());
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
        public void Close_AfterAFailedCommand_IsClosed()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.ExpectModemTrouble("01B0000002", AtStatus.CmeError, 3);
            card.Card.Expect("0070800100", "9000");
            Expect.Throws(typeof(ModemException), () => Read(card, 2));
            Closes(card);
        }

        private static void Closes(CardFixture card)
        {
            Assert.IsTrue(card.Channel.Close());
            StaysClosed(card);
        }

        // Nothing goes to the card any more, and least of all to its basic channel.
        private static void StaysClosed(CardFixture card)
        {
            Expect.Throws(typeof(InvalidOperationException), () => Read(card, 1));
            Assert.IsTrue(card.Channel.Close());
            card.Ends();
        }
    }
}
