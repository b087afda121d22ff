using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bootstrapper.Cli.Batch;
using Bootstrapper.Cli.Generation;
using Bootstrapper.Cli.Syntax;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Cli.Tests.Batch;

/// <summary>Whole batches, from a file to a folder.</summary>
[TestClass]
public sealed class BatchGeneratorTests
{
    private const long FirstCard = 8949000000000000000;
    private const long FirstDevice = 350000000000000;
    private const string Key = "00112233445566778899AABBCCDDEEFF";

    private static readonly Node _template =
        BatchFixture.Template("'coaps://${host}:5684'", "${lifetime}", "b'urn:imei:${imei}'", "${psk:hex}");

    private static readonly Node _short = BatchFixture.Template("'coaps://a'", "${lifetime}", "b'identity'", "${psk:hex}");

    [TestMethod]
    public void Run_HundredsOfRows_AreWhatEachMakesByHand()
    {
        using BatchFixture batch = new();
        StringBuilder csv = new("iccid,host,lifetime,imei,psk\n");
        for (int i = 0; i < 500; i++)
            csv.Append(CultureInfo.InvariantCulture, $"{FirstCard + i},host{i}.net,{3600 + i},{FirstDevice + i},{KeyOf(i)}\n");

        Assert.AreEqual(ExitCode.Done, batch.Run(csv.ToString(), _template, "${iccid}.bin"));

        string[] manifest = batch.Manifest;
        Assert.HasCount(500, manifest);
        Assert.HasCount(500, batch.Images);
        ConfigurationLoader loader = new();
        for (int i = 0; i < 500; i++)
        {
            byte[] expected = ByHand(
                $"'coaps://host{i}.net:5684'", $"{3600 + i}", $"b'urn:imei:{FirstDevice + i}'", KeyOf(i));
            string name = $"{FirstCard + i}.bin";
            CollectionAssert.AreEqual(expected, batch.Image(name));

            uint digest = loader.Load(new ByteArraySource(expected)).Digest;
            string sha256 = Convert.ToHexStringLower(SHA256.HashData(expected));
            Assert.AreEqual($"{i + 2},{name},{expected.Length},{sha256},{digest:X8},", manifest[i]);
        }

        CollectionAssert.AreEqual((string[])["500 images; out/manifest.csv lists them"], batch.Error);
    }

    [TestMethod]
    public void Run_RowsInError_AreToldAndTheRestIsDone()
    {
        using BatchFixture batch = new();

        ExitCode code = batch.Run($"""
            lifetime,psk,note
            86400,{Key},fine
            soon,{Key},no number
            86400,{Key[1..]},half a digit
            86400
            86400,{Key},"a cell
            of two lines"
            86400,{Key},a "quote"
            86400,,"no key, which a device refuses"
            99999999999999999999,{Key},more than an Integer
            86400,{Key},fine

            """, _short);

        Assert.AreEqual(ExitCode.Content, code);
        CollectionAssert.AreEqual((string[])["row-1.bin", "row-5.bin", "row-9.bin"], batch.Images);
        string[] errors =
        [
            "line 3: column 'lifetime' is 'soon', not an integer, decimal or 0x…",
            "line 4: column 'psk' is not pairs of hex digits",
            "line 5: 1 instead of 3 cells",
            "line 8: cell 3: a quote in a cell must be doubled, and the cell be quoted",
            "line 9: ",
            "line 10: template line 15, column 34: RID.Server.Lifetime of instance 1: 99999999999999999999 is outside",
        ];
        Assert.HasCount(errors.Length + 1, batch.Error);
        for (int i = 0; i < errors.Length; i++)
            StringAssert.StartsWith(batch.Error[i], "cards.csv: " + errors[i]);
        Assert.AreEqual("3 images, 6 rows in error; out/manifest.csv lists them", batch.Error[^1]);

        string[] manifest = batch.Manifest;
        Assert.HasCount(9, manifest);
        Assert.AreEqual("3,,,,,\"column 'lifetime' is 'soon', not an integer, decimal or 0x…\"", manifest[1]);
        Assert.AreEqual("4,,,,,column 'psk' is not pairs of hex digits", manifest[2]);
        StringAssert.StartsWith(manifest[4], "6,row-5.bin,");
        StringAssert.StartsWith(manifest[8], "11,row-9.bin,");
    }

    [TestMethod]
    public void Run_ManyErrors_TellsTheFirstAndListsAll()
    {
        using BatchFixture batch = new();
        string csv = "lifetime,psk\n" + string.Concat(Enumerable.Repeat($"x,{Key}\n", 500)) + $"1,{Key}\n";

        Assert.AreEqual(ExitCode.Content, batch.Run(csv, _short));

        Assert.HasCount(22, batch.Error);
        StringAssert.StartsWith(batch.Error[19], "cards.csv: line 21: ");
        Assert.AreEqual("cards.csv: 480 more rows in error: see out/manifest.csv", batch.Error[20]);
        Assert.AreEqual("1 image, 500 rows in error; out/manifest.csv lists them", batch.Error[21]);
        Assert.AreEqual(500, batch.Manifest.Count(l => l.EndsWith("0x…\"", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Run_SameNameTwice_KeepsTheFirst()
    {
        using BatchFixture batch = new();
        StringBuilder csv = new("name,lifetime,psk\n");
        for (int i = 0; i < 300; i++)
            csv.Append(CultureInfo.InvariantCulture, $"card{i % 150},{i + 1},{Key}\n");

        Assert.AreEqual(ExitCode.Content, batch.Run(csv.ToString(), _short, "${name}.bin"));

        Assert.HasCount(150, batch.Images);
        for (int i = 0; i < 150; i++)
        {
            CollectionAssert.AreEqual(ByHand("'coaps://a'", $"{i + 1}", "b'identity'", Key), batch.Image($"card{i}.bin"));
            Assert.AreEqual($"{i + 152},,,,,'card{i}.bin' is the file of an earlier row", batch.Manifest[i + 150]);
        }
    }

    [TestMethod]
    [DataRow("manifest.csv")]
    [DataRow("../cards.csv")]
    [DataRow("../escaped")]
    [DataRow("..")]
    [DataRow("=cmd|' /C calc'!A0")]
    [DataRow("@SUM(1)")]
    public void Run_NameThatIsNone_WritesNothing(string name)
    {
        using BatchFixture batch = new();
        string csv = $"name,lifetime,psk\n{name},1,{Key}\n";

        Assert.AreEqual(ExitCode.Content, batch.Run(csv, _short, "${name}"));

        Assert.IsEmpty(batch.Images);
        Assert.HasCount(1, batch.Manifest);
        StringAssert.StartsWith(batch.Manifest[0], "2,,,,,");
        Assert.AreEqual(csv, File.ReadAllText(batch.Csv));
        Assert.HasCount(2, Directory.GetFileSystemEntries(Path.GetDirectoryName(batch.Csv)!));
    }

    [TestMethod]
    [DataRow("'}}, 7: {1: '")]
    [DataRow("${psk}")]
    [DataRow("\"},\"x\":{\"")]
    [DataRow("a\nb")]
    [DataRow("=cmd")]
    [DataRow("# no comment")]
    public void Run_CellWithSyntax_IsTextInTheImage(string cell)
    {
        using BatchFixture batch = new();
        string quoted = cell.Replace("\"", "\"\"", StringComparison.Ordinal);
        Node template = BatchFixture.Template("'coaps://a/${x}'", "1", "${x}", "${psk:hex}");

        Assert.AreEqual(ExitCode.Done, batch.Run($"x,psk\n\"{quoted}\",{Key}\n", template));

        BootstrapConfiguration read = new ConfigurationLoader().Load(new ByteArraySource(batch.Image("row-1.bin"))).Configuration;
        Assert.AreEqual($"coaps://a/{cell}", read.SecurityInstances[0].ServerUri);
        CollectionAssert.AreEqual(Encoding.UTF8.GetBytes(cell), read.SecurityInstances[0].PublicKeyOrIdentity);
    }

    [TestMethod]
    public void Run_KeysInAnyState_AreNeverTold()
    {
        using BatchFixture batch = new();
        const string Secret = "DEADBEEF";
        Node template = BatchFixture.Template("""
            { OID.Security: { ${id}: { RID.Security.SecretKey: ${a:hex}, 2: ${b}, 4711: ${c}, 4712: [(0, ${d:base64})] } } }
            """);
        StringBuilder csv = new("id,a,b,c,d\n");
        foreach (string id in (string[])["1", "x", "70000"])
        {
            foreach (string a in (string[])["DEADBEEF", "DEADBEEFx", "\"DEADBEEF\"\"\""])
                csv.Append(CultureInfo.InvariantCulture, $"{id},{a},0,{Secret},{Secret}\n{id},{a},0,{Secret}x,{Secret}\n");
        }

        Assert.AreEqual(ExitCode.Content, batch.Run(csv.ToString(), template));

        Assert.HasCount(18, batch.Manifest);
        foreach (string line in batch.Error.Concat(batch.Manifest))
            Assert.DoesNotContain(Secret, line, StringComparison.OrdinalIgnoreCase);
    }

    [TestMethod]
    public void Run_Warnings_AreToldOnce()
    {
        using BatchFixture batch = new();
        Node template = BatchFixture.Template($$"""
            { OID.Security: { 1: { 0: 'coaps://a', 1: False, 2: 0, 3: 'i', 5: ${psk:hex}, 10: 1 } },
              OID.Server: { 1: { 0: 1, 1: 1, 6: True, 7: 'U', 4711: 1 } } }
            """);

        Assert.AreEqual(ExitCode.Done, batch.Run("psk\n" + string.Concat(Enumerable.Repeat(Key + "\n", 100)), template));

        Assert.HasCount(2, batch.Error);
        StringAssert.StartsWith(batch.Error[0], "cards.csv: line 2: warning: a device skips resource 4711 of OID.Server instance 1");
        StringAssert.EndsWith(batch.Error[0], " (100 rows)");
    }

    [TestMethod]
    public void Run_Folder_IsItsOwnersAlone()
    {
        if (OperatingSystem.IsWindows())
            return;

        using BatchFixture batch = new();
        batch.Run($"lifetime,psk\n1,{Key}\n", _short);

        const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.AreEqual(File | UnixFileMode.UserExecute, System.IO.File.GetUnixFileMode(batch.Folder));
        Assert.AreEqual(File, System.IO.File.GetUnixFileMode(Path.Combine(batch.Folder, "row-1.bin")));
        Assert.AreEqual(File, System.IO.File.GetUnixFileMode(Path.Combine(batch.Folder, "manifest.csv")));
    }

    [TestMethod]
    public void Run_FolderWithSomethingInIt_IsLeftAlone()
    {
        using BatchFixture batch = new();
        Directory.CreateDirectory(batch.Folder);
        string other = Path.Combine(batch.Folder, ".other");
        File.WriteAllText(other, "");

        CommandException e = Assert.ThrowsExactly<CommandException>(() => batch.Run($"lifetime,psk\n1,{Key}\n", _short));

        Assert.AreEqual(ExitCode.Usage, e.Code);
        StringAssert.EndsWith(e.Message, "out: is not empty: a batch needs a folder of its own");
        CollectionAssert.AreEqual((string[])[other], Directory.GetFileSystemEntries(batch.Folder));
    }

    [TestMethod]
    public void Run_EmptyFolder_IsTaken()
    {
        using BatchFixture batch = new();
        Directory.CreateDirectory(batch.Folder);

        Assert.AreEqual(ExitCode.Done, batch.Run($"lifetime,psk\n1,{Key}\n", _short));
    }

    [TestMethod]
    [DataRow("lifetime\n1\n", null, "template.py: line 8, column 37: no column 'psk'")]
    [DataRow("", null, "is empty")]
    [DataRow("lifetime,psk\n1,2\n", "${iccid}", "no column 'iccid'")]
    [DataRow("lifetime,psk\n1,2\n", "${psk}.bin", "holds keys")]
    public void Run_WhatMakesNoSense_WritesNothing(string csv, string? name, string error)
    {
        using BatchFixture batch = new();

        CommandException e = Assert.ThrowsExactly<CommandException>(() => batch.Run(csv, _short, name));

        Assert.AreEqual(ExitCode.Usage, e.Code);
        StringAssert.Contains(e.Message, error);
        Assert.IsFalse(Path.Exists(batch.Folder));
    }

    [TestMethod]
    public void Run_TemplateWithoutPlaceholders_IsRefused()
    {
        using BatchFixture batch = new();

        CommandException e = Assert.ThrowsExactly<CommandException>(() =>
            batch.Run($"psk\n{Key}\n", BatchFixture.Template("'$${psk}'", "1", "b'i'", $"'{Key}'")));

        StringAssert.StartsWith(e.Message, "template.py: has no ${column}");
        Assert.IsFalse(Path.Exists(batch.Folder));
    }

    [TestMethod]
    public void Run_HeaderAlone_MakesNoImages()
    {
        using BatchFixture batch = new();

        Assert.AreEqual(ExitCode.Done, batch.Run("lifetime,psk\n", _short));

        Assert.IsEmpty(batch.Images);
        Assert.IsEmpty(batch.Manifest);
        CollectionAssert.AreEqual((string[])["0 images; out/manifest.csv lists them"], batch.Error);
    }

    [TestMethod]
    public void Run_FileThatBreaksOff_ListsWhatWasDone()
    {
        using BatchFixture batch = new();

        CommandException e = Assert.ThrowsExactly<CommandException>(() =>
            batch.Run($"lifetime,psk\n1,{Key}\n2,\"{Key}\n3,{Key}\n", _short));

        StringAssert.Contains(e.Message, "cards.csv: line 3: a quote is never closed");
        Assert.HasCount(1, batch.Manifest);
        CollectionAssert.AreEqual((string[])["row-1.bin"], batch.Images);
        CollectionAssert.AreEqual((string[])["1 image; out/manifest.csv lists them"], batch.Error);
    }

    [TestMethod]
    public void Run_Cancelled_SaysSo()
    {
        using BatchFixture batch = new();

        CommandException e = Assert.ThrowsExactly<CommandException>(() =>
            batch.Run($"lifetime,psk\n1,{Key}\n", _short, cancellation: new CancellationToken(canceled: true)));

        Assert.AreEqual(ExitCode.Nothing, e.Code);
        Assert.AreEqual("cancelled after 0 rows", e.Message);
        Assert.IsEmpty(batch.Manifest);
    }

    [TestMethod]
    public void Run_NoSuchFile_IsAUsageError()
    {
        BatchRequest request = new("no such.csv", "template.py", _short, "out", null, () => new Generator("."));

        CommandException e = Assert.ThrowsExactly<CommandException>(() =>
            BatchGenerator.Run(request, BatchFixture.Silent, CancellationToken.None));

        Assert.AreEqual("no such.csv: can't be read: no such file", e.Message);
        Assert.IsFalse(Path.Exists("out"));
    }

    private static string KeyOf(int i) => Convert.ToHexString(SHA256.HashData(BitConverter.GetBytes(i)))[..32];

    private static byte[] ByHand(string uri, string lifetime, string identity, string key) =>
        new Generator(".").Generate(BatchFixture.Template(
            uri, lifetime, identity, $"b'{string.Concat(key.Chunk(2).Select(d => "\\x" + new string(d)))}'"));
}
