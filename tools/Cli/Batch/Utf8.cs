using System.Text;

namespace Bootstrapper.Cli.Batch;

/// <summary>Decodes UTF-8 strictly.</summary>
internal static class Utf8
{
    /// <summary>Decodes bytes, null if they are not UTF-8.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
}
