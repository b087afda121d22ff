namespace Bootstrapper.Simulator;

/// <summary>The answer arrives with one bit wrong.</summary>
/// <param name="Seed">Chooses the bit.</param>
public sealed record BitErrorFault(int Seed) : DistortingFault
{
    private protected override byte[] Distort(byte[] answer)
    {
        int bit = new Random(Seed).Next(8 * answer.Length);
        answer[bit / 8] ^= (byte)(1 << (bit % 8));
        return answer;
    }
}
