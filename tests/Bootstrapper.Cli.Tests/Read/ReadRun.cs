using System.Globalization;
using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Reading;
using Bootstrapper.Desktop;
using Bootstrapper.Host.Tests;
using Bootstrapper.Host.Tests.EndToEnd;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Read;

/// <summary>Runs of <c>simboot read</c> on a simulated modem, in memory and on a clock that only waiting moves.</summary>
internal sealed class ReadRun : IDisposable
{
    /// <summary>About as many commands as the reading of the example SIM takes, or a few more.</summary>
    public const int CommandsOfARun = 50;

    private const string ModemPort = "COM1";

    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _error = new(CultureInfo.InvariantCulture);

    /// <summary>Puts a card into a modem; null for none.</summary>
    public ReadRun(SimulatedCard? card, ModemBehavior? behavior = null)
    {
        Modem = new SimulatedModem(card, behavior, Clock);
        Link = new BreakableLink(new SimulatorLink(Modem));
    }

    public ManualClock Clock { get; } = new();

    public SimulatedModem Modem { get; }

    public BreakableLink Link { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("simboot").FullName;

    public string Port { get; init; } = ModemPort;

    public string[] PortNames { get; init; } = ["COM2", ModemPort];

    public Exception? OpeningTrouble { get; init; }

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public int Baud { get; private set; }

    public bool IsPortClosed { get; private set; }

    /// <summary>Gets a path in the run's folder.</summary>
    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Runs the command with further arguments, those in braces being paths in the run's folder.</summary>
    public ExitCode Run(params string[] arguments) =>
        RunLine(["read", "--port", Port, .. arguments.Select(a => a is ['{', .., '}'] ? At(a[1..^1]) : a)]);

    /// <summary>Runs a command line.</summary>
    public ExitCode RunLine(params string[] line)
    {
        Terminal terminal = new(() => Stream.Null, () => Stream.Null, _output, _error);
        return Simboot.Run(line, terminal, new SerialPorts(Open, () => PortNames, Clock));
    }

    /// <summary>Asserts that standard error is one line, which begins so.</summary>
    public void AssertOneLine(string beginning)
    {
        Assert.StartsWith(beginning, Error);
        Assert.EndsWith(Environment.NewLine, Error);
        Assert.HasCount(1, Error.TrimEnd().Split('\n'), Error);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private PortLink Open(string name, int baud)
    {
        Baud = baud;
        if (OpeningTrouble is { } trouble)
            throw trouble;
        return name == ModemPort ? new PortLink(this) : throw new FileNotFoundException("Could not find file 'COM9'.", name);
    }

    private sealed class PortLink(ReadRun run) : ISerialLink, IDisposable
    {
        public int Read(byte[] buffer, int offset, int count) => run.Link.Read(buffer, offset, count);

        public void Write(byte[] buffer, int offset, int count) => run.Link.Write(buffer, offset, count);

        public void Dispose() => run.IsPortClosed = true;
    }
}
