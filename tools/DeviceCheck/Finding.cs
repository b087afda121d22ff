namespace Bootstrapper.DeviceCheck;

/// <summary>Something in the device's sources that must not be.</summary>
/// <param name="Location">Where it is.</param>
/// <param name="Rule">The name of the rule: the compiler's (CS0117) or one of <see cref="Rules.DeviceRules"/>.</param>
/// <param name="Text">The member, and why it fails on the device.</param>
public sealed record Finding(SourceLocation Location, string Rule, string Text)
{
    /// <summary>Gets the finding as compilers write theirs, so that a build shows it as an error of that file.</summary>
    public override string ToString() => $"{Location}: error {Rule}: {Text}";
}
