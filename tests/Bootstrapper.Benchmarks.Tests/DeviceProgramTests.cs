using Bootstrapper.Benchmarks.Device;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Modem;

namespace Bootstrapper.Benchmarks.Tests;

/// <summary>What the program for the device reads from: it has to go on with the library.</summary>
[TestClass]
public sealed class DeviceProgramTests
{
    private const int MostCommands = 200;

    private static readonly BootstrapOptions _options = SampleFile.Large.Options(CardAccess.CsimChannel, 240);

    [TestMethod]
    public void DeviceCard_Example_IsProvisionedOnALogicalChannel()
    {
        SmartCardBootstrap bootstrap = new(new DeviceCard(SampleFile.Example.Content), new DeviceClock());

        BootstrapResult result = bootstrap.Run();

        Assert.AreEqual(BootstrapOutcome.Provisioned, result.Outcome);
        Assert.AreEqual(CardAccess.CsimChannel, bootstrap.WorkingAccess);
    }

    [TestMethod]
    public void ScriptedLine_Replayed_GivesTheSameFile()
    {
        ScriptedLine line = new(new DeviceCard(SampleFile.Large.Content), MostCommands);
        BootstrapResult first = new SmartCardBootstrap(line, new DeviceClock(), _options).Run();
        line.Replay();

        BootstrapResult again = new SmartCardBootstrap(line, new DeviceClock(), _options).Run();

        Assert.AreEqual(BootstrapOutcome.Provisioned, first.Outcome);
        Assert.AreEqual(BootstrapOutcome.Provisioned, again.Outcome);
        Assert.HasCount(AccountFile.AccountsOf32K, again.Configuration.ServerInstances);
        CollectionAssert.AreEqual(first.State, again.State);
    }
}
