using System.CommandLine;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Inspection;
using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Commands;

/// <summary>Compares two images.</summary>
internal sealed class DiffCommand
{
    private readonly Argument<string> _first = new("A") { Description = "An image, in any form that inspect reads." };

    private readonly Argument<string> _second = new("B") { Description = "The image to compare it with." };

    private readonly Option<bool> _showSecrets = new("--show-secrets")
    {
        Description = "Show keys, and values that no definition explains, which are otherwise compared only.",
    };

    private readonly Terminal _terminal;

    private DiffCommand(Terminal terminal)
    {
        _terminal = terminal;
    }

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        DiffCommand command = new(terminal);
        ExampleCommand created = new(
            "diff",
            "Shows what differs between two EF LwM2M_Bootstrap images: exit code 0 if nothing does, 1 if something does.",
            "simboot diff old.bin new.bin",
            "simboot generate -c config.py | simboot diff card.bin -")
        {
            command._first,
            command._second,
            command._showSecrets,
        };
        created.SetAction(parsed => (int)command.Run(parsed));
        return created;
    }

    private ExitCode Run(ParseResult parsed)
    {
        string first = parsed.GetRequiredValue(_first);
        string second = parsed.GetRequiredValue(_second);
        if (first == "-" && second == "-")
            throw new CommandException(ExitCode.Usage, "both images can't come from standard input");

        ImageReading a = Read(first);
        ImageReading b = Read(second);
        if (a.Content.Span.SequenceEqual(b.Content.Span))
        {
            bool isSamePadding = a.Padding.Span.SequenceEqual(b.Padding.Span);
            WriteLine(isSamePadding ? "identical" : $"same content; padding: {Describe(a)} -> {Describe(b)}");
            return ExitCode.Done;
        }

        ImageDiff diff = new(parsed.GetValue(_showSecrets));
        diff.Compare(a.Image, b.Image);
        foreach (string line in diff.Lines)
            WriteLine(line);
        string blank = InputFile.Name(a.IsBlank ? first : second);
        WriteLine(diff.Lines.Count switch
        {
            0 when a.IsBlank || b.IsBlank => $"{blank} is blank, the other is written and empty",
            0 when Paths(a).SequenceEqual(Paths(b)) => "same values, coded in other bytes",
            0 => "same values in another order",
            1 => "1 difference",
            var count => $"{count} differences",
        });
        return ExitCode.Nothing;
    }

    private ImageReading Read(string path)
    {
        ImageReading reading = ImageReader.Read(ImageSource.Load(path, _terminal));
        return reading.Break is { } broken
            ? throw new CommandException(ExitCode.Content, $"{InputFile.Name(path)}: malformed: {broken.Message}", broken)
            : reading;
    }

    private static string Describe(ImageReading reading) =>
        $"{ValueText.Count(reading.Padding.Length)}{(reading.Padding.Length == 0 || reading.IsPadded ? "" : ", not all FF")}";

    private static IEnumerable<ValuePath?> Paths(ImageReading reading) => reading.Annotations.Select(a => a.Path);

    private void WriteLine(string line) => _terminal.Output.WriteLine(Terminal.Printable(line));
}
