using System.CommandLine;
using Bootstrapper.Cli.Inspection;
using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Commands;

/// <summary>Shows what an image holds.</summary>
internal sealed class InspectCommand
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "The image: binary, a text of hex digits, or the folder of a card image; - for standard input.",
    };

    private readonly Option<bool> _hex = new("--hex") { Description = "Every byte, offset by offset, with its meaning." };

    private readonly Option<bool> _json = new("--json") { Description = "The configuration that makes the image, as JSON." };

    private readonly Option<bool> _config = new("--config")
    {
        Description = "The configuration that makes the image, in the dictionary syntax.",
    };

    private readonly Option<bool> _showSecrets = new("--show-secrets")
    {
        Description = "Show keys, and values that no definition explains, which are otherwise masked.",
    };

    private readonly Terminal _terminal;

    private InspectCommand(Terminal terminal)
    {
        _terminal = terminal;
    }

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        InspectCommand command = new(terminal);
        ExampleCommand created = new(
            "inspect",
            "Shows what an EF LwM2M_Bootstrap image holds, and what a device makes of it.",
            "simboot inspect bootstrap.bin",
            "simboot inspect --hex bootstrap.bin",
            "simboot inspect --json --show-secrets bootstrap.bin > config.json")
        {
            command._file,
            command._hex,
            command._json,
            command._config,
            command._showSecrets,
        };
        created.SetAction(parsed => (int)command.Run(parsed));
        return created;
    }

    private ExitCode Run(ParseResult parsed)
    {
        bool isHex = parsed.GetValue(_hex);
        bool isJson = parsed.GetValue(_json);
        bool isConfig = parsed.GetValue(_config);
        if ((isHex ? 1 : 0) + (isJson ? 1 : 0) + (isConfig ? 1 : 0) > 1)
            throw new CommandException(ExitCode.Usage, "--hex, --json and --config: choose one");

        string path = parsed.GetRequiredValue(_file);
        string name = InputFile.Name(path);
        bool showSecrets = parsed.GetValue(_showSecrets);
        byte[] file = ImageSource.Load(path, _terminal);
        if (!isJson && !isConfig)
            return new Inspector(_terminal, showSecrets).Show(name, file, isHex);

        new ConfigurationExport(_terminal, showSecrets).Print(name, file, isJson ? JsonPrinter.Print : DictionaryPrinter.Print);
        return ExitCode.Done;
    }
}
