using Bootstrapper.Boards;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Boards;

[TestClass]
public sealed class AccountReportTests
{
    [TestMethod]
    public void Write_ExampleSim_IsItsAccountWithoutTheKey()
    {
        string text = Report(ExampleCard.BootstrapFile());

        Assert.AreEqual(
            """
            card 8988000000000000016
            account: server 1
              uri       coaps://eu.iot.avsystem.cloud:5684
              security  pre-shared key
              identity  20 bytes
              key       19 bytes
              lifetime  86400 s
              binding   U
            """.ReplaceLineEndings("\n"),
            text);
    }

    [TestMethod]
    public void Write_ControlCharactersFromTheCard_AreNotPassedOn()
    {
        byte[] file = ExampleCard.BootstrapFile();
        file[40] = 0x1B;

        string text = Report(file);

        Assert.DoesNotContain("\e", text);
        Assert.Contains("  uri       coaps://", text);
    }

    private static string Report(byte[] file)
    {
        FlowBench bench = new(card: new(ExampleCard.Create(file)));
        bench.Firmware.Report = null;
        bench.Firmware.Round();
        LineLog log = new();

        new AccountReport(log).Write(bench.Firmware.Result);

        return log.Text;
    }
}
