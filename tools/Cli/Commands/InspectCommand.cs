using System.CommandLine;
using Bootstrapper.Cli.Inspection;
using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Commands;

/// <summary>Shows what an image holds.</summary>
internal sealed class InspectCommand
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "The image: binary, a text of hex digits, or the folder of a card image; - for standard input.",
    };

    private readonly Option<bool> _hex = new("--hex") { Description = "Every byte, offset by offset, with its meaning." };

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
            command._showSecrets,
        };
        created.SetAction(parsed => (int)command.Run(parsed));
        return created;
    }

    private ExitCode Run(ParseResult parsed)
    {
        string path = parsed.GetRequiredValue(_file);
        byte[] file = ImageSource.Load(path, _terminal);
        Inspector inspector = new(_terminal, parsed.GetValue(_showSecrets));
        return inspector.Show(ImageSource.Name(path), file, parsed.GetValue(_hex));
    }
}
