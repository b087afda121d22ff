using System.CommandLine;
using System.Net.Sockets;
using Bootstrapper.Cli.Cards;
using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Tracing;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Commands;

/// <summary><c>simboot simulate</c>: a virtual modem with a SIM in it, on a line that programs can open.</summary>
internal static class SimulateCommand
{
    // How the paths of pseudo-terminals start on Linux and on macOS.
    private static readonly string[] _terminals = ["/dev/pts/", "/dev/tty"];

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        Option<string?> card = new("--card")
        {
            HelpName = "FOLDER",
            Description = "The card image in the modem; by default an example SIM.",
        };
        Option<string?> image = new("--image")
        {
            HelpName = "FILE",
            Description = "The image of EF LwM2M_Bootstrap on the example SIM; - for standard input.",
        };
        Option<string> profile = new("--profile")
        {
            HelpName = "NAME",
            Description = $"The family of modems to behave like: {string.Join(", ", ModemFamilies.All.Select(f => f.Name))}.",
            DefaultValueFactory = _ => ModemFamilies.All[0].Name,
        };
        Option<string?> link = new("--link")
        {
            HelpName = "PATH",
            Description = "Where to put a symbolic link to the pseudo-terminal, which is removed in the end.",
        };
        Option<int?> port = new("--tcp")
        {
            HelpName = "PORT",
            Description = "Serve a TCP port of this machine instead of a pseudo-terminal; 0 for a free one.",
        };
        Option<bool> trace = new("--trace")
        {
            Description = "Show AT lines and decoded APDUs on standard error as they pass, PINs and what the bootstrap file holds "
                + "masked.",
        };
        Option<bool> secrets = new("--show-secrets") { Description = "Show keys and PINs in the trace." };
        Option<string?> record = new("--record")
        {
            HelpName = "FILE",
            Description = "Record the dialogue, keys and PINs included, for the simulator to replay.",
        };
        ExampleCommand command = new(
            "simulate",
            "Runs a virtual modem with a SIM in it until it is interrupted. Standard output says what to open: the path of a "
                + "pseudo-terminal, or a TCP address.",
            "simboot simulate --trace",
            "simboot simulate --card sim --profile \"Quectel BG96\" --link /tmp/modem",
            "simboot simulate --image bootstrap.bin --tcp 5555 --record field.trace")
        {
            card, image, profile, link, port, trace, secrets, record,
        };
        profile.AcceptOnlyFromAmong([.. ModemFamilies.All.Select(f => f.Name)]);
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out int number) && number is < 0 or > 65535)
                result.AddError("--tcp must be 0 to 65535.");
        });
        foreach (Option<string?> option in new[] { card, image, link, record })
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens is [{ Value: var value }] && string.IsNullOrWhiteSpace(value))
                    result.AddError($"{option.Name} must not be empty.");
            });
        }

        command.Validators.Add(result =>
        {
            if (result.GetResult(card) is not null && result.GetResult(image) is not null)
                result.AddError("--image is for the example SIM, --card for another one: give one of them.");
            if (result.GetResult(port) is not null && result.GetResult(link) is not null)
                result.AddError("--link is for a pseudo-terminal, --tcp for a port: give one of them.");
            if (result.GetValue(secrets) && !result.GetValue(trace))
                result.AddError("--show-secrets needs --trace.");
        });
        command.SetAction(result =>
        {
            SimulateSettings settings = new(
                result.GetValue(card),
                result.GetValue(image),
                result.GetRequiredValue(profile),
                result.GetValue(link),
                result.GetValue(port),
                result.GetValue(trace),
                result.GetValue(secrets),
                result.GetValue(record));
            RunUntilInterrupted(settings, terminal);
            return (int)ExitCode.Done;
        });
        return command;
    }

    /// <summary>Serves the modem.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="terminal">Where to say what to open, and to show the trace.</param>
    /// <param name="stop">Ends the service.</param>
    public static async Task RunAsync(SimulateSettings settings, Terminal terminal, CancellationToken stop)
    {
        SimulatedModem modem = new(new SimulatedCard(LoadCard(settings, terminal)), ModemFamilies.Get(settings.Profile).Behavior);
        try
        {
            if ((settings.Port ?? OtherwisePort(settings)) is { } port)
                await ServeTcpAsync(modem, port, settings, terminal, stop).ConfigureAwait(false);
            else
                await ServeTerminalAsync(modem, settings, terminal, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Interrupted, which is how it is meant to end.
        }
    }

    // Where there are no pseudo-terminals.
    private static int? OtherwisePort(SimulateSettings settings) =>
        settings.Link is null && !PseudoTerminal.IsSupported ? 0 : null;

    private static void RunUntilInterrupted(SimulateSettings settings, Terminal terminal)
    {
        using Interruption interruption = new();
        RunAsync(settings, terminal, interruption.Token).GetAwaiter().GetResult();
    }

    private static CardImage LoadCard(SimulateSettings settings, Terminal terminal)
    {
        if (settings.Card is { } folder)
            return CardImage.Load(folder);

        return ExampleCard.Create(settings.Image is { } file ? ImageFile.Load(file, terminal) : null);
    }

    private static async Task ServeTerminalAsync(
        SimulatedModem modem, SimulateSettings settings, Terminal terminal, CancellationToken stop)
    {
        using PseudoTerminal line = OpenTerminal(settings.Link);
        await ServeAsync(line.Path, settings, terminal, tap =>
            modem.ServeAsync(tap is null ? line.Line : new TappedStream(line.Line, tap), stop)).ConfigureAwait(false);
    }

    private static async Task ServeTcpAsync(
        SimulatedModem modem, int port, SimulateSettings settings, Terminal terminal, CancellationToken stop)
    {
        using TcpServer server = OpenPort(port);
        await ServeAsync($"127.0.0.1:{server.Port}", settings, terminal, tap =>
            server.ServeAsync(modem, stop, tap is null ? null : line => new TappedStream(line, tap))).ConfigureAwait(false);
    }

    private static async Task ServeAsync(
        string address, SimulateSettings settings, Terminal terminal, Func<LineTap?, Task> serve)
    {
        using RecordFile? record = settings.Record is { } file ? RecordFile.Create(file) : null;
        TraceView? view = settings.Trace ? new TraceView(terminal.Error, settings.ShowSecrets) : null;
        LineTap? tap = view is null && record is null ? null : new LineTap(view, record);
        string sim = settings.Card ?? (settings.Image is { } image ? $"the example SIM with {image}" : "the example SIM");
        terminal.Error.WriteLine(Terminal.Printable($"{settings.Profile} modem with {sim}; Ctrl+C ends it"));
        await terminal.Output.WriteLineAsync(address).ConfigureAwait(false);
        await terminal.Output.FlushAsync().ConfigureAwait(false);
        try
        {
            await serve(tap).ConfigureAwait(false);
        }
        finally
        {
            view?.Flush();
        }
    }

    private static PseudoTerminal OpenTerminal(string? link)
    {
        try
        {
            // A link to something else is nobody's that runs no more.
            if (link is not null
                && new FileInfo(link).LinkTarget is { } target
                && !_terminals.Any(start => target.StartsWith(start, StringComparison.Ordinal)))
            {
                throw new IOException($"is a link to {target}, which is no pseudo-terminal");
            }

            if (link is not null && new FileInfo(link) is { LinkTarget: { } other } && File.Exists(other))
                throw new IOException($"is a link to {other}, which is in use: remove it if nothing serves it");

            return PseudoTerminal.Open(link);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            throw link is null
                ? new CommandException(ExitCode.Modem, $"no pseudo-terminal: {e.Message}; try --tcp", e)
                : new CommandException(ExitCode.Usage, $"{link}: can't be a link: {FileTrouble.Reason(e)}", e);
        }
    }

    private static TcpServer OpenPort(int port)
    {
        try
        {
            return TcpServer.Start(port);
        }
        catch (SocketException e)
        {
            throw new CommandException(ExitCode.Modem, $"port {port}: {e.Message}", e);
        }
    }
}
