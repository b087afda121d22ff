using System.Globalization;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using Bootstrapper.Cli.Tests.Card;
using Bootstrapper.Cli.Tests.Tracing;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Simulate;

[TestClass]
public sealed class SimulateCommandTests : IDisposable
{
    private const string Key = "3378406D706C3350354B3533637233744B3379";

    private static readonly string[] _dialogue =
    [
        "ATE0",
        "AT+CSIM=10,\"0070000001\"",
        "AT+CSIM=34,\"01A4040C0CA000000063504B43532D3135\"",
        "AT+CSIM=18,\"01A4080C047FFF6432\"",
        "AT+CSIM=10,\"01B000007E\"",
        "AT+CSIM=10,\"0070800100\"",
    ];

    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [TestMethod]
    public async Task Simulate_Tcp_ServesOneAfterTheOther()
    {
        await using Simulation simulation = Simulation.Start(s => s with { Port = 0 });
        Assert.StartsWith("127.0.0.1:", simulation.Address);

        // The first one leaves in the middle of everything.
        using (NetworkStream line = simulation.Connect())
            Simulation.Send(line, "AT+CGMI\rAT+CG");
        for (int round = 0; round < 2; round++)
        {
            using NetworkStream line = simulation.Connect();
            Simulation.Send(line, "ATE0\r");
            Assert.EndsWith("\r\nOK\r\n", Simulation.ReadTo(line, "OK\r\n"));
            Simulation.Send(line, "AT+CGMI\r");
            Assert.AreEqual("\r\nSimulated\r\n\r\nOK\r\n", Simulation.ReadTo(line, "OK\r\n"));
        }
    }

    [TestMethod]
    public async Task Simulate_Always_SaysWhatItIs()
    {
        Simulation simulation = Simulation.Start(s => s with { Port = 0, Profile = "SIMCom SIM7600" });

        await simulation.DisposeAsync();

        Assert.AreEqual("SIMCom SIM7600 modem with the example SIM; Ctrl+C ends it\n", simulation.Error);
    }

    [TestMethod]
    public async Task Simulate_Image_IsOnTheExampleSim()
    {
        string image = _tool.Write("bootstrap.bin", Convert.FromHexString("0001000400150000"));
        (Simulation simulation, NetworkStream line) = Simulation.StartAndConnect(s => s with { Image = image });
        await using Simulation _ = simulation;
        using NetworkStream __ = line;
        Simulation.Send(line, "ATE0\rAT+CRSM=176,25650,0,0,10,,\"3F005015\"\r");

        Simulation.ReadTo(line, "\r\n+CRSM: 144,0,\"0001000400150000FFFF\"\r\n");
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Simulate_Trace_ShowsKeysOnlyIfAsked(bool showSecrets)
    {
        (Simulation simulation, NetworkStream line) =
            Simulation.StartAndConnect(s => s with { Trace = true, ShowSecrets = showSecrets });
        using (line)
            Talk(line);
        await simulation.DisposeAsync();

        Assert.Contains(
            "> AT+CSIM=10,\"01B000007E\"\n    channel 1: READ BINARY, offset 0, 126 bytes\n< +CSIM: 256,\"", simulation.Error);
        Assert.AreEqual(!showSecrets, simulation.Error.Contains("< +CSIM: 256,\"<126 bytes>9000\"\n", StringComparison.Ordinal));
        Assert.AreEqual(showSecrets, simulation.Error.Contains(Key, StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task Simulate_Record_IsReplayedTheSame()
    {
        string file = _tool.Write("field.trace", [1, 2, 3]);
        (Simulation simulation, NetworkStream line) =
            Simulation.StartAndConnect(s => s with { Record = file, Profile = "Quectel BG95" });
        string[] answers;
        using (line)
        {
            Simulation.ReadTo(line, "SMS DONE\r\n");
            answers = Talk(line);
        }

        await simulation.DisposeAsync();

        StepClock clock = new();
        TraceReplay replay = new(Trace.Load(file), clock);
        Read(replay, clock);
        foreach ((string command, string answer) in _dialogue.Zip(answers))
        {
            replay.Write(Encoding.ASCII.GetBytes(command + "\r"));
            Assert.AreEqual(answer, Read(replay, clock), command);
        }

        replay.End();
    }

    // It holds the keys; a file that was there before may have been for all.
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public async Task Simulate_Record_IsForTheOwnerOnly(bool exists)
    {
        string file = _tool.PathOf("field.trace");
        if (exists)
        {
            _tool.Write("field.trace", [1]);
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        await using Simulation simulation = Simulation.Start(s => s with { Record = file, Port = 0 });

        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    // What has passed is in the file at once, however the program ends.
    [TestMethod]
    public async Task Simulate_Record_IsWrittenAsItGoes()
    {
        string file = _tool.PathOf("field.trace");
        (Simulation simulation, NetworkStream line) = Simulation.StartAndConnect(s => s with { Record = file });
        await using Simulation _ = simulation;
        using NetworkStream __ = line;

        Talk(line);

        Assert.Contains(" AT+CSIM=10,\"01B000007E\"\n", await ReadSharedAsync(file));
    }

    // A modem that goes on would leave a record that is not whole.
    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public async Task Simulate_RecordThatCannotBeWritten_EndsIt()
    {
        (Simulation simulation, NetworkStream line) = Simulation.StartAndConnect(s => s with { Record = "/dev/full" });
        using (line)
            Simulation.Send(line, "AT\rAT\r");

        CommandException error = await Assert.ThrowsExactlyAsync<CommandException>(() => simulation.EndAsync());

        Assert.StartsWith("/dev/full: can't be written: ", error.Message);
        Assert.AreEqual(ExitCode.Usage, error.Code);
    }

    [TestMethod]
    public async Task Simulate_PortThatIsTaken_IsSaid()
    {
        await using Simulation simulation = Simulation.Start(s => s with { Port = 0 });
        string port = simulation.Port.ToString(CultureInfo.InvariantCulture);

        Assert.AreEqual(ExitCode.Modem, _tool.Run("simulate", "--tcp", port));

        Assert.StartsWith($"simboot: port {port}: ", _tool.Error);
        Assert.HasCount(2, _tool.Error.Split('\n'));
    }

    [TestMethod]
    [DataRow("--profile Nokia", "'Nokia'")]
    [DataRow("--card a --image b", "give one of them")]
    [DataRow("--tcp 0 --link a", "give one of them")]
    [DataRow("--tcp 70000", "--tcp must be 0 to 65535")]
    [DataRow("--tcp x", "Cannot parse argument 'x'")]
    [DataRow("--show-secrets", "--show-secrets needs --trace")]
    [DataRow("--card no/such/folder", "card image: no/such/folder: is no folder")]
    [DataRow("--image no/such/file", "no/such/file: can't be read: no such folder")]
    [DataRow("--tcp 0 --record no/such/folder/x", "no/such/folder/x: can't be written: no such folder")]
    public void Simulate_CommandLineThatMakesNoSense_IsAUsageError(string line, string message)
    {
        Assert.AreEqual(ExitCode.Usage, _tool.Run(["simulate", .. line.Split(' ')]), _tool.Error);

        Assert.StartsWith("simboot: ", _tool.Error);
        Assert.Contains(message, _tool.Error);
        Assert.HasCount(2, _tool.Error.Split('\n'));
        Assert.AreEqual("", _tool.Output);
    }

    [TestMethod]
    public void Help_OfTheCommand_HasExamplesAndProfiles()
    {
        Assert.AreEqual(ExitCode.Done, _tool.Run("simulate", "--help"));

        Assert.Contains("Examples:\n  simboot simulate --trace\n", _tool.Output);
        foreach (SimulatedModemFamily family in ModemFamilies.All)
            Assert.Contains(family.Name, _tool.Output);
    }

    private static string[] Talk(NetworkStream line)
    {
        List<string> answers = [];
        foreach (string command in _dialogue)
        {
            Simulation.Send(line, command + "\r");
            answers.Add(Simulation.ReadTo(line, "OK\r\n"));
        }

        Assert.Contains(Key, answers[^2]);
        return [.. answers];
    }

    private static string Read(TraceReplay replay, StepClock clock)
    {
        byte[] buffer = new byte[1024];
        StringBuilder text = new();
        while (replay.NextOutput is { } wait)
        {
            clock.Wait((int)wait.TotalMilliseconds);
            text.Append(Encoding.ASCII.GetString(buffer, 0, replay.Read(buffer)));
        }

        return text.ToString();
    }

    private static async Task<string> ReadSharedAsync(string file)
    {
        await using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using StreamReader reader = new(stream);
        return await reader.ReadToEndAsync();
    }
}
