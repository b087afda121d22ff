using System.Globalization;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Definitions;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Cli.Inspection;

/// <summary>Values as text for a person. It may hold anything that a file does: make it printable before it is shown.</summary>
internal static class ValueText
{
    private const int LongestText = 300; // a URI has 255
    private const int LongestHex = 32; // an AES-256 key
    private const int HexAtEachEnd = 8; // keys and certificates begin alike

    /// <summary>Gets whether a value is not to be shown unasked: a key, or one that no definition explains.</summary>
    public static bool IsSecret(ValuePath path) => Definition(path) is null or { IsSecret: true };

    /// <summary>Gets the name of a value's type.</summary>
    public static string TypeOf(Value value, ValuePath path)
    {
        ResourceKind? kind = Definition(path)?.Kind;
        return (kind, value) switch
        {
            (null, _) => "unknown",
            (ResourceKind.Opaque, _) => "Opaque",
            (ResourceKind.None, _) => "executable",
            (_, OpaqueValue) => $"no {kind}",
            _ => $"{kind}",
        };
    }

    /// <summary>Gets a value as text, a secret one as its length.</summary>
    public static string Of(Value value, ValuePath path, bool showSecrets)
    {
        if (!showSecrets && IsSecret(path))
            return $"{Count(LengthOf(value))} (masked)";

        string text = Of(value);
        return Explain(value, path) is { } more ? $"{text} ({more})" : text;
    }

    /// <summary>Gets the number of bytes of a value.</summary>
    public static int LengthOf(Value value) => ImageWriter.Encode(value).Length;

    /// <summary>Gets a number of bytes as text.</summary>
    public static string Count(int bytes) => bytes == 1 ? "1 byte" : $"{bytes} bytes";

    /// <summary>Gets the characters of ASCII, and a point for each byte that is none of them.</summary>
    public static string Ascii(ReadOnlySpan<byte> bytes)
    {
        char[] characters = new char[bytes.Length];
        for (int i = 0; i < bytes.Length; i++)
            characters[i] = IsPrintable(bytes[i]) ? (char)bytes[i] : '.';
        return new string(characters);
    }

    /// <summary>Gets bytes as hex digits, a space between two of them.</summary>
    public static string Hex(ReadOnlySpan<byte> bytes)
    {
        string digits = Convert.ToHexString(bytes);
        return string.Join(' ', Enumerable.Range(0, digits.Length / 2).Select(i => digits.Substring(2 * i, 2)));
    }

    private static ResourceDefinition? Definition(ValuePath path) =>
        ObjectDefinitions.Default.Find(path.ObjectId, path.ResourceId);

    private static string Of(Value value) => value switch
    {
        IntegerValue v => v.Value.ToString(CultureInfo.InvariantCulture),
        UnsignedValue v => v.Value.ToString(CultureInfo.InvariantCulture),
        FloatValue v => v.Value.ToString("R", CultureInfo.InvariantCulture),
        BooleanValue v => v.Value ? "true" : "false",
        StringValue v => Quote(v.Value),
        OpaqueValue v => Of(v.Value),
        ObjectLinkValue { ObjectId: 65535, InstanceId: 65535 } => "none (65535:65535)",
        ObjectLinkValue v => $"{v.ObjectId}:{v.InstanceId}",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Of(byte[] bytes)
    {
        if (bytes.Length == 0)
            return Count(0);
        if (bytes.All(IsPrintable))
            return Quote(Ascii(bytes));
        return bytes.Length <= LongestHex
            ? Hex(bytes)
            : $"{Hex(bytes.AsSpan(0, HexAtEachEnd))} … {Hex(bytes.AsSpan(bytes.Length - HexAtEachEnd))} ({Count(bytes.Length)})";
    }

    private static string Quote(string text) => text.Length <= LongestText
        ? $"\"{text}\""
        : $"\"{text[..LongestText]}\" … ({text.Length} characters)";

    private static string? Explain(Value value, ValuePath path) => (value, path.ObjectId, path.ResourceId) switch
    {
        (IntegerValue v, ObjectIds.Security, SecurityResources.SecurityMode) => v.Value switch
        {
            SecurityModes.PreSharedKey => "PSK",
            SecurityModes.RawPublicKey => "RPK",
            SecurityModes.Certificate => "Certificate",
            SecurityModes.NoSec => "NoSec",
            SecurityModes.CertificateWithEst => "EST",
            _ => null,
        },
        (UnsignedValue v, ObjectIds.Security, SecurityResources.Ciphersuite) => $"0x{v.Value:X4}",
        (IntegerValue v, ObjectIds.AccessControl, AccessControlResources.Acl) => Rights(v.Value),
        (IntegerValue { Value: >= short.MinValue and < sbyte.MinValue } v, _, _) when Identifiers.Contains(path) =>
            $"a device reads {(ushort)v.Value}",
        (IntegerValue v, _, _) when Definition(path)?.Kind == ResourceKind.Time => Date(v.Value),
        _ => null,
    };

    // LwM2M TS Appendix E: Read, Write, Execute, Delete, Create.
    private static string? Rights(long bits) => bits is > 0 and < 32
        ? string.Join(' ', "RWEDC".Where((_, bit) => (bits & (1 << bit)) != 0))
        : null;

    private static string? Date(long seconds)
    {
        try
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("u", CultureInfo.InvariantCulture);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static bool IsPrintable(byte b) => b is >= 0x20 and < 0x7F;
}
