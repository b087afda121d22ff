using System.Diagnostics.CodeAnalysis;

namespace Bootstrapper.Simulator;

/// <summary>What has to hold before a file may be read or updated (TS 102 221 9.2).</summary>
/// <remarks>Its text form, used in card images, is <c>always</c>, <c>never</c>, <c>secureChannel</c> or the name of a key
/// (see <see cref="KeyName"/>).</remarks>
public readonly record struct AccessCondition
{
    private const string AlwaysText = "always";
    private const string NeverText = "never";
    private const string SecureChannelText = "secureChannel";

    private readonly Kind _kind;

    private AccessCondition(Kind kind, byte key = 0)
    {
        _kind = kind;
        KeyReference = key;
    }

    private enum Kind : byte
    {
        Always,
        Never,
        SecureChannel,
        Key,
    }

    /// <summary>Gets the condition that always holds.</summary>
    public static AccessCondition Always => default;

    /// <summary>Gets the condition that never holds.</summary>
    public static AccessCondition Never => new(Kind.Never);

    /// <summary>Gets the condition that holds inside a secure channel only, which this card never has: it answers 6989.</summary>
    public static AccessCondition SecureChannel => new(Kind.SecureChannel);

    /// <summary>Gets the reference of the key to verify first, 0 where the condition is not about a key.</summary>
    public byte KeyReference { get; }

    /// <summary>Gets whether the condition is that a key was verified.</summary>
    public bool NeedsKey => _kind == Kind.Key;

    /// <summary>Gets the condition that the key was verified, or is disabled.</summary>
    /// <param name="reference">The key reference, TS 102 221 table 9.3.</param>
    public static AccessCondition Key(byte reference) => KeyName.IsKnown(reference)
        ? new(Kind.Key, reference)
        : throw new ArgumentException("is no key reference", nameof(reference));

    /// <summary>Reads the text form.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AccessCondition? condition)
    {
        condition = text switch
        {
            AlwaysText => Always,
            NeverText => Never,
            SecureChannelText => SecureChannel,
            _ => KeyName.TryParse(text, out byte reference) ? Key(reference) : null,
        };
        return condition is not null;
    }

    /// <summary>Gets the text form.</summary>
    public override string ToString() => _kind switch
    {
        Kind.Always => AlwaysText,
        Kind.Never => NeverText,
        Kind.SecureChannel => SecureChannelText,
        _ => KeyName.Of(KeyReference),
    };
}
