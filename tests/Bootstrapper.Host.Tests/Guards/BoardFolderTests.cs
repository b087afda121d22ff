namespace Bootstrapper.Host.Tests.Guards;

[TestClass]
public class BoardFolderTests
{
    private static RepositoryCopy _copy = null!;

    [ClassInitialize]
    public static void MakeCopy(TestContext _) => _copy = new RepositoryCopy();

    [ClassCleanup]
    public static void DeleteCopy() => _copy.Dispose();

    [TestMethod]
    public void Check_ThisRepository_FindsNothing() => Assert.AreEqual("", string.Join('\n', BoardRules.Check(Repository.Root)));

    [TestMethod]
    public void Boards_OfThisRepository_AreTheOnesWeKnow() => Assert.AreEqual(
        "Generic LilyGoTA7670 LilyGoTSim7000G LilyGoTSim7600 NucleoF767ZI Stm32F769IDiscovery Walter",
        string.Join(' ', BoardRules.Boards(Repository.Root)));

    [TestMethod]
    [DataRow("boards/Walter/Walter.nfproj")]
    [DataRow("boards/Walter/Board.cs")]
    [DataRow("boards/Walter/Program.cs")]
    [DataRow("boards/Walter/Properties/AssemblyInfo.cs")]
    [DataRow("boards/Walter/packages.config")]
    [DataRow("boards/Walter/README.md")]
    [DataRow("boards/Host/Walter/Walter.Host.csproj")]
    public void Check_FileMissing_IsFound(string file) =>
        Assert.AreEqual(file + " does not exist", _copy.Without(BoardRules.Check, file));

    [TestMethod]
    public void Check_TwinWithoutBoard_IsFound() => Assert.AreEqual(
        "boards/Host/Wolter is of no board",
        _copy.Broken(BoardRules.Check, "boards/Host/Wolter/Wolter.Host.csproj", "<Project />"));

    [TestMethod]
    [DataRow("Walter.nfproj", "<OutputType>Exe", "<OutputType>Library", "OutputType Library")]
    [DataRow("Walter.nfproj", "<AssemblyName>Bootstrapper.Boards.Walter", "<AssemblyName>Walter", "AssemblyName Walter")]
    [DataRow("Walter.nfproj", "<RootNamespace>Bootstrapper.Boards.Walter", "<RootNamespace>Walter", "RootNamespace Walter")]
    [DataRow("Board.cs", "Bootstrapper.Boards.Walter", "Bootstrapper.Boards.Generic", "Board.cs has no 'namespace")]
    [DataRow("Program.cs", "Bootstrapper.Boards.Walter", "Bootstrapper.Boards.Generic", "Program.cs has no 'namespace")]
    [DataRow("Program.cs", " Main()", " Start()", "Program.cs has no 'public static void Main()'")]
    [DataRow("Properties/AssemblyInfo.cs", "Boards.Walter", "Boards.Generic", "AssemblyInfo.cs has no 'AssemblyTitle")]
    public void Check_FileOfAnother_IsFound(string file, string old, string changed, string problem) =>
        Assert.Contains(problem, _copy.Changed(BoardRules.Check, "boards/Walter/" + file, old, changed));
}
