namespace Bootstrapper.Benchmarks.Wire;

/// <summary>How fast the two lines are, in bits a second.</summary>
/// <param name="Baud">The line to the modem.</param>
/// <param name="Card">The modem's line to the card.</param>
internal sealed record LineSpeeds(int Baud, int Card)
{
    /// <summary>Gets the usual ones: a card at 3.57 MHz with F/D = 512/8 (ISO/IEC 7816-3, 8.1).</summary>
    public static LineSpeeds Default { get; } = new(115200, 55800);
}
