namespace Bootstrapper.Simulator;

/// <summary>What a command came to: bytes and a status word.</summary>
internal readonly record struct CardResponse(ReadOnlyMemory<byte> Data, ushort StatusWord)
{
    public static CardResponse Success => new(default, StatusWords.Success);

    /// <summary>Gets the response that says which length to ask for.</summary>
    public static CardResponse WrongLe(int exact) => new(default, (ushort)(StatusWords.ExactLength | (byte)exact));

    /// <summary>Gets the response with bytes and success.</summary>
    public static implicit operator CardResponse(ReadOnlyMemory<byte> data) => new(data, StatusWords.Success);

    /// <summary>Gets the response with nothing but a status word.</summary>
    public static implicit operator CardResponse(ushort statusWord) => new(default, statusWord);

    public byte[] ToBytes() => [.. Data.Span, (byte)(StatusWord >> 8), (byte)StatusWord];
}
