namespace Bootstrapper.Simulator;

/// <summary>Random bytes arrive right before the answer.</summary>
/// <param name="Seed">Chooses the bytes.</param>
/// <param name="Length">The number of bytes.</param>
public sealed record GarbageFault(int Seed, int Length = 16) : DistortingFault
{
    private protected override byte[] Distort(byte[] answer)
    {
        byte[] garbage = new byte[Length];
        new Random(Seed).NextBytes(garbage);
        return [.. garbage, .. answer];
    }
}
