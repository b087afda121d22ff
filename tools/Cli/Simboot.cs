using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Bootstrapper.Card;
using Bootstrapper.Cli.Commands;
using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Reading;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli;

/// <summary>The command line as a whole: its commands, and how each ends.</summary>
internal static class Simboot
{
    /// <summary>Runs a command line. What stops it is one line on standard error.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="terminal">The streams.</param>
    /// <param name="ports">The serial ports; the system's where null.</param>
    public static ExitCode Run(string[] arguments, Terminal terminal, SerialPorts? ports = null)
    {
        RootCommand root = new("Makes, inspects and tries SIM images of EF LwM2M_Bootstrap (LwM2M Bootstrap from Smartcard).")
        {
            GenerateCommand.Create(terminal),
            InspectCommand.Create(terminal),
            CheckCommand.Create(terminal),
            DiffCommand.Create(terminal),
            CardCommand.Create(terminal),
            SimulateCommand.Create(terminal),
            ReadCommand.Create(terminal, ports ?? SerialPorts.OfThisSystem),
        };
        AddExamples(root);

        // Without response files: they would put a file's text into a message.
        ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
            return Fail(terminal, ExitCode.Usage, Message(parsed));

        try
        {
            return (ExitCode)parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (CommandException e)
        {
            return Fail(terminal, e.Code, e.Message);
        }
        catch (ContentException e)
        {
            return Fail(terminal, ExitCode.Content, $"malformed content: {e.Message}");
        }
        catch (CardException e)
        {
            return Fail(terminal, ExitCode.Card, $"card: {e.Message}");
        }
        catch (ModemException e)
        {
            return Fail(terminal, ExitCode.Modem, $"modem: {e.Message}");
        }
        catch (CardImageException e)
        {
            return Fail(terminal, ExitCode.Usage, $"card image: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Files and ports have said which one it is; what is left is a standard stream.
            return Fail(terminal, ExitCode.Usage, $"reading or writing failed: {FileTrouble.Reason(e)}");
        }
    }

    private static string Message(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is RootCommand)
        {
            string help = "no command: see simboot --help";
            return parsed.UnmatchedTokens is [var token, ..] ? $"{token} is {help}" : help;
        }

        ParseError error = parsed.Errors[0];
        string message = error.Message
            .Replace($"'{typeof(int?)}'", "a number", StringComparison.Ordinal)
            .Replace($"'{typeof(int)}'", "a number", StringComparison.Ordinal);
        return error.SymbolResult is OptionResult { Option.Name: var name } && !message.Contains(name, StringComparison.Ordinal)
            ? $"{name}: {message}"
            : message;
    }

    private static ExitCode Fail(Terminal terminal, ExitCode code, string message)
    {
        string[] lines = message.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        try
        {
            terminal.Error.WriteLine($"simboot: {Terminal.Printable(string.Join(' ', lines))}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Standard error is closed: the exit code is all that is left.
        }

        return code;
    }

    private static void AddExamples(Command command)
    {
        foreach (HelpOption help in command.Options.OfType<HelpOption>())
        {
            if (help.Action is HelpAction action)
                help.Action = new HelpWithExample(action);
        }

        foreach (Command subcommand in command.Subcommands)
            AddExamples(subcommand);
    }
}
