using System.Globalization;
using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Inspection;

/// <summary>Every byte of a file with its offset and its meaning.</summary>
internal sealed class HexView(ImageReading reading, bool showSecrets, TextWriter output)
{
    private const int LineLength = 16;
    private const int BytesWidth = (3 * LineLength) - 1;

    /// <summary>Writes it.</summary>
    public void Write()
    {
        output.WriteLine($"offset   hex  {"bytes",-BytesWidth}  meaning");
        bool isBroken = false;
        foreach (Annotation annotation in reading.Annotations)
        {
            // The break is said where what was not read begins.
            if (!isBroken && annotation.Offset + annotation.Length > reading.Break?.Offset && annotation.Path == null)
            {
                WriteBreak(reading.Break!);
                isBroken = true;
            }

            Write(annotation);
        }

        if (reading.Break != null && !isBroken)
            WriteBreak(reading.Break);
    }

    private void Write(Annotation annotation)
    {
        string indent = new(' ', 2 * annotation.Depth);
        ReadOnlySpan<byte> bytes = reading.File.Span.Slice(annotation.Offset, annotation.Length);
        bool isMasked = annotation.IsSecret && !showSecrets;
        string meaning = Meaning(annotation);

        // Padding may be most of the file.
        if (annotation.Offset >= reading.ContentLength && bytes.Length > LineLength && bytes.IndexOfAnyExcept(bytes[0]) < 0)
        {
            WriteLine(annotation.Offset, $"{(isMasked ? "**" : $"{bytes[0]:X2}")} .. x {bytes.Length}", indent + meaning);
            return;
        }

        bool isLong = bytes.Length > LineLength;
        for (int at = 0; at < bytes.Length; at += LineLength)
        {
            ReadOnlySpan<byte> line = bytes[at..Math.Min(at + LineLength, bytes.Length)];
            string shown = isMasked ? string.Join(' ', Enumerable.Repeat("**", line.Length)) : ValueText.Hex(line);
            string text = isLong && !isMasked ? $"|{ValueText.Ascii(line)}| " : "";
            WriteLine(annotation.Offset + at, shown, indent + text + (at == 0 ? meaning : ""));
        }
    }

    private string Meaning(Annotation annotation) => annotation is { Value: { } value, Path: { } path }
        ? $"{annotation.Meaning}: {ValueText.Of(value, path, showSecrets)}"
        : annotation.Meaning;

    private void WriteBreak(ContentException broken) =>
        output.WriteLine($"{broken.Offset,6}  {broken.Offset:X4}  BROKEN: {broken.Reason}");

    private void WriteLine(int offset, string bytes, string meaning)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"{offset,6}  {offset:X4}  {bytes,-BytesWidth}  {meaning}");
        output.WriteLine(Terminal.Printable(line.TrimEnd()));
    }
}
