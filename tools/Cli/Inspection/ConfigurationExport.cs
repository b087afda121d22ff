using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Inspection;

/// <summary>Prints what a file holds as a configuration that makes it again, and says where that falls short.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="showSecrets">Whether keys, and what nothing explains, are printed as they are.</param>
internal sealed class ConfigurationExport(Terminal terminal, bool showSecrets)
{
    /// <summary>Prints a file.</summary>
    /// <param name="name">What the file is called.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="print">The format.</param>
    /// <exception cref="CommandException">It is blank; or damaged, and only what is sound was printed.</exception>
    public void Print(string name, byte[] file, Func<Node, string> print)
    {
        ImageReading reading = ImageReader.Read(file);
        if (reading.IsBlank)
            throw new CommandException(ExitCode.Nothing, $"{name}: blank: never written, so there is no configuration");

        Node configuration = ImageDescriber.Describe(reading.Image, showSecrets);
        terminal.Output.Write(print(configuration));

        int masked = CountMasked(configuration);
        if (masked > 0)
            Warn(name, $"{(masked == 1 ? "1 value is" : $"{masked} values are")} masked: generate needs --show-secrets here");
        if (reading.Break is { } broken)
        {
            throw new CommandException(
                ExitCode.Content, $"{name}: damaged: printed as far as it is sound, up to {broken.Message}", broken);
        }

        if (Shortfall(reading) is { } shortfall)
            Warn(name, shortfall);
    }

    private static int CountMasked(Node node) => node switch
    {
        MaskedNode => 1,
        ListNode list => list.Items.Sum(CountMasked),
        DictionaryNode dictionary => dictionary.Entries.Sum(entry => CountMasked(entry.Value)),
        _ => 0,
    };

    /// <summary>Says why the configuration with all its keys does not make the same bytes, null if it does.</summary>
    private static string? Shortfall(ImageReading reading)
    {
        byte[] again;
        try
        {
            Node configuration = ImageDescriber.Describe(reading.Image, showSecrets: true);
            again = ImageWriter.Write(new ConfigurationBinder(".").Bind(configuration));
        }
        catch (Exception e) when (e is ConfigurationException or CommandException)
        {
            return $"generate refuses this: {e.Message}";
        }

        ReadOnlySpan<byte> content = reading.Content.Span;
        return content.SequenceEqual(again)
            ? null
            : $"generate makes other bytes of this, {again.Length} instead of {content.Length}: every value in its shortest form";
    }

    private void Warn(string name, string warning) =>
        terminal.Error.WriteLine($"simboot: {Terminal.Printable($"{name}: warning: {warning}")}");
}
