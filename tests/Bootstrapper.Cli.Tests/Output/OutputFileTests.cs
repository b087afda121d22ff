using System.Runtime.Versioning;
using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Tests.Inspection;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Output;

[TestClass]
public sealed class OutputFileTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly byte[] _content = [1, 2, 3];

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public void Write_FileThatOthersCanRead_IsReplacedByOneThatOnlyItsOwnerCan()
    {
        using TemporaryFolder folder = new();
        string path = folder.Add("image.bin", [9, 9, 9, 9]);
        File.SetUnixFileMode(path, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        OutputFile.Write(path, _content);

        CollectionAssert.AreEqual(_content, File.ReadAllBytes(path));
        Assert.AreEqual(OwnerOnly, File.GetUnixFileMode(path));
        Assert.HasCount(1, Directory.GetFiles(folder.ToString()), "nothing is left behind");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Write_Link_StaysAndWhatItLeadsToIsReplaced()
    {
        using TemporaryFolder folder = new();
        string path = folder.Add("image.bin", []);
        string link = Path.Combine(folder.ToString(), "link");
        File.CreateSymbolicLink(link, path);

        OutputFile.Write(link, _content);

        Assert.AreEqual(path, new FileInfo(link).LinkTarget);
        CollectionAssert.AreEqual(_content, File.ReadAllBytes(path));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void Write_OpenFileOfTheProcess_IsWrittenTo()
    {
        using TemporaryFolder folder = new();
        using FileStream stream = new(
            folder.Add("open", []), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

        OutputFile.Write($"/proc/self/fd/{stream.SafeFileHandle.DangerousGetHandle()}", _content);

        Assert.AreEqual(_content.Length, stream.Length);
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void Write_LinkToADevice_IsWrittenTo()
    {
        using TemporaryFolder folder = new();
        using PseudoTerminal device = PseudoTerminal.Open();
        string link = Path.Combine(folder.ToString(), "link");
        File.CreateSymbolicLink(link, device.Path);

        OutputFile.Write(link, _content);

        byte[] written = new byte[_content.Length];
        device.Line.ReadExactly(written);
        CollectionAssert.AreEqual(_content, written);
        Assert.AreEqual(device.Path, new FileInfo(link).LinkTarget);
        Assert.IsTrue(File.Exists(device.Path));
    }

    [TestMethod]
    public void Write_FolderOrPlaceThatIsNotThere_FailsAndLeavesNothing()
    {
        using TemporaryFolder folder = new();

        CommandException isFolder = Assert.ThrowsExactly<CommandException>(() => OutputFile.Write(folder.ToString(), _content));
        CommandException isMissing = Assert.ThrowsExactly<CommandException>(
            () => OutputFile.Write(Path.Combine(folder.ToString(), "missing", "image.bin"), _content));

        Assert.AreEqual(ExitCode.Usage, isFolder.Code);
        Assert.EndsWith("can't be written: is a folder", isFolder.Message);
        Assert.EndsWith("can't be written: no such folder", isMissing.Message);
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder.ToString()));
    }
}
