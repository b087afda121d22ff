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
        [TestMethod]
        [DataRow("\r\nBG96\r\n\r\nOK\r\n", "Quectel BG96")]
        [DataRow("\r\nSMS Ready\r\n\r\nSIMCOM_SIM7000E\r\n\r\nOK\r\n", "SIMCom SIM7000")]
        [DataRow("\r\n+CGMM: \"A7670E-FASE\"\r\n\r\nOK\r\n", "SIMCom A7670")]
        [DataRow("\r\n+CREG: 0\r\nnRF9160-SICA\r\n\r\nOK\r\n", "Nordic nRF91")]
        public void Profile_KnownModel_IsAskedOnce(string reply, string name)
        {
            AtFixture at = new AtFixture();
            Awaken(at);
            at.Link.Expect("AT+CGMM", reply);
            at.Link.Expect("AT+CPIN?", Ready);
            ModemSetup setup = new ModemSetup(at.Channel);
            Assert.IsNull(setup.Profile);
            Ends(at, setup, SimState.Ready);
            Assert.AreEqual(name, setup.Profile.Name);

            Awaken(at);
            at.Link.Expect("AT+CPIN?", Ready);
            Ends(at, setup, SimState.Ready);
        }

        [TestMethod]
        [DataRow("\r\n MULTIBAND  900E  1800\r\n\r\nOK\r\n", "\r\n WAVECOM MODEM\r\n\r\nOK\r\n", "Wavecom")]
        [DataRow("\r\nX1\r\n\r\nOK\r\n", "\r\n\xFF\x80\r\n\r\nOK\r\n", "Default")]
        [DataRow("\r\nOK\r\n", "\r\nERROR\r\n", "Default")]
        public void Profile_UnknownModel_IsThatOfTheMakerOrTheDefault(string model, string maker, string name)
        {
            AtFixture at = new AtFixture();
            Awaken(at);
            at.Link.Expect("AT+CGMM", model);
            at.Link.Expect("AT+CGMI", maker);
            at.Link.Expect("AT+CPIN?", Ready);
            ModemSetup setup = new ModemSetup(at.Channel);
            Ends(at, setup, SimState.Ready);
            Assert.AreEqual(name, setup.Profile.Name);
        }

        [TestMethod]
        [DataRow("Quectel BG96", "AT+QCCID", "+QCCID: 8944476500008878576F", "8944476500008878576")]
        [DataRow("Quectel EG25-G", "AT+QCCID", "+QCCID: 89852351123040005012", "89852351123040005012")]
        [DataRow("SIMCom SIM7000", "AT+CCID", "8944501810180244540f", "8944501810180244540")]
        [DataRow("SIMCom A7670", "AT+CICCID", "+ICCID: 89860075190930002379", "89860075190930002379")]
        [DataRow("u-blox SARA-R410M", "AT+CCID", "+CCID: 8901260882217768982", "8901260882217768982")]
        [DataRow("Nordic nRF91", "AT%XICCID", "%XICCID: 890126088221776898FF", "890126088221776898")]
        [DataRow("Telit ME310G1", "AT#CCID", "#CCID: 8901260580048502477", "8901260580048502477")]
        [DataRow("Sequans GM02S", "AT+SQNCCID", "+SQNCCID: \"8931080620054164161\",\"\"", "8931080620054164161")]
        [DataRow("Cinterion AC75", "AT^SCID", "^SCID: 89701012417725707318", "89701012417725707318")]
        [DataRow("Murata 1SC", "AT%CCID", "%CCID: \"8901260882217768982\"", "8901260882217768982")]

        // An eSIM's identifier, of 32 digits, behind it.
        [DataRow("Semtech HL78", "AT+CCID", "+CCID: 8901260882217768982,89049032000000000000000000000123",
            "8901260882217768982")]
        [DataRow("Semtech HL78", "AT+CCID", "+CCID: 8901260882217768982 89049032000000000000000000000123",
            "8901260882217768982")]
        [DataRow("Semtech HL78", "AT+CCID", "+CCID: 890126088221776898289049032000000000000000000000123", "")]
        [DataRow("Quectel BG96", "AT+QCCID", "+QCCID: 89012608822177689", "")]
        [DataRow("Quectel BG96", "AT+QCCID", "+QCCID: 890126088221776898212", "")]
        [DataRow("Quectel BG96", "AT+QCCID", "+QCCID:", "")]
        [DataRow("Quectel BG96", "AT+QCCID", "+CME ERROR: 13", "")]
        public void ReadIccid_WhatTheModemSays_IsItsDigits(string profile, string command, string line, string iccid)
        {
            AtFixture at = new AtFixture();
            at.Link.Expect(command, "\r\n" + line + "\r\n\r\nOK\r\n");
            string read = new ModemSetup(at.Channel, ModemProfiles.Find(profile), null).ReadIccid();
            if (iccid.Length > 0)
                Assert.AreEqual(iccid, read);
            else
                Assert.IsNull(read);
            at.Channel.Poll();
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void ReadIccid_NoWayKnown_SendsNothing()
        {
            AtFixture at = new AtFixture();
            Assert.IsNull(Setup(at).ReadIccid());
            Assert.IsNull(new ModemSetup(at.Channel).ReadIccid());
        }

        [TestMethod]
        public void IsAlive_Modem_SaysWhetherItAnswers()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT", Ok);
            at.Link.Expect("AT", string.Empty);
            at.Channel.Cancel();
            Assert.IsTrue(Setup(at).IsAlive());
            Assert.IsFalse(Setup(at).IsAlive());
            at.Executes(AtStatus.Cancelled, "AT", null);
        }

        [TestMethod]
        public void Restore_ModemAnswersInDigits_DoesSoAgain()
        {
            // V.250 5.7.1: ATV0, results are digits and a carriage return.
            AtFixture at = new AtFixture();
            at.Link.Expect("AT", "AT\r4\r");
            at.Link.Expect("AT", "AT\r0\r");
            at.Link.Expect("ATV1", "ATV1\r0\r");
            at.Link.Expect("ATE0", Ok);
            at.Link.Expect("AT+CMEE?", NumericErrors);
            at.Link.Expect("AT+CPIN?", Ready);
            ModemSetup setup = Setup(at);
            Ends(at, setup, SimState.Ready);

            at.Link.Expect("ATE1", Ok);
            at.Link.Expect("ATV0", "ATV0\r0\r");
            setup.Restore();
            setup.Restore();
            Assert.IsTrue(at.Link.IsConsumed);
            Assert.AreEqual(0L, at.Clock.Milliseconds);
        }

        [TestMethod]
        public void Prepare_ModemStartsWhileItIsWoken_IsAwaited()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT", "\r\nRDY\r\n");
            at.Link.Expect("AT", "\r\nAPP RDY\r\n");
            Prepared(at);
        }

        [TestMethod]
        public void Prepare_ModemRestarts_BeginsAgain()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT", "AT\r\r\nOK\r\n");
            at.Link.Expect("ATE0", Ok);
            at.Link.Expect("AT+CMEE?", "\r\n+CMEE: 2\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CMEE=1", Ok);
            at.Link.Expect("AT+CPIN?", "\r\n+KSUP: 0\r\n");
            at.Link.Expect("AT", "AT\r\r\nOK\r\n");
            at.Link.Expect("ATE0", Ok);
            at.Link.Expect("AT+CMEE?", "\r\n+CMEE: 2\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CMEE=1", Ok);

            // Between two commands it is as good as in the middle of one.
            at.Link.Expect("AT+CPIN?", "\r\n+CME ERROR: 14\r\n\r\nRDY\r\n");
            at.Link.Expect("AT+CPIN?", Error);
            at.Link.Expect("AT", Ok);
            at.Link.Expect("AT+CMEE?", NumericErrors);
            at.Link.Expect("AT+CPIN?", Ready);
            ModemSetup setup = Setup(at);
            Ends(at, setup, SimState.Ready);

            at.Link.Expect("AT+CMEE=2", Ok);
            at.Link.Expect("ATE1", Ok);
            setup.Restore();
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Prepare_ModemRestartsAgainAndAgain_Throws()
        {
            AtFixture at = new AtFixture();
            for (int i = 0; i < 4; i++)
            {
                Awaken(at);
                at.Link.Expect("AT+CPIN?", "\r\nRDY\r\n");
            }

            Throws(at, "AT+CPIN?", AtStatus.Restarted, -1);
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Prepare_CancelledBetweenTwoQueries_Throws()
        {
            AtFixture at = new AtFixture();
            at.Channel.UnsolicitedLine += (buffer, offset, length) => at.Channel.Cancel();
            Awaken(at);
            at.Link.Expect("AT+CPIN?", "\r\n+CME ERROR: 14\r\n\r\n+CREG: 1\r\n");
            Throws(at, "AT+CPIN?", AtStatus.Cancelled, -1);
            Assert.IsTrue(at.Link.IsConsumed);
            Assert.IsTrue(at.Clock.Milliseconds < 1100);
        }

        [TestMethod]
        public void Prepare_WhatItDoesToTheSim_IsNoOtherCard()
        {
            AtFixture at = new AtFixture();
            int changes = 0;
            at.Channel.CardChanged += () => changes++;
            Awaken(at);
            at.Link.Expect("AT+CPIN?", "\r\n+CME ERROR: 10\r\n");
            at.Link.Expect("AT+CFUN?", "\r\n+CFUN: 0\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CFUN=4", "\r\n+CPIN: READY\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CPIN?", Ready);
            ModemSetup setup = Setup(at);
            Ends(at, setup, SimState.Ready);

            at.Link.Expect("AT+CFUN=0", "\r\nOK\r\n\r\n+CPIN: NOT READY\r\n");
            setup.Restore();
            Assert.AreEqual(0, changes);
            Assert.IsTrue(at.Link.IsConsumed);

            at.Link.Arrive("\r\n+CPIN: READY\r\n");
            at.Channel.Poll();
            Assert.AreEqual(1, changes);
        }
    }
}
