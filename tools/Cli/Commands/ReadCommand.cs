using System.CommandLine;
using Bootstrapper.Cli.Inspection;
using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Reading;
using Bootstrapper.Cli.Tracing;
using Bootstrapper.Desktop;
using Bootstrapper.Modem;

namespace Bootstrapper.Cli.Commands;

/// <summary><c>simboot read</c>: a real SIM through a real modem.</summary>
internal static class ReadCommand
{
    private static readonly Dictionary<string, CardAccess> _ways = new()
    {
        ["auto"] = CardAccess.Auto,
        ["csim"] = CardAccess.CsimChannel,
        ["cgla"] = CardAccess.Cgla,
        ["crsm"] = CardAccess.Crsm,
        ["basic"] = CardAccess.CsimBasic,
    };

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">The streams.</param>
    /// <param name="ports">Opens the port.</param>
    public static Command Create(Terminal terminal, SerialPorts ports)
    {
        Option<string> port = new("--port") { HelpName = "NAME", Description = "The modem's serial port.", Required = true };
        Option<int> baud = new("--baud")
        {
            HelpName = "N",
            Description = "The port's speed in bits a second.",
            DefaultValueFactory = _ => 115200,
        };
        Option<string?> output = new("--output", "-o")
        {
            HelpName = "PATH",
            Description = "The file for the image, without what pads it; with --card the folder for the card image, new or empty.",
        };
        Option<bool> card = new("--card")
        {
            Description = "Save all of the PKCS#15 application as a card image, for the simulator.",
        };
        Option<string> access = new("--access")
        {
            Description = "The way to the card; basic is the channel that the modem itself uses.",
            DefaultValueFactory = _ => "auto",
        };
        Option<string?> profile = new("--profile")
        {
            HelpName = "FAMILY",
            Description = "The modem's profile; by default the modem is asked what it is.",
        };
        Option<string?> pin = new("--pin")
        {
            HelpName = "DIGITS",
            Description = "The SIM's PIN, entered if more than one try is left.",
        };
        Option<string?> filePin = new("--file-pin")
        {
            HelpName = "DIGITS",
            Description = "The PIN of the bootstrap file, likewise.",
        };
        Option<bool> trace = new("--trace") { Description = "Show the dialogue with the modem on standard error, keys and PINs masked." };
        Option<bool> secrets = new("--show-secrets") { Description = "Show keys, in the trace PINs as well." };
        ExampleCommand command = new(
            "read",
            "Reads EF LwM2M_Bootstrap of a SIM through the modem on a serial port, as a device does.",
            "simboot read --port /dev/ttyUSB2",
            "simboot read --port /dev/ttyUSB2 -o sim.bin --trace",
            "simboot read --port COM7 --access crsm --pin 1234 --card -o sim")
        {
            port, baud, output, card, access, profile, pin, filePin, trace, secrets,
        };
        baud.Validators.Add(result =>
        {
            // What is no number at all, the parser reports itself.
            if (result.Tokens is [var token] && int.TryParse(token.Value, out int speed) && speed < 1)
                result.AddError("--baud must be at least 1.");
        });
        access.AcceptOnlyFromAmong([.. _ways.Keys]);
        profile.AcceptOnlyFromAmong([.. Enumerable.Range(0, ModemProfiles.Count).Select(i => ModemProfiles.Get(i).Name)]);
        foreach (Option<string?> option in new[] { pin, filePin })
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens is [{ Value: var value }] && (value.Length is < 4 or > 8 || !value.All(char.IsAsciiDigit)))
                    result.AddError($"{option.Name} must be 4 to 8 digits.");
            });
        }

        foreach (Option option in new Option[] { port, output })
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens is [{ Value: var value }] && string.IsNullOrWhiteSpace(value))
                    result.AddError($"{option.Name} must not be empty.");
            });
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(card) && result.GetResult(output) is null)
                result.AddError("--card needs -o: the folder for the card image.");
        });
        command.SetAction(result => (int)Run(
            new ReadRequest(
                result.GetRequiredValue(port),
                result.GetValue(baud),
                new BootstrapOptions
                {
                    Access = _ways[result.GetRequiredValue(access)],
                    AllowsBasicChannel = result.GetValue(access) == "basic",
                    Profile = result.GetValue(profile) is { } name ? ModemProfiles.Find(name) : null,
                    Pin = result.GetValue(pin),
                    FilePin = result.GetValue(filePin),
                },
                result.GetValue(output),
                result.GetValue(card),
                result.GetValue(trace),
                result.GetValue(secrets)),
            terminal,
            ports));
        return command;
    }

    private static ExitCode Run(ReadRequest request, Terminal terminal, SerialPorts ports)
    {
        if (request.IsCard)
            RequireRoom(request.Output!);
        SimReading reading = Read(request, terminal, ports);
        ReadSummary.Write(reading, terminal.Output);
        Save(request, reading, terminal);
        if (reading.Image is { } image)
        {
            terminal.Output.WriteLine();
            new Inspector(terminal, request.ShowSecrets).Show(WholeFileReader.BootstrapName, image, isHex: false);
        }

        return reading.Verdict.Code == ExitCode.Done
            ? ExitCode.Done
            : throw new CommandException(reading.Verdict.Code, reading.Verdict.Explanation);
    }

    private static void RequireRoom(string folder)
    {
        // Before anything is asked of the card.
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new CommandException(ExitCode.Usage, $"{folder}: exists and is no empty folder");
    }

    private static SimReading Read(ReadRequest request, Terminal terminal, SerialPorts ports)
    {
        try
        {
            using PortLink link = new(request.Port, request.Baud, ports);
            return request.IsTraced
                ? ReadTraced(request, link, ports.Clock, terminal)
                : ReadProgress.Follow(terminal.Progress, progress => Read(request, link, ports.Clock, progress));
        }
        catch (ModemException e) when (e is { Command: "AT", Status: AtStatus.NoAnswer })
        {
            throw new CommandException(
                ExitCode.Modem,
                $"modem: no answer to AT: is {request.Port} the modem's AT port, has it power, is --baud {request.Baud} right?",
                e);
        }
    }

    private static SimReading ReadTraced(ReadRequest request, ISerialLink link, IClock clock, Terminal terminal)
    {
        TraceView view = new(terminal.Error, request.ShowSecrets);
        try
        {
            return Read(request, new TappedLink(link, view.Sent, view.Received), clock, null);
        }
        finally
        {
            view.Flush();
        }
    }

    private static SimReading Read(ReadRequest request, ISerialLink link, IClock clock, IReadProgress? progress)
    {
        SimReader reader = new(link, clock, request.Options, progress);

        // The channel gets closed, and the modem its settings back.
        using Interruption interruption = new();
        using CancellationTokenRegistration cancelled = interruption.Token.Register(reader.Cancel);
        return reader.Read(request.IsCard);
    }

    private static void Save(ReadRequest request, SimReading reading, Terminal terminal)
    {
        if (request.Output is not { } path)
            return;
        if (!request.IsCard && reading.Image is { } image)
        {
            OutputFile.Write(path, image);
            ReadSummary.Line(terminal.Output, "saved", $"{path}, {image.Length} bytes");
        }
        else if (request.IsCard && reading.Contents is { } contents)
        {
            CardImageBuilder.Build(contents, out IReadOnlyList<string> leftOut).Save(path);
            ReadSummary.Line(terminal.Output, "saved", path);
            foreach (string line in leftOut)
                terminal.Error.WriteLine($"simboot: not read: {Terminal.Printable(line)}");
        }
    }
}
