using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Inspection;

/// <summary>Shows a person what a file holds.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="showSecrets">Whether keys, and what nothing explains, are shown as they are.</param>
internal sealed class Inspector(Terminal terminal, bool showSecrets)
{
    /// <summary>Shows a summary, the values in a table or every byte with its meaning, and a device's verdict.</summary>
    /// <param name="name">What the file is called.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="isHex">Whether every byte is shown.</param>
    /// <returns>How the command ends: the device's verdict.</returns>
    public ExitCode Show(string name, byte[] file, bool isHex)
    {
        ImageReading reading = ImageReader.Read(file);
        DeviceVerdict verdict = new DeviceJudge().Judge(file);
        WriteSummary(name, reading, verdict);
        if (isHex)
            new HexView(reading, showSecrets, terminal.Output).Write();
        else if (reading.Image.Objects.Count > 0)
            terminal.Tables.Write(ImageTable.Of(reading.Image, showSecrets));

        if (reading.Break is { } broken)
            WriteLine($"damaged: shown as far as it is sound, up to offset {broken.Offset}: {broken.Reason}");
        verdict.Write(terminal.Output);
        return verdict.Code;
    }

    private void WriteSummary(string name, ImageReading reading, DeviceVerdict verdict)
    {
        string padding = reading switch
        {
            { Padding.Length: 0 } => "no padding",
            { IsPadded: true } => $"{ValueText.Count(reading.Padding.Length)} of padding",
            _ => $"{ValueText.Count(reading.Padding.Length)} that are not all FF behind it",
        };
        string size = ValueText.Count(reading.File.Length);
        string content = reading switch
        {
            { IsBlank: true } => $"{size}, blank",
            _ when reading.File.Length < reading.ContentLength => $"{size} of {reading.ContentLength}",
            _ => $"{size}, content {reading.ContentLength}, {padding}",
        };
        string digest = verdict.Digest is { } crc ? $", CRC-32 {crc:X8}" : "";
        WriteLine($"{name}: {content}{digest}");
    }

    private void WriteLine(string line) => terminal.Output.WriteLine(Terminal.Printable(line));
}
