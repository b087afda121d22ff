using System.IO.Ports;
using System.Text;
using Bootstrapper.Boards;
using Bootstrapper.Cli.Tests.Card;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Simulate;

/// <summary>The simulated modem on a pseudo-terminal, with clients that know of a serial port and no more.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class SimulateTerminalTests
{
    private const int MostCommandsLost = 10;

    private static IEnumerable<object[]> Families => ModemFamilies.All.Select(f => new object[] { f.Name });

    [TestMethod]
    [DynamicData(nameof(Families))]
    public async Task Simulate_Profile_AnswersAsTheFamily(string name)
    {
        ModemBehavior behavior = ModemFamilies.Get(name).Behavior;
        await using Simulation simulation = Simulation.Start(s => s with { Profile = name });
        using SerialPort port = Open(simulation.Address);

        // Some lose what is sent while they look for the speed of the line.
        for (int i = 0; i < MostCommandsLost; i++)
            port.Write("AT\r");
        port.Write("AT+CGMI\rAT+CGMM\r");

        ReadTo(port, $"\r\n{behavior.Manufacturer}\r\n");
        ReadTo(port, "OK\r\n");
        ReadTo(port, $"\r\n{behavior.Model}\r\n");
        ReadTo(port, "OK\r\n");
    }

    // What a terminal program would show.
    [TestMethod]
    public async Task Simulate_ScriptOfAtLines_ReadsTheFile()
    {
        string content = Convert.ToHexString(ExampleCard.BootstrapFile());
        (string Command, string Answer)[] script =
        [
            ("AT", ""),
            ("AT+CPIN?", "\r\n+CPIN: READY\r\n"),
            ("AT+CCID", "\r\n+CCID: 8988000000000000016\r\n"),
            ("AT+CSIM=10,\"0070000001\"", "\r\n+CSIM: 6,\"019000\"\r\n"),
            ("AT+CSIM=34,\"01A4040C0CA000000063504B43532D3135\"", "\r\n+CSIM: 4,\"9000\"\r\n"),
            ("AT+CSIM=14,\"01A4000C025031\"", "\r\n+CSIM: 4,\"9000\"\r\n"),
            ("AT+CSIM=10,\"01B0000008\"", "\r\n+CSIM: 20,\"A7063004040264309000\"\r\n"),
            ("AT+CSIM=14,\"01A4000C026432\"", "\r\n+CSIM: 4,\"9000\"\r\n"),
            ("AT+CSIM=10,\"01B000007E\"", $"\r\n+CSIM: 256,\"{content}9000\"\r\n"),
            ("AT+CSIM=10,\"0070800100\"", "\r\n+CSIM: 4,\"9000\"\r\n"),
            ("AT+CSIM=10,\"01B0000008\"", "\r\n+CSIM: 4,\"6881\"\r\n"),
        ];
        await using Simulation simulation = Simulation.Start(s => s);
        using SerialPort port = Open(simulation.Address);
        port.Write("ATE0\r");
        Assert.AreEqual("ATE0\r\r\nOK\r\n", ReadTo(port, "OK\r\n"));

        foreach ((string command, string answer) in script)
        {
            port.Write(command + "\r");
            Assert.AreEqual(answer + "\r\nOK\r\n", ReadTo(port, "OK\r\n"), command);
        }
    }

    [TestMethod]
    public async Task Simulate_ClientsThatComeAndGo_AreServed()
    {
        await using Simulation simulation = Simulation.Start(s => s);
        for (int round = 0; round < 3; round++)
        {
            using (SerialPort leaving = Open(simulation.Address))
                leaving.Write("AT+CGMI\rAT+CGM");

            // Behind what the other one had not finished stands a command that is none.
            using SerialPort port = Open(simulation.Address);
            port.Write("\rATE1\r");
            ReadTo(port, "ATE1\r\r\nOK\r\n");
        }
    }

    [TestMethod]
    public async Task Simulate_Link_LastsAsLongAsTheModem()
    {
        using ToolRun tool = new();
        string link = tool.PathOf("modem");
        File.CreateSymbolicLink(link, "/dev/pts/987654");
        await using Simulation simulation = Simulation.Start(s => s with { Link = link });
        Assert.AreEqual(simulation.Address, new FileInfo(link).LinkTarget);
        using (SerialPort port = Open(link))
        {
            port.Write("AT\r");
            ReadTo(port, "OK\r\n");
        }

        await simulation.StopAsync();

        Assert.IsEmpty(Directory.EnumerateFileSystemEntries(tool.Folder));
    }

    [TestMethod]
    public async Task Simulate_LinkOfAnotherThatRuns_IsLeftToIt()
    {
        using ToolRun tool = new();
        string link = tool.PathOf("modem");
        await using Simulation first = Simulation.Start(s => s with { Link = link });

        Assert.AreEqual(ExitCode.Usage, tool.Run("simulate", "--link", link));

        Assert.Contains("which is in use", tool.Error);
        Assert.AreEqual(first.Address, new FileInfo(link).LinkTarget);
    }

    [TestMethod]
    [DataRow("file")]
    [DataRow("folder")]
    [DataRow("link")]
    [DataRow("no/folder/modem")]
    public void Simulate_LinkThatCannotBe_IsRefused(string name)
    {
        using ToolRun tool = new();
        tool.Write("file", [1]);
        Directory.CreateDirectory(tool.PathOf("folder"));
        File.CreateSymbolicLink(tool.PathOf("link"), tool.PathOf("file"));
        string[] before = Directory.GetFileSystemEntries(tool.Folder);

        Assert.AreEqual(ExitCode.Usage, tool.Run("simulate", "--link", tool.PathOf(name)));

        Assert.StartsWith($"simboot: {tool.PathOf(name)}: can't be a link: ", tool.Error);
        Assert.HasCount(2, tool.Error.Split('\n'));
        Assert.AreEqual("", tool.Output);
        CollectionAssert.AreEquivalent(before, Directory.GetFileSystemEntries(tool.Folder));
        CollectionAssert.AreEqual(new byte[] { 1 }, File.ReadAllBytes(tool.PathOf("link")));
    }

    [TestMethod]
    public async Task Simulate_CardOfTheTool_ProvisionsTheLibrary()
    {
        using ToolRun tool = new();
        string image = tool.Write("bootstrap.bin", BootstrapContent.Large(1000));
        string folder = tool.PathOf("sim");
        Assert.AreEqual(ExitCode.Done, tool.Run("card", image, "-o", folder, "--oid-form", "opaque", "--pin", "5678"));
        await using Simulation simulation = Simulation.Start(s => s with { Card = folder, Profile = "Quectel BG96" });
        using SerialPortLink link = new(new SerialPort(simulation.Address, 115200), new SystemClock());

        BootstrapResult result = new SmartCardBootstrap(link, new SystemClock(), new BootstrapOptions { FilePin = "5678" }).Run();

        Assert.AreEqual(BootstrapOutcome.Provisioned, result.Outcome);
        Assert.AreEqual(1000, result.Content.Length);
    }

    private static SerialPort Open(string path)
    {
        SerialPort port = new(path, 115200) { ReadTimeout = (int)Simulation.Patience.TotalMilliseconds };
        port.Open();
        return port;
    }

    private static string ReadTo(SerialPort port, string end)
    {
        StringBuilder text = new();
        while (!text.ToString().EndsWith(end, StringComparison.Ordinal))
            text.Append((char)port.ReadByte());
        return text.ToString();
    }
}
