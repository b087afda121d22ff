using System.Globalization;
using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Reading;
using Bootstrapper.Desktop;
using Bootstrapper.Host.Tests;
using Bootstrapper.Host.Tests.EndToEnd;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Read;

/// <summary>Runs of <c>simboot read</c> on a simulated modem, in memory and on a clock that only waiting moves.</summary>
internal sealed class ReadRun : IDisposable
{
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

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public int Baud { get; private set; }

    /// <summary>Gets a path in the run's folder.</summary>
    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Runs the command with further arguments, those in braces being paths in the run's folder.</summary>
    public ExitCode Run(params string[] arguments)
    {
        Terminal terminal = new(() => Stream.Null, () => Stream.Null, _output, _error);
        string[] line = ["read", "--port", "modem", .. arguments.Select(a => a is ['{', .., '}'] ? At(a[1..^1]) : a)];
        return Simboot.Run(line, terminal, new SerialPorts(Open, () => ["COM1", "modem"], Clock));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private BreakableLink Open(string name, int baud)
    {
        Baud = baud;
        return name == "modem" ? Link : throw new FileNotFoundException("no such file", name);
    }
}
