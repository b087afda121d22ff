using System.Text;
using Spectre.Console;

namespace Bootstrapper.Cli.Output;

/// <summary>The standard streams of a command: bytes and text out, progress and errors on the other.</summary>
internal sealed class Terminal
{
    // Where nobody's window sets a limit, a table is as wide as it needs to be, within reason.
    private const int WidthOfAPipe = 160;

    private readonly Func<Stream> _standardOutput;

    /// <summary>Creates the streams of this process.</summary>
    public Terminal()
        : this(Console.OpenStandardInput, Console.OpenStandardOutput, Console.Out, Console.Error)
    {
        IsInputRedirected = Console.IsInputRedirected;
        IsOutputRedirected = Console.IsOutputRedirected;
    }

    /// <summary>Creates streams of the caller's.</summary>
    public Terminal(Func<Stream> input, Func<Stream> standardOutput, TextWriter output, TextWriter error)
    {
        OpenInput = input;
        _standardOutput = standardOutput;
        Output = output;
        Error = error;
        Tables = Make(output, Console.IsOutputRedirected);
        Progress = Make(error, Console.IsErrorRedirected);
    }

    /// <summary>Gets what opens standard input.</summary>
    public Func<Stream> OpenInput { get; }

    /// <summary>Gets whether standard input is something else than a keyboard.</summary>
    public bool IsInputRedirected { get; init; } = true;

    /// <summary>Gets whether standard output is something else than a screen.</summary>
    public bool IsOutputRedirected { get; init; } = true;

    /// <summary>Gets the text side of standard output, for what programs read: it never breaks a line.</summary>
    public TextWriter Output { get; }

    /// <summary>Gets standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Gets standard output for tables.</summary>
    public IAnsiConsole Tables { get; }

    /// <summary>Gets standard error for progress.</summary>
    public IAnsiConsole Progress { get; }

    /// <summary>Writes bytes to standard output, and nothing else.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        using Stream stream = _standardOutput();
        stream.Write(bytes);
    }

    /// <summary>Makes text that comes from outside fit to be shown: what steers a terminal is escaped.</summary>
    public static string Printable(string text)
    {
        StringBuilder builder = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsSteering(rune))
                builder.Append(rune.Value < 0x10000 ? $"\\u{rune.Value:X4}" : $"\\U{rune.Value:X8}");
            else
                builder.Append(rune.ToString());
        }

        return builder.ToString();
    }

    private static bool IsSteering(Rune rune) => Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.Control
        or System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.LineSeparator
        or System.Globalization.UnicodeCategory.ParagraphSeparator
        or System.Globalization.UnicodeCategory.PrivateUse
        or System.Globalization.UnicodeCategory.OtherNotAssigned;

    private static IAnsiConsole Make(TextWriter writer, bool isRedirected)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (isRedirected)
            console.Profile.Width = WidthOfAPipe;
        return console;
    }
}
