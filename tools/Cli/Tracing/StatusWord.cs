using System.Globalization;

namespace Bootstrapper.Cli.Tracing;

/// <summary>The status words of cards (TS 102 221 10.2, 3GPP TS 51.011 9.4).</summary>
internal static class StatusWord
{
    /// <summary>Gets whether two bytes can be a status word at all.</summary>
    public static bool IsPossible(int word) => word >> 8 is (> 0x60 and <= 0x6F) or (>= 0x90 and <= 0x9F);

    /// <summary>Gets whether a command was executed, if with a warning or with bytes that wait.</summary>
    public static bool IsSuccess(int word) => word == 0x9000 || word >> 8 is 0x61 or 0x62 or 0x63 or 0x91 or 0x92 or 0x9F;

    /// <summary>Gets what a status word means.</summary>
    public static string Explain(int word) => $"{word:X4} {Meaning(word)}";

    private static string Meaning(int word) => word switch
    {
        0x9000 => "done",
        0x9300 => "the card's toolkit is busy",
        0x6200 => "warning: no information, or the channel was closed already",
        0x6281 => "warning: the data may be corrupt",
        0x6282 => "the end of the file came before the length asked for",
        0x6283 => "the file is deactivated",
        0x6284 or 0x6285 => "the file is terminated",
        0x6400 or 0x6500 => "execution error",
        0x6581 => "memory problem",
        0x6700 => "wrong length",
        0x6800 or 0x6E00 => "the class is not supported",
        0x6881 => "the logical channel is not supported or not open",
        0x6882 => "secure messaging is not supported",
        0x6900 => "not allowed",
        0x6981 => "not with a file of this structure",
        0x6982 => "a PIN or key has to be verified first",
        0x6983 => "the PIN is blocked",
        0x6984 => "the PIN is disabled",
        0x6985 => "the conditions are not satisfied",
        0x6986 => "no file is selected",
        0x6989 => "a secure channel is needed",
        0x6A80 => "wrong data",
        0x6A81 => "not supported, or no channel is free",
        0x6A82 => "no such file or application",
        0x6A83 => "no such record",
        0x6A86 => "wrong P1 or P2",
        0x6A87 => "the length does not go with P1 and P2",
        0x6A88 => "no such key or data",
        0x6B00 => "the offset is outside the file",
        0x6D00 => "the instruction is not supported",
        0x6F00 => "no precise diagnosis",
        0x9404 => "no such file (2G)",
        0x9804 => "a PIN has to be verified first (2G)",
        0x9840 => "the PIN is blocked (2G)",
        _ => Meaning(word >> 8, word & 0xFF),
    };

    private static string Meaning(int first, int second) => (first, second) switch
    {
        (0x61 or 0x9F, _) => $"{Count(second)} bytes wait for GET RESPONSE",
        (0x63, >= 0xC0 and <= 0xCF) => $"{second & 0x0F} tries left",
        (0x6C, _) => $"wrong length: {Count(second)} is right",
        (0x91, _) => "done; the card's toolkit has a command for the modem",
        (0x92, _) => "done after internal retries",
        (0x62 or 0x63, _) => "warning",
        _ => "unknown",
    };

    private static string Count(int second) => (second == 0 ? 256 : second).ToString(CultureInfo.InvariantCulture);
}
