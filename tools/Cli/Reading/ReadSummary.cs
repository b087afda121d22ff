using System.Globalization;
using Bootstrapper.Card;
using Bootstrapper.Cli.Output;
using Bootstrapper.Lwm2m;
using Bootstrapper.Modem;

namespace Bootstrapper.Cli.Reading;

/// <summary>What was found at each step of the way to EF LwM2M_Bootstrap, a line each.</summary>
internal static class ReadSummary
{
    private const int NameWidth = 20;

    /// <summary>Writes the lines.</summary>
    public static void Write(SimReading reading, TextWriter output)
    {
        if (reading.Contents is not { } contents)
        {
            if (reading.Iccid is { } iccid)
                Line(output, "ICCID", iccid);
            return;
        }

        Line(output, "ICCID", reading.Iccid ?? "not told");
        Line(output, "way", $"{NameOf(reading.Way)}, modem profile {reading.Profile!.Name}");
        Line(output, "EF.DIR", Directory(contents.ApplicationDirectory));
        Line(output, "PKCS#15", contents.Identifier is null ? "not on the card" : Application(contents));
        foreach (CardFile file in contents.Files.Where(f => f.Name == "EF(ODF)"))
            Tell(output, file, Pkcs15Entries.OfObjectDirectory(file.Content).Select(entry => entry.Path));
        foreach (CardFile file in contents.Files.Where(f => f.Name == "EF(DODF)"))
            Tell(output, file, Pkcs15Entries.OfDirectory(file.Content));
        Line(output, WholeFileReader.BootstrapName, Bootstrap(reading, contents));
    }

    /// <summary>Writes a line.</summary>
    public static void Line(TextWriter output, string name, string text) =>
        output.WriteLine($"{name.PadRight(NameWidth)}{Terminal.Printable(text)}");

    private static string Directory(CardFile file)
    {
        if (!file.IsThere)
            return "not on the card, or not to be reached over this way";
        if (file.Trouble is not null)
            return State(file);
        int used = 0;
        for (int start = 0; start < file.Content.Length; start += file.RecordLength)
            used += file.Content[start] == 0x61 ? 1 : 0;
        return $"{State(file)}, {Count(used, "application")}";
    }

    private static string Application(CardContents contents)
    {
        string identifier = Convert.ToHexString(contents.Identifier!);
        bool isListed = contents.ApplicationDirectory.Content.AsSpan().IndexOf(CardWalk.Pkcs15) >= 0;
        string listed = isListed ? "" : ", not in EF.DIR";
        return contents.DirectoryPath is { } path ? $"{identifier} at {Convert.ToHexString(path)}" : identifier + listed;
    }

    private static string Bootstrap(SimReading reading, CardContents contents)
    {
        if (contents.Bootstrap is not { } file)
            return contents.Identifier is null ? "not reached" : "no directory file names it";
        CardPath path = contents.BootstrapPath!;
        string part = path.Length == CardPath.WholeFile ? "" : $", of which {path.Length} from {path.Index} on";
        string content = reading.Verdict.Content is { Outcome: not LoadOutcome.Blank } loaded
            ? string.Create(CultureInfo.InvariantCulture, $", content {Count(loaded.Length, "byte")}, CRC-32 {loaded.Digest:X8}")
            : "";
        return $"{file.Place}, {State(file)}{part}{content}";
    }

    private static void Tell(TextWriter output, CardFile file, IEnumerable<byte[]> paths)
    {
        string[] names = [.. paths.Select(Convert.ToHexString)];
        string named = names.Length == 0 ? "" : $", names {string.Join(", ", names)}";
        Line(output, file.Name, $"{file.Place}, {State(file)}{named}");
    }

    private static string State(CardFile file)
    {
        if (!file.IsThere)
            return "not there";
        if (file.Trouble is { } trouble)
            return $"{(file.Size is { } size ? Count(size, "byte") : "size unknown")}, not read: {trouble.Message}";
        return file.RecordLength > 0
            ? $"{Count(file.Content.Length / file.RecordLength, "record")} of {Count(file.RecordLength, "byte")}"
            : Count(file.Content.Length, "byte");
    }

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string NameOf(CardAccess way) => way switch
    {
        CardAccess.CsimChannel => "AT+CSIM, a logical channel",
        CardAccess.Cgla => "AT+CGLA",
        CardAccess.Crsm => "AT+CRSM",
        _ => "AT+CSIM, the basic channel",
    };
}
