using System.CommandLine;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Desktop;

/// <summary>What the command line asks for.</summary>
/// <param name="Port">The serial port of a real modem; null for the simulator.</param>
/// <param name="Baud">The port's speed, in bits a second.</param>
/// <param name="Card">The folder of the card image that the simulator serves; null for the example SIM.</param>
/// <param name="Family">The family of modems that the simulated one is of.</param>
/// <param name="Options">What the library is told.</param>
/// <param name="State">The state of an earlier run, to check the card against; null to read it.</param>
/// <param name="Watch">Whether to go on watching the card until interrupted.</param>
/// <param name="Trace">The file that the dialogue with the modem is recorded in; null for none.</param>
/// <param name="Json">Whether standard output is one JSON document.</param>
/// <param name="ShowSecrets">Whether keys are shown instead of their length.</param>
internal sealed record DesktopArguments(
    string? Port, int Baud, string? Card, string Family, BootstrapOptions Options, byte[]? State, bool Watch,
    string? Trace, bool Json, bool ShowSecrets)
{
    private static readonly Dictionary<string, CardAccess> _ways = new()
    {
        ["auto"] = CardAccess.Auto,
        ["csim"] = CardAccess.CsimChannel,
        ["cgla"] = CardAccess.Cgla,
        ["crsm"] = CardAccess.Crsm,
        ["basic"] = CardAccess.CsimBasic,
    };

    /// <summary>Runs <paramref name="program"/> on what the command line asks for, or says what is wrong with it.</summary>
    public static int Invoke(string[] args, TextWriter output, TextWriter error, Func<DesktopArguments, ExitCode> program)
    {
        Option<string?> port = new("--port") { HelpName = "NAME", Description = "drive the modem on this serial port" };
        Option<int> baud = new("--baud")
        {
            HelpName = "N",
            Description = "the port's speed in bits a second",
            DefaultValueFactory = _ => 115200,
        };
        Option<string?> card = new("--card") { HelpName = "FOLDER", Description = "the card image to simulate" };
        Option<string> family = new("--modem")
        {
            HelpName = "FAMILY",
            Description = "the family of modems to simulate",
            DefaultValueFactory = _ => "Default",
        };
        Option<string?> profile = new("--profile")
        {
            HelpName = "FAMILY",
            Description = "the modem's profile; by default the modem is asked what it is",
        };
        Option<string> access = new("--access")
        {
            Description = "the way to the card",
            DefaultValueFactory = _ => "auto",
        };
        Option<string?> pin = new("--pin") { HelpName = "DIGITS", Description = "the SIM's PIN, entered if more than one try is left" };
        Option<string?> filePin = new("--file-pin") { HelpName = "DIGITS", Description = "the PIN of the bootstrap file, likewise" };
        Option<string?> check = new("--check")
        {
            HelpName = "STATE",
            Description = "tell whether the card has changed since the run that printed this state",
        };
        Option<bool> watch = new("--watch") { Description = "go on watching the card, and tell when it changes, until interrupted" };
        Option<string?> trace = new("--trace")
        {
            HelpName = "FILE",
            Description = "record the dialogue with the modem, keys and PINs included, for the simulator to replay",
        };
        Option<bool> json = new("--json") { Description = "print one JSON document" };
        Option<bool> secrets = new("--show-secrets") { Description = "print keys instead of their length" };
        RootCommand command = new("Reads the LwM2M bootstrap data of a SIM; by default of an example SIM in a simulated modem.")
        {
            port, baud, card, family, profile, access, pin, filePin, check, watch, trace, json, secrets,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(port) is not null && result.GetResult(card) is not null)
                result.AddError("--card is for the simulated modem, --port for a real one: give one of them.");
            if (result.GetResult(port) is not null && result.GetResult(family) is { Implicit: false })
                result.AddError("--modem is for the simulated modem, --port for a real one: give one of them.");
            if (result.GetResult(baud) is { Implicit: false } && result.GetResult(port) is null)
                result.AddError("--baud needs --port.");
            if (result.GetResult(check) is not null && result.GetValue(watch))
                result.AddError("--check asks once, --watch goes on: give one of them.");
        });
        baud.Validators.Add(result =>
        {
            // What is no number at all, the parser reports itself.
            if (result.Tokens is [var token] && int.TryParse(token.Value, out int speed) && speed < 1)
                result.AddError("--baud must be at least 1.");
        });
        access.AcceptOnlyFromAmong([.. _ways.Keys]);
        family.AcceptOnlyFromAmong([.. ModemFamilies.All.Select(f => f.Name)]);
        profile.AcceptOnlyFromAmong([.. Enumerable.Range(0, ModemProfiles.Count).Select(i => ModemProfiles.Get(i).Name)]);
        foreach (Option<string?> option in new[] { pin, filePin })
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens is [{ Value: var value }] && (value.Length is < 4 or > 8 || !value.All(char.IsAsciiDigit)))
                    result.AddError($"{option.Name} must be 4 to 8 digits.");
            });
        }

        check.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && (value.Length == 0 || value.Length % 2 != 0 || !value.All(char.IsAsciiHexDigit)))
                result.AddError("--check must be the state in hex that an earlier run printed.");
        });
        foreach (Option<string?> option in new[] { port, card, trace })
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens is [{ Value: var value }] && string.IsNullOrWhiteSpace(value))
                    result.AddError($"{option.Name} must not be empty.");
            });
        }

        command.SetAction(result => (int)program(new DesktopArguments(
            result.GetValue(port),
            result.GetValue(baud),
            result.GetValue(card),
            result.GetValue(family)!,
            new BootstrapOptions
            {
                Access = _ways[result.GetValue(access)!],
                AllowsBasicChannel = result.GetValue(access) == "basic",
                Profile = result.GetValue(profile) is { } name ? ModemProfiles.Find(name) : null,
                Pin = result.GetValue(pin),
                FilePin = result.GetValue(filePin),
            },
            result.GetValue(check) is { } state ? Convert.FromHexString(state) : null,
            result.GetValue(watch),
            result.GetValue(trace),
            result.GetValue(json),
            result.GetValue(secrets))));

        ParseResult parsed = command.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            error.WriteLine(string.Join(' ', parsed.Errors[0].Message.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)));
            return (int)ExitCode.Usage;
        }

        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }
}
