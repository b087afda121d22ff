using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Inspection;

/// <summary>What a device with the library's default options makes of an image.</summary>
internal sealed class DeviceVerdict
{
    /// <summary>Gets how a command ends that is about the image.</summary>
    public required ExitCode Code { get; init; }

    /// <summary>Gets the CRC-32 of the content as a device remembers it, null for a malformed image.</summary>
    public required uint? Digest { get; init; }

    /// <summary>Gets why it is refused; none if it is accepted.</summary>
    public required IReadOnlyList<Remark> Violations { get; init; }

    /// <summary>Gets what is odd, though it is accepted.</summary>
    public required IReadOnlyList<Remark> Warnings { get; init; }

    /// <summary>Gets what is read over, unless the application of the device takes it.</summary>
    public required IReadOnlyList<Remark> Skipped { get; init; }

    /// <summary>Writes what is refused, what is odd, what is read over, and the verdict: accepted or refused.</summary>
    public void Write(TextWriter output)
    {
        Write(output, "violation", Violations);
        Write(output, "warning", Warnings);
        Write(output, "skipped", Skipped);

        string verdict = Code == ExitCode.Done ? "accepted" : "refused";
        output.WriteLine(verdict + Count(Violations, "violation") + Count(Warnings, "warning"));
    }

    private static void Write(TextWriter output, string kind, IReadOnlyList<Remark> remarks)
    {
        foreach (Remark remark in remarks)
            output.WriteLine(Terminal.Printable($"{kind}: {remark.ToFileText()}"));
    }

    private static string Count(IReadOnlyList<Remark> remarks, string word) => remarks.Count switch
    {
        0 => "",
        1 => $", 1 {word}",
        var count => $", {count} {word}s",
    };
}
