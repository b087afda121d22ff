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

    // At 115200 baud, 57 bytes arrive in the 5 ms between two looks at the line.
    [TestMethod]
    public void ScriptedLine_Answer_ArrivesInPieces()
    {
        ScriptedLine line = new(new LongAnswer(), MostCommands);
        byte[] buffer = new byte[600];
        line.Write(buffer, 0, 1);

        int[] reads = [.. Enumerable.Range(0, 7).Select(_ => line.Read(buffer, 0, buffer.Length))];

        CollectionAssert.AreEqual(new[] { 0, 57, 0, 57, 0, LongAnswer.Length - 57 - 57, 0 }, reads);
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

    [TestMethod]
    public void MakeWithCertificates_AsManyAsByDefault_FillALongFile()
    {
        byte[] file = AccountFile.MakeWithCertificates(AccountFile.AccountsWithCertificates);

        BootstrapResult result = new SmartCardBootstrap(new DeviceCard(file), new DeviceClock()).Run();

        Assert.AreEqual(BootstrapOutcome.Provisioned, result.Outcome);
        Assert.HasCount(AccountFile.AccountsWithCertificates, result.Configuration.ServerInstances);
        Assert.AreEqual(2 * AccountFile.AccountsWithCertificates, new BootstrapOptions().MaxInstances);
        Assert.IsInRange(32000, 32767, file.Length);
    }

    private sealed class LongAnswer : ISerialLink
    {
        public const int Length = 150;

        public int Read(byte[] buffer, int offset, int count) => Length;

        public void Write(byte[] buffer, int offset, int count)
        {
        }
    }
}
