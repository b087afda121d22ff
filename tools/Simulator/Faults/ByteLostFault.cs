namespace Bootstrapper.Simulator;

/// <summary>The answer arrives with one byte missing.</summary>
/// <param name="Seed">Chooses the byte, unless <paramref name="Position"/> says which.</param>
/// <param name="Position">The byte, counted from either end; a shorter answer arrives whole. Null for one by chance.</param>
public sealed record ByteLostFault(int Seed, Index? Position = null) : DistortingFault
{
    private protected override byte[] Distort(byte[] answer)
    {
        int lost = Position is { } position ? position.GetOffset(answer.Length) : new Random(Seed).Next(answer.Length);
        return lost >= 0 && lost < answer.Length ? [.. answer.AsSpan(0, lost), .. answer.AsSpan(lost + 1)] : answer;
    }
}
