using System.Text;

namespace Bootstrapper.Simulator;

/// <summary>A PIN or administrative key of the card, with its retry counter.</summary>
public sealed class CardPin
{
    /// <summary>The bytes of the verification data, the value padded with FF (TS 102 221 9.5.1).</summary>
    public const int BlockLength = 8;

    /// <summary>The most tries that status word 63Cx can tell.</summary>
    public const int MaxTries = 15;

    /// <summary>Makes a PIN with all its tries left.</summary>
    /// <param name="reference">The key reference, TS 102 221 table 9.3.</param>
    /// <param name="value">1..8 ASCII characters.</param>
    /// <param name="tries">The tries it starts with, 1..15.</param>
    /// <param name="enabled">Whether it has to be verified; a disabled PIN counts as verified.</param>
    public CardPin(byte reference, string value, int tries = 3, bool enabled = true)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!KeyName.IsKnown(reference))
            throw new ArgumentException("is no key reference", nameof(reference));

        if (value.Length is 0 or > BlockLength || !Ascii.IsValid(value))
            throw new ArgumentException($"must have 1 to {BlockLength} ASCII characters", nameof(value));

        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tries, MaxTries);
        Reference = reference;
        Value = value;
        TriesAtStart = tries;
        TriesLeft = tries;
        Enabled = enabled;
    }

    /// <summary>Gets the key reference.</summary>
    public byte Reference { get; }

    /// <summary>Gets the value.</summary>
    public string Value { get; }

    /// <summary>Gets the tries that a successful verification restores.</summary>
    public int TriesAtStart { get; }

    /// <summary>Gets or sets the tries left, 0..15; survives a reset of the card.</summary>
    public int TriesLeft
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxTries);
            field = value;
        }
    }

    /// <summary>Gets whether no try is left.</summary>
    public bool IsBlocked => TriesLeft == 0;

    /// <summary>Gets or sets whether the PIN has to be verified.</summary>
    public bool Enabled { get; set; }

    internal bool Matches(ReadOnlySpan<byte> block)
    {
        Span<byte> expected = stackalloc byte[BlockLength];
        expected.Fill(0xFF);
        Encoding.ASCII.GetBytes(Value, expected);
        return block.SequenceEqual(expected);
    }
}
