using System;
using Bootstrapper.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Modem
{
    public sealed partial class ModemSetupTests
    {
        private const string WantsPin = "\r\n+CPIN: SIM PIN\r\n\r\nOK\r\n";

        // TS 102 221 11.1.9: VERIFY of PIN 1 without a PIN.
        private const string AskTries = "AT+CSIM=10,\"0020000100\"";
        private const string Enter = "AT+CPIN=\"2468\"";

        [TestMethod]
        [DataRow("\r\n+CSIM: 4,\"63C3\"\r\n\r\nOK\r\n")]
        [DataRow("\r\n+CSIM: 4,63c2\r\n\r\nOK\r\n")]
        [DataRow("\r\n+CSIM: 4,\"63CA\"\r\n\r\nOK\r\n")]
        public void Prepare_PinAndTriesEnough_EntersItAndWaits(string tries)
        {
            AtFixture at = new AtFixture();
            ModemSetup setup = AtPin(at);
            at.Link.Expect(AskTries, tries);
            at.Link.Expect(Enter, Ok);

            // What a modem says of the SIM for a while after.
            at.Link.Expect("AT+CPIN?", WantsPin);
            at.Link.Expect("AT+CPIN?", "\r\n+CME ERROR: 14\r\n");
            at.Link.Expect("AT+CPIN?", Ready);
            Ends(at, setup, SimState.Ready);
        }

        [TestMethod]
        [DataRow("\r\n+CSIM: 4,\"63C1\"\r\n\r\nOK\r\n", true)]
        [DataRow("\r\n+CSIM: 4,\"63C0\"\r\n\r\nOK\r\n", true)]
        [DataRow("\r\n+CSIM: 4,\"6983\"\r\n\r\nOK\r\n", false)]
        [DataRow("\r\n+CSIM: 4,\"9000\"\r\n\r\nOK\r\n", false)]
        [DataRow("\r\n+CSIM: 4,\"63C\"\r\n\r\nOK\r\n", false)]
        [DataRow("\r\n+CME ERROR: 3\r\n", false)]
        [DataRow("\r\nOK\r\n", false)]
        public void Prepare_PinAndTriesTooFewOrUnknown_IsNotEntered(string tries, bool isKnown)
        {
            AtFixture at = new AtFixture();
            ModemSetup setup = AtPin(at);
            at.Link.Expect(AskTries, tries);
            if (!isKnown)
                at.Link.Expect("AT+CPINR", Error);
            Ends(at, setup, SimState.PinRequired);
        }

        [TestMethod]
        [DataRow("\r\n+CPINR: SIM PIN,3\r\n\r\nOK\r\n", true)]
        [DataRow("\r\n+CPINR: SIM PIN,2,3\r\n+CPINR: SIM PUK,10,10\r\n+CPINR: SIM PIN2,1,3\r\n\r\nOK\r\n", true)]
        [DataRow("\r\n+CPINR: \"SIM PIN\",2,3\r\n+CPINR: \"SIM PIN2\",1,3\r\n\r\nOK\r\n", true)]
        [DataRow("\r\n+CPINR: \"SIM PIN\",1,3\r\n+CPINR: \"SIM PIN2\",3,3\r\n\r\nOK\r\n", false)]
        [DataRow("\r\n+CPINR: \"SIM PIN2\",3\r\n\r\nOK\r\n", false)]
        [DataRow("\r\n+CPINR: SIM PIN,1\r\n+CPINR: SIM PIN2,3\r\n\r\nOK\r\n", false)]
        [DataRow("\r\n+CPINR: SIM PIN,0\r\n\r\nOK\r\n", false)]
        [DataRow("\r\n+CPINR: SIM PIN2,3\r\n\r\nOK\r\n", false)]
        [DataRow("\r\n+CPINR: SIM PIN,\r\n\r\nOK\r\n", false)]
        public void Prepare_TriesFromTheModem_DecideLikewise(string tries, bool isEntered)
        {
            AtFixture at = new AtFixture();
            ModemSetup setup = AtPin(at);
            at.Link.Expect(AskTries, Error);
            at.Link.Expect("AT+CPINR", tries);
            if (isEntered)
            {
                at.Link.Expect(Enter, Ok);
                at.Link.Expect("AT+CPIN?", Ready);
            }

            Ends(at, setup, isEntered ? SimState.Ready : SimState.PinRequired);
        }

        [TestMethod]
        [DataRow("\r\n+CME ERROR: 16\r\n")]
        [DataRow("\r\n+CME ERROR: 12\r\n")]
        [DataRow("\r\nERROR\r\n")]
        public void Prepare_PinRefused_IsNeverTriedAgain(string reply)
        {
            AtFixture at = new AtFixture();
            ModemSetup setup = AtPin(at);
            at.Link.Expect(AskTries, "\r\n+CSIM: 4,\"63C3\"\r\n\r\nOK\r\n");
            at.Link.Expect(Enter, reply);
            Ends(at, setup, SimState.PinRequired);

            Awaken(at);
            at.Link.Expect("AT+CPIN?", WantsPin);
            Ends(at, setup, SimState.PinRequired);
        }

        [TestMethod]
        [DataRow("AT+CPIN=\"2468\"\r")]
        [DataRow("\r\nRDY\r\n")]
        public void Prepare_AnswerToThePinIsLost_IsNeitherTriedAgainNorTold(string reply)
        {
            AtFixture at = new AtFixture();
            ModemSetup setup = AtPin(at);
            at.Link.Expect(AskTries, "\r\n+CSIM: 4,\"63C3\"\r\n\r\nOK\r\n");
            at.Link.Expect(Enter, reply);
            if (reply[0] == 'A')
            {
                ModemException thrown = (ModemException)Expect.Throws(typeof(ModemException), () => setup.Prepare());
                Assert.AreEqual("AT+CPIN", thrown.Command);
                Assert.AreEqual("AT+CPIN: no answer in time", thrown.Message);
                Assert.AreEqual(string.Empty, at.Unsolicited.Text);
            }

            Awaken(at);
            at.Link.Expect("AT+CPIN?", WantsPin);
            Ends(at, setup, SimState.PinRequired);
        }

        [TestMethod]
        public void Prepare_PinWasRight_IsEnteredAgainAfterThePowerWasOff()
        {
            AtFixture at = new AtFixture();
            ModemSetup setup = AtPin(at);
            for (int i = 0; i < 2; i++)
            {
                at.Link.Expect(AskTries, "\r\n+CSIM: 4,\"63C3\"\r\n\r\nOK\r\n");
                at.Link.Expect(Enter, Ok);
                at.Link.Expect("AT+CPIN?", Ready);
                Ends(at, setup, SimState.Ready);
                Awaken(at);
                at.Link.Expect("AT+CPIN?", i == 0 ? WantsPin : Ready);
            }

            Ends(at, setup, SimState.Ready);
        }

        [TestMethod]
        public void Prepare_PinTakenButAskedForOn_IsNotEnteredTwice()
        {
            AtFixture at = new AtFixture();
            ModemSetup setup = AtPin(at);
            at.Link.Expect(AskTries, "\r\n+CSIM: 4,\"63C3\"\r\n\r\nOK\r\n");
            at.Link.Expect(Enter, Ok);
            for (int i = 0; i < 29; i++)
                at.Link.Expect("AT+CPIN?", WantsPin);
            at.Link.Expect("AT+CFUN?", On);
            Ends(at, setup, SimState.PinRequired);

            // The OK may have been that of another command.
            Awaken(at);
            at.Link.Expect("AT+CPIN?", WantsPin);
            Ends(at, setup, SimState.PinRequired);
        }

        [TestMethod]
        public void Prepare_PukWanted_EntersNothing()
        {
            AtFixture at = new AtFixture();
            Awaken(at);
            at.Link.Expect("AT+CPIN?", "\r\n+CPIN: SIM PUK\r\n\r\nOK\r\n");
            Ends(at, WithPin(at, "2468"), SimState.PukRequired);
        }

        [TestMethod]
        public void Prepare_CancelledWhileThePinIsEntered_HearsTheAnswer()
        {
            AtFixture at = new AtFixture();
            ModemSetup setup = AtPin(at);
            at.Channel.UnsolicitedLine += (buffer, offset, length) => at.Channel.Cancel();
            at.Link.Expect(AskTries, "\r\n+CSIM: 4,\"63C3\"\r\n\r\nOK\r\n");
            at.Link.Expect(Enter, "\r\n+CREG: 1\r\n\r\nOK\r\n");

            // The line falls silent between the news and the answer.
            at.Link.BytesPerRead = 12;
            at.Link.IsSlow = true;
            ModemException thrown = (ModemException)Expect.Throws(typeof(ModemException), () => setup.Prepare());
            Assert.AreEqual((int)AtStatus.Cancelled, (int)thrown.Status);
            Assert.AreEqual("AT+CPIN?", thrown.Command);
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Prepare_ModemThatWantsTheCardLocked_IsAskedForTriesInALock()
        {
            AtFixture at = new AtFixture();
            int changes = 0;
            at.Channel.CardChanged += () => changes++;
            Awaken(at);
            at.Link.Expect("AT+CPIN?", WantsPin);
            at.Link.Expect("AT+CSIM=1", "\r\nOK\r\n#QSS: 0\r\n");
            at.Link.Expect(AskTries, "\r\n+CSIM: 4,\"63C3\"\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CSIM=0", "\r\nOK\r\n#QSS: 1\r\n");
            at.Link.Expect(Enter, Ok);
            at.Link.Expect("AT+CPIN?", Ready);
            Ends(at, new ModemSetup(at.Channel, ModemProfiles.Find("Telit ME310G1"), "2468"), SimState.Ready);
            Assert.AreEqual(0, changes);
        }

        [TestMethod]
        public void Prepare_EndOfTheLockIsNotAnswered_PinIsNotEntered()
        {
            // What comes late could be taken for the answer to the PIN.
            AtFixture at = new AtFixture();
            Awaken(at);
            at.Link.Expect("AT+CPIN?", WantsPin);
            at.Link.Expect("AT+CSIM=1", Ok);
            at.Link.Expect(AskTries, "\r\n+CSIM: 4,\"63C3\"\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CSIM=0", string.Empty);
            Ends(at, new ModemSetup(at.Channel, ModemProfiles.Find("Telit ME310G1"), "2468"), SimState.PinRequired);
        }

        [TestMethod]
        public void Lock_ModemThatWantsTheCardLocked_AnnouncesNoOtherCard()
        {
            AtFixture at = new AtFixture();
            int changes = 0;
            at.Channel.CardChanged += () => changes++;
            ModemSetup setup = new ModemSetup(at.Channel, ModemProfiles.Find("Telit ME310G1"), null);
            at.Link.Expect("AT+CSIM=1", "\r\n#QSS: 0\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CSIM=0", "\r\nOK\r\n");
            setup.Lock(true);
            setup.Lock(true);
            setup.Lock(false);
            setup.Lock(false);
            at.Link.Arrive("\r\n#QSS: 1\r\n#QSS: 3\r\n");
            at.Channel.Poll();
            Assert.AreEqual(0, changes);

            at.Link.Arrive("\r\n#QSS: 0\r\n");
            at.Channel.Poll();
            Assert.AreEqual(1, changes);
            at.Link.Arrive("\r\n#QSS: 1\r\n");
            at.Channel.Poll();
            Assert.AreEqual(2, changes);
        }

        [TestMethod]
        public void Restore_CardIsLocked_UnlocksIt()
        {
            AtFixture at = new AtFixture();
            ModemSetup setup = new ModemSetup(at.Channel, ModemProfiles.Find("Telit ME310G1"), null);
            at.Link.Expect("AT+CSIM=1", Ok);
            at.Link.Expect("AT+CSIM=0", string.Empty);
            setup.Lock(true);
            setup.Restore();
            setup.Restore();
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Lock_OtherModem_SendsNothing()
        {
            AtFixture at = new AtFixture();
            Setup(at).Lock(true);
            new ModemSetup(at.Channel, null, null).Lock(true);
        }

        [TestMethod]
        [DataRow("")]
        [DataRow("123")]
        [DataRow("123456789")]
        [DataRow("12 4")]
        [DataRow("12\"4")]
        [DataRow("123A")]
        public void Constructor_NoPin_Throws(string pin)
        {
            // TS 102 221 9.5.1: four to eight decimal digits.
            Exception thrown = Expect.Throws(typeof(ArgumentException), () => WithPin(new AtFixture(), pin));
            Assert.IsTrue(pin.Length == 0 || thrown.Message.IndexOf(pin) < 0);
        }

        private static ModemSetup WithPin(AtFixture at, string pin)
        {
            return new ModemSetup(at.Channel, ModemProfiles.Get(0), pin);
        }

        private static ModemSetup AtPin(AtFixture at)
        {
            Awaken(at);
            at.Link.Expect("AT+CPIN?", WantsPin);
            return WithPin(at, "2468");
        }
    }
}
