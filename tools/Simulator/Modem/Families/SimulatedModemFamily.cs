namespace Bootstrapper.Simulator;

/// <summary>A family of modems that exist.</summary>
/// <param name="Name">The name, as in <see cref="ModemFamilies"/>.</param>
/// <param name="Ways">The ways to the card's files that work.</param>
/// <param name="Behavior">What the family is like.</param>
public sealed record SimulatedModemFamily(string Name, CardWays Ways, ModemBehavior Behavior)
{
    /// <summary>Gets the lines that come at any time and have nothing to do with the card.</summary>
    public IReadOnlyList<string> Chatter { get; init; } = ["+CREG: 1", "+CEREG: 5", "+CTZV: +04", "+CGEV: NW DETACH"];

    /// <summary>Gets the behaviour with all of the <see cref="Chatter"/> at every place of every answer.</summary>
    /// <param name="times">How many times in a row.</param>
    public ModemBehavior Storm(int times = 1) => Behavior with
    {
        Unsolicited =
        [
            .. from place in Enum.GetValues<UnsolicitedPlace>()
               from _ in Enumerable.Range(0, times)
               from line in Chatter
               select new Unsolicited(line, place),
        ],
    };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
