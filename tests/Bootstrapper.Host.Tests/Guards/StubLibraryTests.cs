using Bootstrapper.DeviceCheck.Stubs;

namespace Bootstrapper.Host.Tests.Guards;

[TestClass]
public class StubLibraryTests
{
    public static IEnumerable<object[]> Assemblies => StubLibrary.Default.AssemblyNames.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Assemblies))]
    public void Image_OfEachList_DeclaresItsLinesAndNothingElse(string assemblyName)
    {
        ApiList list = ApiList.LoadAll().Single(candidate => candidate.AssemblyName == assemblyName);

        IReadOnlyList<string> surface = PublicSurface.Read(StubLibrary.Default.Image(assemblyName));

        Assert.AreEqual("", string.Join('\n', list.Lines.Except(surface).Order()), "listed, not declared");
        Assert.AreEqual("", string.Join('\n', surface.Except(list.Lines).Order()), "declared, not listed");
        Assert.HasCount(list.Lines.Count, surface);
    }
}
