using Bootstrapper.Desktop;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.EndToEnd;

/// <summary>A check that can't get to the card the way that the accounts came.</summary>
[TestClass]
public sealed class SequenceCheckTests
{
    private readonly ManualClock _clock = new();

    // TS 102 221 11.1.17: 6881, logical channels are not supported.
    [TestMethod]
    public void Check_AnotherCardWithoutLogicalChannels_HasItsAccounts()
    {
        (BootstrapSequence sequence, SimulatedModem modem) = Bootstrapped();
        byte[] before = sequence.State;
        CardImage other = ExampleCard.Create();
        other.MasterFile.File(ExampleCard.IccidFileId)!.Replace(Convert.FromHexString("989900000000000010F6"));
        modem.Card = new(other, new() { LogicalChannels = 0 });

        Assert.AreEqual(CardChange.Changed, sequence.Check());

        Assert.IsNotNull(sequence.Configuration);
        CollectionAssert.AreNotEqual(before, sequence.State);
        Assert.AreEqual(CardChange.Unchanged, sequence.Check(), "over the way that was found");
    }

    [TestMethod]
    public void Check_SameCardWithoutTheWay_IsFoundAnotherWay()
    {
        (BootstrapSequence sequence, SimulatedModem modem) = Bootstrapped();
        modem.Faults = new FaultScript(Enumerable.Repeat(new ScriptedFault("AT+CSIM=", new ErrorFault()), 200)).Start();

        Assert.AreEqual(CardChange.Changed, sequence.Check());

        Assert.AreEqual(BootstrapOutcome.Provisioned, sequence.CardResult.Outcome);
        Assert.IsNull(sequence.Trouble);
    }

    [TestMethod]
    public void Check_SilentModem_PassesOutAndLeavesEverything()
    {
        (BootstrapSequence sequence, SimulatedModem modem) = Bootstrapped();
        byte[] before = sequence.State;
        modem.Faults = new FaultScript(Enumerable.Repeat(new ScriptedFault("AT", new SilentFault()), 2000)).Start();

        ModemException e = Assert.ThrowsExactly<ModemException>(() => sequence.Check());

        Assert.AreEqual(AtStatus.NoAnswer, e.Status);
        Assert.AreSame(before, sequence.State);
        Assert.IsNotNull(sequence.Configuration);
    }

    private (BootstrapSequence Sequence, SimulatedModem Modem) Bootstrapped()
    {
        SimulatedModem modem = new(new(ExampleCard.Create()), null, _clock);
        BootstrapSequence sequence = new(new SmartCardBootstrap(new SimulatorLink(modem), _clock), null);
        Assert.IsTrue(sequence.Run());
        return (sequence, modem);
    }
}
