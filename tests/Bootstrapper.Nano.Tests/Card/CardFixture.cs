using System;
using Bootstrapper.Card;
using Bootstrapper.Tests.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    /// <summary>A logical channel to a scripted card, and the files over it.</summary>
    public sealed class CardFixture
    {
        /// <summary>Creates them, the channel closed.</summary>
        public CardFixture()
        {
            Channel = new LogicalChannel(new ApduTransport(Card, Clock));
            Files = new UiccFiles(Channel);
        }

        /// <summary>Gets the clock.</summary>
        public FakeClock Clock { get; } = new FakeClock();

        /// <summary>Gets the card.</summary>
        public ScriptedCard Card { get; } = new ScriptedCard();

        /// <summary>Gets the channel.</summary>
        public LogicalChannel Channel { get; }

        /// <summary>Gets the files.</summary>
        public UiccFiles Files { get; }

        /// <summary>Creates them, with the channel of this number open.</summary>
        public static CardFixture WithChannel(string number)
        {
            CardFixture fixture = new CardFixture();
            fixture.Card.Expect("0070000001", number + "9000");
            fixture.Channel.Open();
            return fixture;
        }

        /// <summary>Checks that the transcript was followed to its end.</summary>
        public void Ends()
        {
            Assert.IsTrue(Card.IsConsumed, "transcript left over after command " + Card.Count.ToString());
        }

        /// <summary>Checks the data of the last response.</summary>
        public void HasResponse(string hex)
        {
            byte[] data = new byte[Channel.ResponseLength];
            Array.Copy(Channel.Response, 0, data, 0, data.Length);
            Expect.Bytes(hex, data);
        }

        /// <summary>Runs what must end in this card exception, and the transcript with it.</summary>
        public void Throws(int statusWord, string step, Action action)
        {
            CardException thrown = (CardException)Expect.Throws(typeof(CardException), action);
            Assert.AreEqual(statusWord, thrown.StatusWord, thrown.Message);
            Assert.AreEqual(step, thrown.Step);
            Assert.IsTrue(thrown.Message.Contains(statusWord.ToString("X4")), thrown.Message);
            Ends();
        }
    }
}
