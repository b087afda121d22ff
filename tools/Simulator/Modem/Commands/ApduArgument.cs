namespace Bootstrapper.Simulator.Commands;

/// <summary>The two arguments that stand for an APDU: how many digits there are, and the digits.</summary>
internal static class ApduArgument
{
    // A header at the least; at the most a header, Lc, 255 bytes and Le. The length counts digits, two a byte.
    private const int MinLength = 2 * 4;
    private const int MaxLength = 2 * 261;

    /// <summary>Gets the APDU of the last two arguments; null where they, or how many there are, is wrong.</summary>
    public static byte[]? Read(AtRequest request, int first) =>
        request.ArgumentCount == first + 2
        && request.Number(first, MaxLength) is { } length
        && request.Bytes(first + 1) is { } command
        && length >= MinLength
        && length == 2 * command.Length
            ? command
            : null;
}
