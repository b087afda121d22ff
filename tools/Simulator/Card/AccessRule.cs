namespace Bootstrapper.Simulator;

/// <summary>The conditions of one file, which the card shows as a record of EF.ARR.</summary>
/// <param name="Read">What reading needs.</param>
/// <param name="Update">What updating needs.</param>
public readonly record struct AccessRule(AccessCondition Read, AccessCondition Update)
{
    private const byte Adm1 = 0x0A;

    /// <summary>Gets the rule of a file of which nothing else is said: everybody reads, the issuer updates.</summary>
    public static AccessRule Default => new(AccessCondition.Always, AccessCondition.Key(Adm1));
}
