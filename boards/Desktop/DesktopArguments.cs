using System.CommandLine;

namespace Bootstrapper.Desktop;

/// <summary>What the command line asks for.</summary>
/// <param name="Port">The serial port of a real modem; null for the simulator.</param>
/// <param name="Baud">The port's speed, in bits a second.</param>
/// <param name="Card">The folder of the card image that the simulator serves; null for the example SIM.</param>
/// <param name="Json">Whether standard output is one JSON document.</param>
/// <param name="ShowSecrets">Whether keys are shown instead of their length.</param>
internal sealed record DesktopArguments(string? Port, int Baud, string? Card, bool Json, bool ShowSecrets)
{
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
        Option<bool> json = new("--json") { Description = "print one JSON document" };
        Option<bool> secrets = new("--show-secrets") { Description = "print keys instead of their length" };
        RootCommand command = new("Reads the LwM2M bootstrap data of a SIM; by default of an example SIM in a simulated modem.")
        {
            port, baud, card, json, secrets,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(port) is not null && result.GetResult(card) is not null)
                result.AddError("--card is for the simulated modem, --port for a real one: give one of them.");
            if (result.GetResult(baud) is { Implicit: false } && result.GetResult(port) is null)
                result.AddError("--baud needs --port.");
        });
        baud.Validators.Add(result =>
        {
            // What is no number at all, the parser reports itself.
            if (result.Tokens is [var token] && int.TryParse(token.Value, out int speed) && speed < 1)
                result.AddError("--baud must be at least 1.");
        });
        foreach (Option<string?> option in new[] { port, card })
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens is [{ Value: var value }] && string.IsNullOrWhiteSpace(value))
                    result.AddError($"{option.Name} must not be empty.");
            });
        }

        command.SetAction(result => (int)program(new DesktopArguments(
            result.GetValue(port), result.GetValue(baud), result.GetValue(card), result.GetValue(json), result.GetValue(secrets))));

        ParseResult parsed = command.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            error.WriteLine(parsed.Errors[0].Message);
            return (int)ExitCode.Usage;
        }

        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }
}
