using Bootstrapper.DeviceCheck;
using Bootstrapper.DeviceCheck.Rules;
using Bootstrapper.DeviceCheck.Stubs;

namespace Bootstrapper.Host.Tests.Guards;

/// <summary>A few lines of device code, compiled and checked.</summary>
internal static class DeviceSample
{
    public const string FileName = "Sample.cs";

    private static readonly string[] _references =
        ["mscorlib", "nanoFramework.System.Text", "nanoFramework.Runtime.Native", "nanoFramework.TestFramework"];

    public static DeviceBuild Build(string source, RuleOptions? options = null, bool allowUnsafe = false) => DeviceBuild.Run(
        "Sample",
        "Sample.nfproj",
        [KeyValuePair.Create(FileName, source)],
        _references.Select(StubLibrary.Default.Reference),
        options ?? RuleOptions.Firmware,
        allowUnsafe: allowUnsafe);

    /// <summary>Builds members of a class, in a file that starts with <c>using System;</c>.</summary>
    public static DeviceBuild BuildMembers(string members, RuleOptions? options = null, bool allowUnsafe = false)
    {
        string modifiers = allowUnsafe ? "public unsafe" : "public";
        return Build(
            $"using System;\nusing nanoFramework.TestFramework;\n{modifiers} class Sample\n{{\n{members}\n}}\n",
            options,
            allowUnsafe);
    }

    /// <summary>Gets the names of the rules that a build breaks, each once, in order.</summary>
    public static string Rules(DeviceBuild build) =>
        string.Join(' ', build.Findings.Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal));
}
