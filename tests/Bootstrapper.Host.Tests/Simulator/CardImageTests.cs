using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text.Json;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

[TestClass]
public sealed class CardImageTests
{
    private const string Pkcs15 = "A000000063504B43532D3135";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [TestCleanup]
    public void RemoveFolder()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [TestMethod]
    public void Save_ExampleCard_PutsAFilePerFile()
    {
        ExampleCard.Create().Save(_folder);

        string[] files = [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(_folder, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
        CollectionAssert.AreEqual(
            new[]
            {
                "3F00/2F00.bin",
                "3F00/2FE2.bin",
                "A0000000871002FFFFFFFF8903020000/6F07.bin",
                Pkcs15 + "/5031.bin",
                Pkcs15 + "/6430.bin",
                Pkcs15 + "/6432.bin",
                "card.json",
            }.Order(StringComparer.Ordinal).ToArray(),
            files);
        CollectionAssert.AreEqual(
            ExampleCard.BootstrapFile(), File.ReadAllBytes(Path.Combine(_folder, Pkcs15, "6432.bin"))[..126]);
    }

    // It holds keys and PINs.
    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public void Save_Always_IsForTheOwnerOnly()
    {
        ExampleCard.Create().Save(_folder);

        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
            Assert.AreEqual(OwnerOnly, File.GetUnixFileMode(file), file);
        foreach (string folder in Directory.EnumerateDirectories(_folder, "*", SearchOption.AllDirectories).Append(_folder))
            Assert.AreEqual(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(folder), folder);
    }

    [TestMethod]
    public void Save_IntoAnEmptyFolder_FillsIt()
    {
        Directory.CreateDirectory(_folder);

        ExampleCard.Create().Save(_folder + Path.DirectorySeparatorChar);

        Assert.HasCount(2, CardImage.Load(_folder).Applications);
        Assert.IsEmpty(Directory.EnumerateFileSystemEntries(Path.GetTempPath(), Path.GetFileName(_folder) + ".*.tmp"));
    }

    // Two applications with the same AID are two folders with the same name.
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Save_ThatFails_LeavesNothing(bool exists)
    {
        if (exists)
            Directory.CreateDirectory(_folder);
        CardImage image = ExampleCard.Create().Add(CardDirectory.Application(ExampleCard.Pkcs15Aid)
            .Add(ElementaryFile.Transparent(ExampleCard.BootstrapFileId, new byte[1])));

        Assert.Throws<CardImageException>(() => image.Save(_folder));

        Assert.AreEqual(exists, Directory.Exists(_folder));
        Assert.IsEmpty(Directory.EnumerateFileSystemEntries(Path.GetTempPath(), Path.GetFileName(_folder) + "*")
            .Where(path => path != _folder));
        if (exists)
            Assert.IsEmpty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [TestMethod]
    public void Load_WhatWasSaved_IsTheSameCard()
    {
        CardImage image = CreateManifoldImage();
        image.Save(_folder);

        CardImage loaded = CardImage.Load(_folder);

        CollectionAssert.AreEqual(Describe(image), Describe(loaded));
    }

    [TestMethod]
    public void Load_WhatWasSaved_AnswersTheSame()
    {
        ExampleCard.Create().Save(_folder);
        SimulatedCard before = new(ExampleCard.Create()), after = new(CardImage.Load(_folder));

        foreach (string command in (string[])
            ["0070000001", "01A404040C" + Pkcs15 + "00", "01C000002B", "01A40804047FFF643200", "01C0000018", "01B0000080",
             "00B201F430", "00B082000A", "00A4000C025015"])
        {
            Assert.AreEqual(before.Send(command), after.Send(command), command);
        }
    }

    [TestMethod]
    public void Load_FilesWithoutAWordInCardJson_HasTheDefaults()
    {
        Write("card.json", "{}");
        Write("3F00/2FE2.bin", "1234");
        Write(Pkcs15 + "/5031.bin", "");
        Write("README.txt", "about this card");
        Write("3F00/.2FE2.bin.swp", "an editor's");
        Directory.CreateDirectory(Path.Combine(_folder, ".git"));

        CardImage image = CardImage.Load(_folder);

        ElementaryFile file = image.MasterFile.File(0x2FE2)!;
        Assert.IsFalse(file.HasRecords);
        Assert.IsNull(file.ShortFileId);
        Assert.AreEqual(AccessRule.Default, file.Access);
        Assert.AreEqual(4, file.Content.Length);
        Assert.AreEqual(0, image.Application(ExampleCard.Pkcs15Aid)!.File(0x5031)!.Content.Length);
        Assert.IsEmpty(image.Pins);
    }

    [TestMethod]
    [DataRow("", "card.json: is missing", DisplayName = "no card.json")]
    [DataRow("""card.json={"pins":[{"key":"PIN9","value":"1234"}]}""", "card.json: 'PIN9'", DisplayName = "unknown key")]
    [DataRow("""card.json={"pins":[{"key":"PIN1","value":"123456789"}]}""", "card.json: PIN1", DisplayName = "PIN too long")]
    [DataRow("""card.json={"pins":[{"key":"PIN1","value":"1","tries":0}]}""", "card.json: PIN1", DisplayName = "no tries")]
    [DataRow(
        """card.json={"pins":[{"key":"PIN1","value":"1","triesLeft":16}]}""",
        "card.json: PIN1", DisplayName = "16 tries left")]
    [DataRow(
        """card.json={"pins":[{"key":"PIN1","value":"1"},{"key":"PIN1","value":"2"}]}""", "card.json: PIN1 is there twice",
        DisplayName = "PIN twice")]
    [DataRow("card.json={}", "3F00: is missing", DisplayName = "no MF")]
    [DataRow("card.json={};3F00/2FE.bin=x", "2FE.bin: is not named", DisplayName = "file name of three digits")]
    [DataRow("card.json={};3F00/2fe2.bin=x", "2fe2.bin: is not named", DisplayName = "lower-case file name")]
    [DataRow("card.json={};3F00/2FE2=x", "3F00/2FE2: is not named", DisplayName = "file without extension")]
    [DataRow("card.json={};3F00/2FE2.BIN=x", "2FE2.BIN: is not named", DisplayName = "upper-case extension")]
    [DataRow("card.json={};3F00/2FE2.bin=x;3F00/2FE2.bin.old=x", "2FE2.bin.old: is not named", DisplayName = "a copy beside it")]
    [DataRow("card.json={};3F00/7F50.bin/5031.bin=x", "7F50.bin: is not named", DisplayName = "folder with an extension")]
    [DataRow("card.json={};3F00/2FE2.bin=x;6432.bin=x", "6432.bin: is in no directory", DisplayName = "file beside the folders")]
    [DataRow("card.json={};3F00/2F06.bin=x", "2F06.bin: is made from", DisplayName = "EF.ARR")]
    [DataRow("card.json={};3F00/7F50.bin=x;3F00/7F50/5031.bin=x", "7F50: has the file ID", DisplayName = "file and folder alike")]
    [DataRow("card.json={};3F00/DF/1.bin=x", "DF: is not named", DisplayName = "folder in the MF without file ID")]
    [DataRow("card.json={};3F00/2FE2.bin=x;A0000000/5031.bin=x", "A0000000: is named neither", DisplayName = "short AID")]
    [DataRow("card.json={};3F00/2FE2.bin=x;cards/5031.bin=x", "cards: is named neither", DisplayName = "folder without AID")]
    [DataRow(
        """card.json={"files":{"3F00/2F00":{"sfi":"1E"}}};3F00/2FE2.bin=x""",
        "card.json: file 3F00/2F00 is not", DisplayName = "no such file")]
    [DataRow(
        """card.json={"applications":{"A000000063":{}}};3F00/2FE2.bin=x""",
        "card.json: application A000000063 is not", DisplayName = "no such application")]
    [DataRow(
        """card.json={"files":{"3F00/2FE2":{"sfi":"1F"}}};3F00/2FE2.bin=x""",
        "card.json: file 3F00/2FE2: '1F'", DisplayName = "SFI too high")]
    [DataRow(
        """card.json={"files":{"3F00/2FE2":{"sfi":""}}};3F00/2FE2.bin=x""",
        "card.json: file 3F00/2FE2: ''", DisplayName = "empty SFI")]
    [DataRow(
        """card.json={"files":{"3F00/2FE2":{"read":"all"}}};3F00/2FE2.bin=x""",
        "card.json: file 3F00/2FE2: 'all'", DisplayName = "unknown condition")]
    [DataRow(
        """card.json={"files":{"3F00/2FE2":{"read":"PIN1"}}};3F00/2FE2.bin=x""",
        "card.json: PIN1 is the condition", DisplayName = "condition without PIN")]
    [DataRow(
        """card.json={"files":{"3F00/2F00":{"recordLength":2}}};3F00/2F00.bin=xyz""",
        "2F00.bin: ", DisplayName = "record cut off")]
    [DataRow(
        """card.json={"files":{"3F00/2F00":{"recordLength":0}}};3F00/2F00.bin=xyz""",
        "2F00.bin: ", DisplayName = "empty records")]
    [DataRow(
        """card.json={"files":{"3F00/2F00":{"recordLength":256}}};3F00/2F00.bin=xyz""",
        "2F00.bin: ", DisplayName = "long records")]
    [DataRow("""card.json={"files":{"3F00/2F00":{"recordLength":1}}};3F00/2F00.bin=""", "2F00.bin: ", DisplayName = "no records")]
    [DataRow(
        """card.json={"files":{"3F00/2F00":{"sfi":"05"},"3F00/2F01":{"sfi":"05"}}};3F00/2F00.bin=x;3F00/2F01.bin=x""",
        "card.json: file 3F00/2F01: SFI 05", DisplayName = "SFI twice")]
    [DataRow(
        """card.json={"applications":{"A000000063":{"fileId":"501"}}};3F00/2FE2.bin=x;A000000063/1111.bin=x""",
        "card.json: application A000000063: '501'", DisplayName = "file ID of an application")]
    [DataRow(
        """card.json={"applications":{"A000000063":{"fileId":"5015"},"A000000064":{"fileId":"5015"}}};3F00/2FE2.bin=x;"""
        + "A000000063/1111.bin=x;A000000064/1111.bin=x",
        "card.json: application A000000064: file ID 5015", DisplayName = "file ID of two applications")]
    public void Load_SomethingWrong_SaysWhatAndWhereInOneLine(string content, string message)
    {
        Directory.CreateDirectory(_folder);
        foreach (string entry in content.Split(';', StringSplitOptions.RemoveEmptyEntries))
            Write(entry[..entry.IndexOf('=')], entry[(entry.IndexOf('=') + 1)..]);

        CardImageException error = Assert.ThrowsExactly<CardImageException>(() => CardImage.Load(_folder));

        Assert.StartsWith(_folder, error.Message);
        Assert.Contains(message, error.Message);
        Assert.DoesNotContain("\n", error.Message);
    }

    [TestMethod]
    public void Load_FoldersTooDeep_SaysWhere()
    {
        Write("card.json", "{}");
        Write("3F00" + string.Concat(Enumerable.Repeat("/7F50", 9)) + "/5031.bin", "x");

        CardImageException error = Assert.ThrowsExactly<CardImageException>(() => CardImage.Load(_folder));

        Assert.EndsWith("7F50: is too deep", error.Message);
    }

    [TestMethod]
    public void Load_MoreConditionsThanRecords_IsRefused()
    {
        string[] keys = [.. Enumerable.Range(1, 8).Select(i => $"PIN{i}"), .. Enumerable.Range(1, 8).Select(i => $"LocalPIN{i}")];
        Dictionary<string, object> files = [];
        foreach (string read in keys)
        {
            foreach (string update in keys)
            {
                string key = $"3F00/{files.Count:X4}";
                Write(key + ".bin", "x");
                files.Add(key, new { read, update });
            }
        }

        Write("card.json", JsonSerializer.Serialize(new { pins = keys.Select(key => new { key, value = "1" }), files }));

        CardImageException error = Assert.ThrowsExactly<CardImageException>(() => CardImage.Load(_folder));

        Assert.Contains("EF.ARR", error.Message);
    }

    [TestMethod]
    public void Load_FileTooLong_SaysHowLong()
    {
        Write("card.json", "{}");
        Write("3F00/2FE2.bin", new string('x', 65536));

        CardImageException error = Assert.ThrowsExactly<CardImageException>(() => CardImage.Load(_folder));

        Assert.Contains("2FE2.bin: has 65536 bytes", error.Message);
    }

    [TestMethod]
    public void Load_NoFolder_SaysSo()
    {
        CardImageException error = Assert.ThrowsExactly<CardImageException>(() => CardImage.Load(_folder));

        Assert.AreEqual(_folder + ": is no folder", error.Message);
    }

    [TestMethod]
    public void Save_FolderWithSomethingInIt_LeavesItAlone()
    {
        Write("notes.txt", "mine");

        Assert.ThrowsExactly<CardImageException>(() => ExampleCard.Create().Save(_folder));

        Assert.HasCount(1, Directory.GetFileSystemEntries(_folder));
    }

    [TestMethod]
    public void Save_EmptyFolder_IsUsed()
    {
        Directory.CreateDirectory(_folder);

        ExampleCard.Create().Save(_folder);

        Assert.IsTrue(File.Exists(Path.Combine(_folder, "card.json")));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [Timeout(60_000)]
    [DataRow("mkfifo {0}", "3F00/2FE2.bin", DisplayName = "pipe that nobody writes")]
    [DataRow("mkfifo {0}", "card.json", DisplayName = "pipe for card.json")]
    [DataRow("ln -s /dev/zero {0}", "3F00/2FE2.bin", DisplayName = "device without an end")]
    [DataRow("ln -s /dev/zero {0}", "card.json", DisplayName = "device for card.json")]
    public void Load_NoRegularFile_IsRefused(string command, string name)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "3F00"));
        if (name != "card.json")
            Write("card.json", "{}");
        string path = Path.Combine(_folder, name);
        using Process process = Process.Start(
            "sh", ["-c", string.Format(CultureInfo.InvariantCulture, command, path)]);
        process.WaitForExit();

        CardImageException error = Assert.ThrowsExactly<CardImageException>(() => CardImage.Load(_folder));

        Assert.AreEqual(path + ": is no regular file", error.Message);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Load_LinkToAFile_IsTheFile()
    {
        Write("card.json", "{}");
        Write("3F00/2FE2.bin", "x");
        File.CreateSymbolicLink(Path.Combine(_folder, "3F00/2FE3.bin"), "2FE2.bin");

        Assert.AreEqual(1, CardImage.Load(_folder).File("3F00/2FE3")!.Content.Length);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Load_LinkToNothing_SaysWhichOne()
    {
        Write("card.json", "{}");
        Directory.CreateDirectory(Path.Combine(_folder, "3F00"));
        File.CreateSymbolicLink(Path.Combine(_folder, "3F00/2FE3.bin"), "2FE2.bin");

        CardImageException error = Assert.ThrowsExactly<CardImageException>(() => CardImage.Load(_folder));

        Assert.Contains("2FE3.bin: ", error.Message);
    }

    [TestMethod]
    [DataRow("3F00/2F00", true)]
    [DataRow("3F00/7F50/5F01/4F01", true)]
    [DataRow("A000000063504B43532D3135/6432", true)]
    [DataRow("6432", false)]
    [DataRow("", false)]
    [DataRow("3F00", false)]
    [DataRow("3F00/6432", false)]
    [DataRow("3F00/7F50", false)]
    [DataRow("3F00/7F51/4F01", false)]
    [DataRow("A000000063/6432", false)]
    public void File_Path_FindsItOrNothing(string path, bool isThere)
    {
        Assert.AreEqual(isThere, CreateManifoldImage().File(path) is not null);
    }

    // Every kind of thing that card.json can say.
    private static CardImage CreateManifoldImage()
    {
        CardImage image = ExampleCard.Create(pinEnabled: true)
            .Add(new CardPin(0x81, "4321", tries: 5, enabled: false) { TriesLeft = 2 });
        image.MasterFile.Add(CardDirectory.Dedicated(0x7F50)
            .Add(ElementaryFile.LinearFixed(0x5031, 3, new byte[] { 1, 2, 3, 4, 5, 6 }, shortFileId: 0x0A))
            .Add(CardDirectory.Dedicated(0x5F01).Add(ElementaryFile.Transparent(
                0x4F01, new byte[] { 7 }, access: new AccessRule(AccessCondition.SecureChannel, AccessCondition.Never)))));
        image.MasterFile.Add(ElementaryFile.Transparent(
            0x2F05, new byte[] { 8 }, access: new AccessRule(AccessCondition.Key(0x81), AccessCondition.Always)));
        image.File("3F00/2F05")!.IsActivated = false;
        return image;
    }

    private static List<string> Describe(CardImage image)
    {
        List<string> lines =
            [.. image.Pins.Select(p => $"{p.Reference:X2} {p.Value} {p.TriesAtStart} {p.TriesLeft} {p.Enabled}")];
        Describe(image.MasterFile, "", lines);
        foreach (CardDirectory application in image.Applications)
            Describe(application, "", lines);

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static void Describe(CardDirectory directory, string path, List<string> lines)
    {
        lines.Add($"{path}{directory} {directory.FileId:X4}");
        foreach (ElementaryFile f in directory.Files)
        {
            lines.Add(
                $"{path}{directory}/{f.FileId:X4} {f.RecordLength} {f.ShortFileId} {f.Access.Read} {f.Access.Update} "
                + $"{f.IsActivated} {Convert.ToHexString(f.Content.Span)}");
        }

        foreach (CardDirectory child in directory.Directories)
            Describe(child, path + directory + "/", lines);
    }

    private void Write(string path, string content)
    {
        string full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }
}
