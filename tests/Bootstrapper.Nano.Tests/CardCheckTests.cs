using Bootstrapper.Lwm2m;
using Bootstrapper.Tests.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests
{
    /// <summary>What a check finds after a run, and the sequence of sources that lives by it, as whole dialogues.</summary>
    [TestClass]
    public class CardCheckTests
    {
        private const string OtherIccid = "988800000000000020F69000";

        [TestMethod]
        public void Check_SameCardSameFile_TakesSixCommands()
        {
            FlowFixture flow = new FlowFixture();
            byte[] state = flow.RunToState();
            flow.ExpectCheck(FlowFixture.Iccid, FlowFixture.File);

            Assert.IsTrue(flow.Bootstrap.Check(state) == CardChange.Unchanged);
            flow.Ends();
        }

        [TestMethod]
        public void Check_AfterADeepSleep_NeedsTheStateAlone()
        {
            FlowFixture before = new FlowFixture();
            byte[] state = before.RunToState();
            Assert.IsTrue(state.Length <= 70);

            FlowFixture after = new FlowFixture();
            after.ExpectCheck(FlowFixture.Iccid, FlowFixture.File);
            Assert.IsTrue(after.Bootstrap.Check(state) == CardChange.Unchanged);
            after.Ends();
        }

        [TestMethod]
        public void Check_OtherCard_IsChangedAfterThreeCommands()
        {
            FlowFixture flow = new FlowFixture();
            byte[] state = flow.RunToState();
            flow.Link.ExpectApdu("0070000001", "019000");
            flow.Link.ExpectApdu("01B082000A", OtherIccid);
            flow.Link.ExpectApdu("0070800100", "9000");

            Assert.IsTrue(flow.Bootstrap.Check(state) == CardChange.Changed);
            flow.Ends();
        }

        [TestMethod]
        [DataRow("3833C101", "3933C101")]
        [DataRow("0000310800", "0000310801")]
        public void Check_OtherContent_IsChanged(string part, string other)
        {
            FlowFixture flow = new FlowFixture();
            byte[] state = flow.RunToState();
            flow.ExpectCheck(FlowFixture.Iccid, Hex.Replace(FlowFixture.File, part, other));

            Assert.IsTrue(flow.Bootstrap.Check(state) == CardChange.Changed);
            flow.Ends();
        }

        [TestMethod]
        public void Check_FileGone_IsChanged()
        {
            FlowFixture flow = new FlowFixture();
            byte[] state = flow.RunToState();
            flow.Link.ExpectApdu("0070000001", "019000");
            flow.Link.ExpectApdu("01B082000A", FlowFixture.Iccid);
            flow.Link.ExpectApdu("01A4040C0CA000000063504B43532D3135", "9000");
            flow.Link.ExpectApdu("01A4080C047FFF6432", "6A82");
            flow.Link.ExpectApdu("0070800100", "9000");

            Assert.IsTrue(flow.Bootstrap.Check(state) == CardChange.Changed);
            flow.Ends();
        }

        [TestMethod]
        public void Check_ModemSaysNoCard_IsRemovedOnceTheModemIsReady()
        {
            FlowFixture flow = new FlowFixture();
            byte[] state = flow.RunToState();
            flow.Link.Expect(Csim.Command("0070000001"), "\r\n+CME ERROR: 10\r\n");
            flow.ExpectNoCard();

            Assert.IsTrue(flow.Bootstrap.Check(state) == CardChange.Removed);
            flow.Ends();
        }

        [TestMethod]
        public void Check_ModemNotReadyAtFirst_GetsItReadyAndLooksAgain()
        {
            FlowFixture flow = new FlowFixture();
            byte[] state = flow.RunToState();
            flow.Link.Expect(Csim.Command("0070000001"), "\r\nERROR\r\n");
            flow.ExpectReady();
            flow.ExpectCheck(FlowFixture.Iccid, FlowFixture.File);

            Assert.IsTrue(flow.Bootstrap.Check(state) == CardChange.Unchanged);
            flow.Ends();
        }

        [TestMethod]
        public void Check_StateDamagedAnywhere_IsChangedWithoutAskingTheCard()
        {
            FlowFixture flow = new FlowFixture();
            byte[] state = flow.RunToState();
            for (int i = 0; i < state.Length; i++)
            {
                state[i] ^= 0x10;
                Assert.IsTrue(flow.Bootstrap.Check(state) == CardChange.Changed);
                state[i] ^= 0x10;
                byte[] cut = new byte[i];
                System.Array.Copy(state, 0, cut, 0, i);
                Assert.IsTrue(flow.Bootstrap.Check(cut) == CardChange.Changed);
            }

            Assert.IsTrue(flow.Bootstrap.Check(null) == CardChange.Changed);
            flow.Ends();
        }

        [TestMethod]
        public void Sequence_CardProvisions_IsTheCards()
        {
            FlowFixture flow = new FlowFixture();
            BootstrapSequence sequence = new BootstrapSequence(flow.Bootstrap, FlowFixture.Factory());
            flow.ExpectRun();

            Assert.IsTrue(sequence.Run());
            Assert.IsTrue(sequence.Configuration.BootstrapServer.Source == ConfigurationSource.Smartcard);
            Assert.IsTrue(sequence.Trouble == null);
        }

        [TestMethod]
        public void Sequence_NoCard_IsTheFactorys()
        {
            FlowFixture flow = new FlowFixture();
            BootstrapSequence sequence = new BootstrapSequence(flow.Bootstrap, FlowFixture.Factory());
            flow.ExpectNoCard();

            Assert.IsTrue(sequence.Run());
            Assert.IsTrue(sequence.Configuration.BootstrapServer.Source == ConfigurationSource.Factory);
            Assert.AreEqual("coap://factory.example:5683", sequence.Configuration.BootstrapServer.ServerUri);
            Assert.IsTrue(sequence.Check() == CardChange.Unchanged);
        }

        [TestMethod]
        public void Sequence_NeitherProvisions_IsEmpty()
        {
            FlowFixture flow = new FlowFixture();
            BootstrapSequence sequence = new BootstrapSequence(flow.Bootstrap, null);
            flow.ExpectNoCard();

            Assert.IsFalse(sequence.Run());
            Assert.IsTrue(sequence.Configuration == null);
        }

        [TestMethod]
        public void Sequence_CardRemoved_LosesTheCardsAccountsOnly()
        {
            FlowFixture flow = new FlowFixture();
            BootstrapSequence sequence = new BootstrapSequence(flow.Bootstrap, FlowFixture.Factory());
            flow.ExpectRun();
            sequence.Run();
            flow.Link.Expect(Csim.Command("0070000001"), "\r\n+CME ERROR: 10\r\n");
            flow.ExpectNoCard();

            Assert.IsTrue(sequence.Check() == CardChange.Removed);
            Assert.IsTrue(sequence.Configuration.BootstrapServer.Source == ConfigurationSource.Factory);
            Assert.IsTrue(sequence.State == null);
            flow.Ends();
        }

        [TestMethod]
        public void Sequence_FileChanged_IsReadAnew()
        {
            FlowFixture flow = new FlowFixture();
            BootstrapSequence sequence = new BootstrapSequence(flow.Bootstrap, null);
            flow.ExpectRun();
            sequence.Run();
            string changed = Hex.Replace(FlowFixture.File, "3833C101", "3933C101");
            flow.ExpectCheck(FlowFixture.Iccid, changed);
            flow.ExpectReady();
            flow.ExpectRead(changed);

            Assert.IsTrue(sequence.Check() == CardChange.Changed);
            Assert.AreEqual("coap://leshan.eclipseprojects.io:5793", sequence.Configuration.BootstrapServer.ServerUri);
            flow.Ends();
        }

        [TestMethod]
        public void Sequence_FileBecomesMalformed_KeepsWhatTheCardGaveBefore()
        {
            FlowFixture flow = new FlowFixture();
            BootstrapSequence sequence = new BootstrapSequence(flow.Bootstrap, FlowFixture.Factory());
            flow.ExpectRun();
            sequence.Run();
            string broken = Hex.Replace(FlowFixture.File, "00010036", "00020036");
            flow.ExpectCheck(FlowFixture.Iccid, broken);
            flow.ExpectReady();
            flow.ExpectRead(broken);

            Assert.IsTrue(sequence.Check() == CardChange.Unknown);
            Assert.IsTrue(sequence.Trouble is ContentException);
            Assert.AreEqual("coap://leshan.eclipseprojects.io:5783", sequence.Configuration.BootstrapServer.ServerUri);
        }

        [TestMethod]
        public void Sequence_BlankOnlyOnce_KeepsWhatTheCardGave()
        {
            FlowFixture flow = new FlowFixture();
            BootstrapSequence sequence = new BootstrapSequence(flow.Bootstrap, null);
            flow.ExpectRun();
            sequence.Run();
            string blank = new string('F', FlowFixture.File.Length);
            flow.ExpectReady();
            flow.ExpectRead(blank);
            flow.ExpectRun();

            Assert.IsTrue(sequence.Run());
            Assert.IsTrue(sequence.CardResult.Outcome == BootstrapOutcome.Provisioned);
            flow.Ends();
        }

        [TestMethod]
        public void Sequence_FileBlanked_LosesTheCardsAccounts()
        {
            FlowFixture flow = new FlowFixture();
            BootstrapSequence sequence = new BootstrapSequence(flow.Bootstrap, null);
            flow.ExpectRun();
            sequence.Run();
            string blank = new string('F', FlowFixture.File.Length);
            flow.ExpectCheck(FlowFixture.Iccid, blank);
            flow.ExpectReady();
            flow.ExpectRead(blank);
            flow.ExpectReady();
            flow.ExpectRead(blank);

            Assert.IsTrue(sequence.Check() == CardChange.Changed);
            Assert.IsTrue(sequence.CardResult.Outcome == BootstrapOutcome.Blank);
            Assert.IsTrue(sequence.Configuration == null);
        }
    }
}
