using Bootstrapper.DeviceCheck;
using Bootstrapper.DeviceCheck.Rules;
using Bootstrapper.DeviceCheck.Stubs;
using Bootstrapper.Host.Tests.Guards;
using Microsoft.CodeAnalysis;

namespace Bootstrapper.Host.Tests.Benchmarks;

/// <summary>The program that measures on the device.</summary>
[TestClass]
public sealed class DeviceProgramTests
{
    [TestMethod]
    public void Sources_CompileForTheDevice()
    {
        DeviceBuild library = Build("Bootstrapper.Nano", Repository.At("src", "Bootstrapper.Nano"));

        DeviceBuild program = Build("Bootstrapper.Benchmarks.Device", Repository.At("tools", "Benchmarks", "Device"), library);

        Assert.AreEqual("", string.Join('\n', program.Findings));
        Assert.IsNotEmpty(program.Image);
    }

    private static DeviceBuild Build(string name, string folder, params DeviceBuild[] libraries)
    {
        string[] packages = ["mscorlib", "nanoFramework.System.Text", "nanoFramework.Runtime.Native"];
        IEnumerable<MetadataReference> references = packages.Select(StubLibrary.Default.Reference)
            .Concat(libraries.Select(library => MetadataReference.CreateFromImage(library.Image)));
        IEnumerable<KeyValuePair<string, string>> sources = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Select(file => KeyValuePair.Create(file, File.ReadAllText(file)));
        return DeviceBuild.Run(name, name, sources, references, RuleOptions.Firmware);
    }
}
