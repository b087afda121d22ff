namespace Bootstrapper.Host.Tests.Guards;

[TestClass]
public class TwinTests
{
    private static RepositoryCopy _copy = null!;

    [ClassInitialize]
    public static void MakeCopy(TestContext _) => _copy = new RepositoryCopy();

    [ClassCleanup]
    public static void DeleteCopy() => _copy.Dispose();

    [TestMethod]
    public void Check_ThisRepository_FindsNothing() => Assert.AreEqual("", string.Join('\n', TwinRules.Check(Repository.Root)));

    [TestMethod]
    [DataRow("src/Bootstrapper.Nano/Bootstrapper.Nano.nfproj", "    <Compile Include=\"Card\\CardPath.cs\" />", "",
        "compiles src/Bootstrapper.Nano/Card/CardPath.cs, its", DisplayName = "library: source missing in .nfproj")]
    [DataRow("src/Bootstrapper.Host/Bootstrapper.Host.csproj", "../Bootstrapper.Nano/**/*.cs", "../Bootstrapper.Nano/Card/*.cs",
        "does not compile src/Bootstrapper.Nano/SmartCard.cs", DisplayName = "library: sources missing in the twin")]
    [DataRow("tests/Bootstrapper.Nano.Tests/Bootstrapper.Nano.Tests.nfproj", "    <Compile Include=\"Hex.cs\" />",
        "    <Compile Include=\"Hax.cs\" />", "does not compile tests/Bootstrapper.Nano.Tests/Hax.cs",
        DisplayName = "tests: another file")]
    [DataRow("boards/Walter/Walter.nfproj", "    <Compile Include=\"Board.cs\" />", "",
        "Walter.Host.csproj compiles boards/Walter/Board.cs", DisplayName = "board: own source missing in .nfproj")]
    [DataRow("boards/Walter/Walter.nfproj", "<Compile Include=\"..\\Shared\\SystemClock.cs\" Link=\"Shared\\SystemClock.cs\" />",
        "",
        "Walter.Host.csproj compiles boards/Shared/SystemClock.cs", DisplayName = "board: shared source missing in .nfproj")]
    [DataRow("boards/Host/Walter/Walter.Host.csproj", "Esp32.Host/Esp32.Host", "Shared.Host/Shared.Host",
        "Walter.Host.csproj does not compile boards/Esp32/Esp32Program.cs", DisplayName = "board: twin without ESP32")]
    [DataRow("boards/Host/NucleoF767ZI/NucleoF767ZI.Host.csproj", "Shared.Host/Shared.Host", "Esp32.Host/Esp32.Host",
        "NucleoF767ZI.Host.csproj compiles boards/Esp32/Esp32Program.cs", DisplayName = "board: twin with ESP32")]
    [DataRow("boards/Host/Walter/Walter.Host.csproj", "../../Walter/**", "../../Generic/**",
        "Walter.Host.csproj compiles boards/Generic/Board.cs", DisplayName = "board: twin of another")]
    public void Check_BrokenProject_IsFound(string file, string old, string changed, string problem) =>
        Assert.Contains(problem, _copy.Changed(TwinRules.Check, file, old, changed));

    [TestMethod]
    public void Check_ProjectOutsideTheKnownFolders_IsFound() =>
        Assert.Contains("boards/Shared has no .NET twin", _copy.Broken(TwinRules.Check, "boards/Shared/Other.nfproj", "<Project />"));

    [TestMethod]
    [DataRow("boards/Host/Walter/Walter.Host.csproj")]
    [DataRow("src/Bootstrapper.Nano/Bootstrapper.Nano.nfproj")]
    public void Check_ProjectMissing_IsFound(string file) =>
        Assert.Contains(file + " does not exist", _copy.Without(TwinRules.Check, file));
}
