using Bootstrapper.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Modem
{
    [TestClass]
    public sealed partial class ModemSetupTests
    {
        private const string Ok = "\r\nOK\r\n";
        private const string Error = "\r\nERROR\r\n";
        private const string Ready = "\r\n+CPIN: READY\r\n\r\nOK\r\n";
        private const string On = "\r\n+CFUN: 1\r\n\r\nOK\r\n";
        private const string NumericErrors = "\r\n+CMEE: 1\r\n\r\nOK\r\n";

        [TestMethod]
        public void Restore_ModemWithEchoAndPlainErrors_HasItsSettingsAgain()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT", "AT\r\r\nOK\r\n");
            at.Link.Expect("ATE0", "ATE0\r\r\nOK\r\n");
            at.Link.Expect("AT+CMEE?", "\r\n+CMEE: 2\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CMEE=1", Ok);
            at.Link.Expect("AT+CPIN?", Ready);
            ModemSetup setup = Setup(at);

            Assert.AreEqual((int)SimState.Ready, (int)setup.Prepare());
            Assert.IsTrue(at.Link.IsConsumed);

            at.Link.Expect("AT+CMEE=2", Ok);
            at.Link.Expect("ATE1", Ok);
            setup.Restore();
            Assert.IsTrue(at.Link.IsConsumed);
            setup.Restore();
        }

        [TestMethod]
        public void Restore_AnswerToTheChangeOfErrorsWasLost_PutsThemBack()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT", Ok);
            at.Link.Expect("AT+CMEE?", "\r\n+CMEE: 2\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CMEE=1", string.Empty);
            at.Link.Expect("AT+CMEE=1", string.Empty);
            ModemSetup setup = Setup(at);
            Expect.Throws(typeof(ModemException), () => setup.Prepare());

            at.Link.Expect("AT+CMEE=2", Ok);
            setup.Restore();
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Restore_AnswerToTheChangeOfEchoWasLost_PutsItBack()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT", "AT\r\r\nOK\r\n");
            at.Link.Expect("ATE0", string.Empty);
            at.Link.Expect("ATE0", string.Empty);
            ModemSetup setup = Setup(at);
            Expect.Throws(typeof(ModemException), () => setup.Prepare());

            at.Link.Expect("ATE1", Ok);
            setup.Restore();
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Prepare_ErrorModeThatDoesNotExist_IsLeftAlone()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT", Ok);
            at.Link.Expect("AT+CMEE?", "\r\n+CMEE: 999999999\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CPIN?", Ready);
            ModemSetup setup = Setup(at);
            Assert.AreEqual((int)SimState.Ready, (int)setup.Prepare());
            setup.Restore();
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Restore_NothingWasChanged_SendsNothing()
        {
            AtFixture at = new AtFixture();
            ModemSetup setup = Prepared(at);
            setup.Restore();
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        [DataRow("\r\nERROR\r\n")]
        [DataRow("")]
        public void Restore_ModemRefusesOrIsSilent_DoesNotThrow(string reply)
        {
            AtFixture at = new AtFixture();
            ModemSetup setup = PreparedWithChanges(at);
            at.Link.Expect("AT+CMEE=0", reply);
            at.Link.Expect("ATE1", reply);
            setup.Restore();
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Restore_AfterALateCancel_StillPutsBack()
        {
            AtFixture at = new AtFixture();
            ModemSetup setup = PreparedWithChanges(at);
            at.Link.Expect("AT+CMEE=0", Ok);
            at.Link.Expect("ATE1", Ok);
            at.Channel.Cancel();
            setup.Restore();
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Prepare_ModemWithoutErrorSetting_GoesOn()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT", Ok);
            at.Link.Expect("AT+CMEE?", "\r\nERROR\r\n");
            at.Link.Expect("AT+CPIN?", Ready);
            ModemSetup setup = Setup(at);
            Assert.AreEqual((int)SimState.Ready, (int)setup.Prepare());
            setup.Restore();
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Prepare_SleepyModem_IsWoken()
        {
            AtFixture at = new AtFixture();
            ExpectSilence(at, 8);
            at.Link.Expect("AT", Error);
            Prepared(at);
            Assert.IsTrue(at.Clock.Milliseconds >= 4000, "too few attempts for a modem that boots");
        }

        [TestMethod]
        public void Prepare_SilentModem_Throws()
        {
            AtFixture at = new AtFixture();
            ExpectSilence(at, 10);
            Throws(at, "AT", AtStatus.NoAnswer, -1);
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Prepare_ModemWithoutResults_IsMadeToTell()
        {
            // V.250 6.2.5: with Q1 the modem obeys, but tells no results; only its echo shows that it is there.
            AtFixture at = new AtFixture();
            for (int i = 0; i < 4; i++)
                at.Link.Expect("AT", "AT\r");
            at.Link.Expect("ATQ0", "ATQ0\r\r\nOK\r\n");
            at.Link.Expect("ATE0", Ok);
            at.Link.Expect("AT+CMEE?", NumericErrors);
            at.Link.Expect("AT+CPIN?", Ready);
            Ends(at, Setup(at), SimState.Ready);
        }

        [TestMethod]
        [DataRow("\r\n+CPIN: READY\r\n\r\nOK\r\n", (int)SimState.Ready)]
        [DataRow("\r\n+CPIN:READY\r\n\r\nOK\r\n", (int)SimState.Ready)]
        [DataRow("\r\n+CPIN: SIM PIN\r\n\r\nOK\r\n", (int)SimState.PinRequired)]
        [DataRow("\r\n+CPIN: \"SIM PIN\"\r\n\r\nOK\r\n", (int)SimState.PinRequired)]
        [DataRow("\r\n+CPIN: SIM PUK\r\n\r\nOK\r\n", (int)SimState.PukRequired)]
        [DataRow("\r\n+CPIN: SIM PIN2\r\n\r\nOK\r\n", (int)SimState.Ready)]
        [DataRow("\r\n+CPIN: PH-NETSUB PUK\r\n\r\nOK\r\n", (int)SimState.Ready)]
        [DataRow("\r\n+CPIN: NOT READY\r\n\r\n+CPIN: READY\r\n\r\nOK\r\n", (int)SimState.Ready)]
        [DataRow("\r\n+CME ERROR: 11\r\n", (int)SimState.PinRequired)]
        [DataRow("\r\n+CME ERROR: 12\r\n", (int)SimState.PukRequired)]
        [DataRow("\r\nOK\r\n", (int)SimState.Unknown)]
        public void Prepare_WhatTheModemSaysOfTheSim_IsReturned(string reply, int state)
        {
            AtFixture at = new AtFixture();
            Awaken(at);
            at.Link.Expect("AT+CPIN?", reply);
            Assert.AreEqual(state, (int)Setup(at).Prepare());
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        [DataRow("\r\n+CME ERROR: 14\r\n")]
        [DataRow("\r\n+CME ERROR: SIM busy\r\n")]
        [DataRow("\r\n+CPIN: NOT READY\r\n\r\nOK\r\n")]
        public void Prepare_SimBusy_IsAwaited(string busy)
        {
            AtFixture at = new AtFixture();
            Awaken(at);
            for (int i = 0; i < 20; i++)
                at.Link.Expect("AT+CPIN?", busy);
            at.Link.Expect("AT+CPIN?", Ready);
            Assert.AreEqual((int)SimState.Ready, (int)Setup(at).Prepare());
            Assert.IsTrue(at.Clock.Milliseconds >= 20 * 500, "asked too often");
        }

        [TestMethod]
        public void Prepare_SimBusyForever_Throws()
        {
            AtFixture at = new AtFixture();
            Awaken(at);
            for (int i = 0; i < 30; i++)
                at.Link.Expect("AT+CPIN?", "\r\n+CME ERROR: 14\r\n");
            at.Link.Expect("AT+CFUN?", On);
            Throws(at, "AT+CPIN?", AtStatus.CmeError, 14);
        }

        [TestMethod]
        public void Prepare_SimFailure_IsRetriedThenThrows()
        {
            AtFixture at = new AtFixture();
            Awaken(at);
            for (int i = 0; i < 10; i++)
                at.Link.Expect("AT+CPIN?", "\r\n+CME ERROR: 13\r\n");
            at.Link.Expect("AT+CFUN?", On);
            Throws(at, "AT+CPIN?", AtStatus.CmeError, 13);
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        [DataRow(5)]
        [DataRow(6)]
        [DataRow(7)]
        [DataRow(15)]
        [DataRow(16)]
        [DataRow(40)]
        [DataRow(47)]
        [DataRow(48)]
        public void Prepare_SimThatWaitingDoesNotPutRight_ThrowsAtOnce(int code)
        {
            AtFixture at = new AtFixture();
            Awaken(at);
            at.Link.Expect("AT+CPIN?", "\r\n+CME ERROR: " + code.ToString() + "\r\n");
            Throws(at, "AT+CPIN?", AtStatus.CmeError, code);
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Prepare_PlainErrorAgainAndAgain_IsUnknown()
        {
            AtFixture at = new AtFixture();
            Awaken(at);
            for (int i = 0; i < 10; i++)
                at.Link.Expect("AT+CPIN?", Error);
            at.Link.Expect("AT+CFUN?", Error);
            Ends(at, Setup(at), SimState.Unknown);
        }

        [TestMethod]
        [DataRow(Error)]
        [DataRow("\r\n+CME ERROR: 13\r\n")]
        public void Prepare_ErrorRightAfterTheStart_IsRetried(string error)
        {
            AtFixture at = new AtFixture();
            Awaken(at);
            for (int i = 0; i < 9; i++)
                at.Link.Expect("AT+CPIN?", error);
            at.Link.Expect("AT+CPIN?", Ready);
            Ends(at, Setup(at), SimState.Ready);
            Assert.IsTrue(at.Clock.Milliseconds >= 9000, "asked too often");
        }

        [TestMethod]
        [DataRow("\r\n+CPIN: NOT INSERTED\r\n\r\nOK\r\n")]
        [DataRow("\r\n+CPIN: SIM REMOVED\r\n\r\nOK\r\n")]
        [DataRow("\r\n+CME ERROR: 10\r\n")]
        [DataRow("\r\n+CME ERROR: SIM not inserted\r\n")]
        public void Prepare_NoSimAndTheModemIsOn_IsBelievedAtOnce(string reply)
        {
            AtFixture at = new AtFixture();
            Awaken(at);
            at.Link.Expect("AT+CPIN?", reply);
            at.Link.Expect("AT+CFUN?", On);
            Ends(at, Setup(at), SimState.NotInserted);
            Assert.AreEqual(0L, at.Clock.Milliseconds);
        }

        [TestMethod]
        [DataRow("\r\n+CME ERROR: 10\r\n", 1)]
        [DataRow("\r\n+CME ERROR: 13\r\n", 10)]
        [DataRow(Error, 10)]
        [DataRow("\r\n+CME ERROR: 14\r\n", 30)]
        public void Prepare_ModemAtMinimumFunctionality_IsTurnedOnAndOffAgain(string reply, int times)
        {
            AtFixture at = new AtFixture();
            Awaken(at);
            for (int i = 0; i < times; i++)
                at.Link.Expect("AT+CPIN?", reply);
            at.Link.Expect("AT+CFUN?", "\r\n+CFUN: 0\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CFUN=4", Ok);

            // It takes a while to find its card then.
            for (int i = 0; i < 9; i++)
                at.Link.Expect("AT+CPIN?", "\r\n+CME ERROR: 10\r\n");
            at.Link.Expect("AT+CPIN?", Ready);
            ModemSetup setup = Setup(at);
            Ends(at, setup, SimState.Ready);

            at.Link.Expect("AT+CFUN=0", Ok);
            setup.Restore();
            setup.Restore();
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Prepare_NoSimAfterTurningOn_IsBelievedInTheEnd()
        {
            AtFixture at = new AtFixture();
            Awaken(at);
            at.Link.Expect("AT+CPIN?", "\r\n+CME ERROR: 10\r\n");
            at.Link.Expect("AT+CFUN?", "\r\n+CFUN: 0,0\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CFUN=41", Ok);
            for (int i = 0; i < 10; i++)
                at.Link.Expect("AT+CPIN?", "\r\n+CME ERROR: 10\r\n");
            Ends(at, new ModemSetup(at.Channel, ModemProfiles.Find("nordic NRF91"), null), SimState.NotInserted);
        }

        [TestMethod]
        public void Prepare_TurningOnIsRefused_IsNotPutBack()
        {
            AtFixture at = new AtFixture();
            Awaken(at);
            at.Link.Expect("AT+CPIN?", "\r\n+CME ERROR: 10\r\n");
            at.Link.Expect("AT+CFUN?", "\r\n+CFUN: 0\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CFUN=4", Error);
            ModemSetup setup = Setup(at);
            Ends(at, setup, SimState.NotInserted);
            setup.Restore();
        }

        [TestMethod]
        public void Prepare_SilenceAboutTheSim_Throws()
        {
            AtFixture at = new AtFixture();
            Awaken(at);
            at.Link.Expect("AT+CPIN?", string.Empty);
            at.Link.Expect("AT+CPIN?", string.Empty);
            Throws(at, "AT+CPIN?", AtStatus.NoAnswer, -1);
        }

        [TestMethod]
        public void Prepare_AnswerLostOnce_AsksAgain()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT", Ok);
            at.Link.Expect("AT+CMEE?", string.Empty);
            at.Link.Expect("AT+CMEE?", "\r\n+CMEE: 1\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CPIN?", string.Empty);
            at.Link.Expect("AT+CPIN?", "\r\n+CPIN: READY\r\n\r\nOK\r\n");

            Assert.IsTrue(Setup(at).Prepare() == SimState.Ready);
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Prepare_Cancelled_Throws()
        {
            AtFixture at = new AtFixture();
            at.Channel.Cancel();
            Throws(at, "AT", AtStatus.Cancelled, -1);
            at.NextCommandWorks();
        }

        private static ModemSetup Setup(AtFixture at)
        {
            return new ModemSetup(at.Channel, ModemProfiles.Get(0), null);
        }

        private static ModemSetup Prepared(AtFixture at)
        {
            Awaken(at);
            at.Link.Expect("AT+CPIN?", Ready);
            ModemSetup setup = Setup(at);
            Assert.AreEqual((int)SimState.Ready, (int)setup.Prepare());
            return setup;
        }

        private static ModemSetup PreparedWithChanges(AtFixture at)
        {
            at.Link.Expect("AT", "AT\r\r\nOK\r\n");
            at.Link.Expect("ATE0", Ok);
            at.Link.Expect("AT+CMEE?", "\r\n+CMEE: 0\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CMEE=1", Ok);
            at.Link.Expect("AT+CPIN?", Ready);
            ModemSetup setup = Setup(at);
            setup.Prepare();
            return setup;
        }

        private static void Awaken(AtFixture at)
        {
            at.Link.Expect("AT", Ok);
            at.Link.Expect("AT+CMEE?", NumericErrors);
        }

        private static void ExpectSilence(AtFixture at, int times)
        {
            for (int i = 0; i < times; i++)
            {
                at.Link.Expect("AT", string.Empty);
                if (i % 4 == 3)
                    at.Link.Expect("ATQ0", string.Empty);
            }
        }

        private static void Ends(AtFixture at, ModemSetup setup, SimState state)
        {
            Assert.AreEqual((int)state, (int)setup.Prepare());
            Assert.IsTrue(at.Link.IsConsumed);
        }

        private static void Throws(AtFixture at, string command, AtStatus status, int code)
        {
            ModemException thrown = (ModemException)Expect.Throws(
                typeof(ModemException), () => Setup(at).Prepare());
            Assert.AreEqual(command, thrown.Command);
            Assert.AreEqual((int)status, (int)thrown.Status);
            Assert.AreEqual(code, thrown.Code);
        }
    }
}
