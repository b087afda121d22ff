using Bootstrapper.DeviceCheck.Walk;

namespace Bootstrapper.DeviceCheck.Rules;

/// <summary>Finds in a compiled assembly what compiles and then fails, lies or costs too much on the device.</summary>
internal static class DeviceRules
{
    private static readonly Func<DeviceImage, RuleOptions, IEnumerable<Finding>>[] _all =
    [
        TypeRules.Check, SignatureRules.Check, CodeRules.Check, StaticRules.Check, HandlerRules.Check, SizeRules.Check,
        TestRules.Check,
    ];

    public static IReadOnlyList<Finding> Check(DeviceImage image, RuleOptions options) =>
    [
        .. _all.SelectMany(rule => rule(image, options))
            .Distinct()
            .OrderBy(finding => finding.Location.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location.Line)
            .ThenBy(finding => finding.Rule, StringComparer.Ordinal),
    ];
}
