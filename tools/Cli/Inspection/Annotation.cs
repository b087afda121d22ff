using Bootstrapper.Cli.Configuration;

namespace Bootstrapper.Cli.Inspection;

/// <summary>What some bytes of a file mean.</summary>
/// <param name="Offset">The offset of the first.</param>
/// <param name="Length">How many there are, at least 1.</param>
/// <param name="Depth">How deep they stand, 0 for the file itself.</param>
/// <param name="Meaning">The meaning in words, without the value.</param>
internal sealed record Annotation(int Offset, int Length, int Depth, string Meaning)
{
    /// <summary>Gets whether they are not to be shown unasked: a key, or bytes that nothing explains.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Gets the value that they are, null where they are none, or only a part of one.</summary>
    public Value? Value { get; init; }

    /// <summary>Gets what they belong to, null for the file itself and what is behind the break.</summary>
    public ValuePath? Path { get; init; }
}
