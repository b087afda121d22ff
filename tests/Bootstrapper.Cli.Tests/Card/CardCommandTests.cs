using System.Runtime.Versioning;
using Bootstrapper.Cli.Tests.Tracing;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Card;

[TestClass]
public sealed class CardCommandTests : IDisposable
{
    private const string Application = "A000000063504B43532D3135";

    // The application's name, "LwM2M Bootstrap".
    private const string ClassAttributes = "30110C0F4C774D324D20426F6F747374726170";

    private static readonly byte[] _image = ExampleCard.BootstrapFile();

    private readonly ToolRun _tool = new();
    private readonly string _file;
    private readonly string _folder;

    public CardCommandTests()
    {
        _file = _tool.Write("bootstrap.bin", _image);
        _folder = _tool.PathOf("sim");
    }

    public void Dispose() => _tool.Dispose();

    [TestMethod]
    public void Card_WithoutOptions_IsACardWithTheImage()
    {
        Assert.AreEqual(ExitCode.Done, _tool.Run("card", _file, "-o", _folder));

        Assert.AreEqual("", _tool.Output + _tool.Error);
        CardImage card = CardImage.Load(_folder);
        CollectionAssert.AreEqual(_image, card.File(Application + "/6432")!.Content.ToArray());
        Assert.AreEqual(ExampleCard.Iccid, Bcd.Decode(card.File("3F00/2FE2")!.Content.Span));
        Assert.StartsWith(
            "A136" + "30110C0F4C774D324D20426F6F747374726170" + ClassAttributes + "A10E300C0604672B0901300404026432" + "FF",
            Convert.ToHexString(card.File(Application + "/6430")!.Content.Span));
    }

    // The DODF's entry is tested where it is made; here that each option gets there, and that a device reads the card.
    [TestMethod]
    [DataRow("--oid-form standard", "A136")]
    [DataRow("--oid-form doubled --label ''", "A1273000" + ClassAttributes + "A110300E06060604672B0901300404026432")]
    [DataRow("--oid-form opaque --label ''", "30233000")]
    [DataRow("--oid-form both --label ''", "A12B3000")]
    [DataRow("--label Café", "A12C30070C05436166C3A9")]
    [DataRow("--private", "A13A30150C0F4C774D324D20426F6F74737472617003020780")]
    [DataRow("--modifiable --label ''", "A129300403020640")]
    [DataRow("--private --modifiable --label ''", "A1293004030206C0")]
    [DataRow("--file-id 6fab --label ''", "A1253000" + ClassAttributes + "A10E300C0604672B0901300404026FAB")]
    [DataRow("--path-index 300 --label ''", "A12C3000" + ClassAttributes + "A11530130604672B0901300B0402643202020" + "12C80017E")]
    [DataRow("--path-length 126 --label ''", "A12B3000")]
    [DataRow("--file-size 32768", "A136")]
    [DataRow("--pin 5678 --label ''", "A129300403020780")]
    public void Card_Option_IsReadByADevice(string options, string directory)
    {
        string[] arguments = [.. options.Split(' ').Select(o => o == "''" ? "" : o)];

        Assert.AreEqual(ExitCode.Done, _tool.Run(["card", _file, "-o", _folder, .. arguments]), _tool.Error);

        Assert.AreEqual("", _tool.Error);
        CardImage card = CardImage.Load(_folder);
        Assert.StartsWith(directory, Convert.ToHexString(card.File(Application + "/6430")!.Content.Span));
        Dialogue.Of(new(), new(card), new() { FilePin = "5678" }, null, out BootstrapOutcome? outcome);
        Assert.AreEqual(BootstrapOutcome.Provisioned, outcome);
    }

    [TestMethod]
    public void Card_Pin_IsAskedFor()
    {
        _tool.Run("card", _file, "-o", _folder, "--pin", "12345678");

        Dialogue.Of(new(), new(CardImage.Load(_folder)), new(), null, out BootstrapOutcome? outcome);

        Assert.AreEqual(BootstrapOutcome.PinRequired, outcome);
    }

    [TestMethod]
    public void Card_Iccid_IsTheCards()
    {
        _tool.Run("card", _file, "-o", _folder, "--iccid", "89490200001234567890");

        Assert.AreEqual("89490200001234567890", Bcd.Decode(CardImage.Load(_folder).File("3F00/2FE2")!.Content.Span));
    }

    [TestMethod]
    public void Card_StandardInput_IsTheImage()
    {
        _tool.Input = _image;

        Assert.AreEqual(ExitCode.Done, _tool.Run("card", "-", "-o", _folder));

        CollectionAssert.AreEqual(_image, CardImage.Load(_folder).File(Application + "/6432")!.Content.ToArray());
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public void Card_Always_IsForTheOwnerOnly()
    {
        _tool.Run("card", _file, "-o", _folder);
        _tool.Run("card", _file, "--apdu-script", "-o", _tool.PathOf("sim.apdu"));

        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.AreEqual(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder));
        Assert.AreEqual(OwnerOnly, File.GetUnixFileMode(Path.Combine(_folder, Application, "6432.bin")));
        Assert.AreEqual(OwnerOnly, File.GetUnixFileMode(_tool.PathOf("sim.apdu")));
    }

    // Such cards are what tests need; but nobody should make one without knowing.
    [TestMethod]
    [DataRow("0002007A", "offset 4: the file is truncated")]
    [DataRow("", "offset 0: the file is truncated")]
    [DataRow("FFFFFFFF", "blank: never written")]
    [DataRow("00000000", "empty: no account, neither a Security nor a Server instance")]
    [DataRow(
        "00010036000000003108002EC80025636F61703A2F2F6C657368616E2E65636C6970736570726F6A656374732E696F3A35373833C10100C10203",
        "/0/0/10 Security.ShortServerID: missing (rule ")]
    public void Card_ImageThatADeviceRefuses_IsMadeWithAWarning(string image, string reason)
    {
        string file = _tool.Write("bad.bin", Convert.FromHexString(image));

        Assert.AreEqual(ExitCode.Done, _tool.Run("card", file, "-o", _folder));

        Assert.StartsWith($"simboot: warning: {file}: a device gets no account from this image: {reason}", _tool.Error);
        Assert.HasCount(2, _tool.Error.Split('\n'));
        Assert.AreEqual(image, Convert.ToHexString(CardImage.Load(_folder).File(Application + "/6432")!.Content.Span));
    }

    [TestMethod]
    public void Card_PathShorterThanTheImage_IsMadeWithAWarning()
    {
        Assert.AreEqual(ExitCode.Done, _tool.Run("card", _file, "-o", _folder, "--path-length", "8"));

        Assert.AreEqual("simboot: warning: --path-length: a device reads 8 of the image's 126 bytes\n", _tool.Error);
    }

    [TestMethod]
    [DataRow("card {file}", "-o is missing")]
    [DataRow("card {file} -o", "Required argument missing for option: '-o'")]
    [DataRow("card -o {folder}", "Required argument 'FILE' missing")]
    [DataRow("card {file}.no -o {folder}", "can't be read: no such file")]
    [DataRow("card {file} -o {folder} --file-size 125", "--file-size: 125 bytes, but the image needs 126")]
    [DataRow("card {file} -o {folder} --file-size 40000", "--file-size must be 0 to 32768")]
    [DataRow("card {file} -o {folder} --file-size -1", "--file-size must be 0 to 32768")]
    [DataRow("card {file} -o {folder} --path-index 32700", "--path-index: the image would end at 32826")]
    [DataRow("card {file} -o {folder} --path-length x", "Cannot parse argument 'x'")]
    [DataRow("card {file} -o {folder} --pin 123", "--pin must be 4 to 8 digits")]
    [DataRow("card {file} -o {folder} --pin 12a4", "--pin must be 4 to 8 digits")]
    [DataRow("card {file} -o {folder} --file-id 5031", "--file-id must be")]
    [DataRow("card {file} -o {folder} --file-id 643", "--file-id must be")]
    [DataRow("card {file} -o {folder} --iccid 123", "--iccid must be 18 to 20 digits")]
    [DataRow("card {file} -o {folder} --oid-form other", "'other'")]
    [DataRow("card {file} -o {folder} --label {long}", "--label must have at most 100 bytes")]
    [DataRow("card {file} -o {file}", "exists and is no empty folder")]
    [DataRow("card {file} -o {file}/sim", "bootstrap.bin")]
    [DataRow("card {file} --apdu-script --pin 1234", "--pin is for a card image")]
    [DataRow("card {file} --apdu-script --iccid 8988000000000000016", "--iccid is for a card image")]
    [DataRow("card {file} --apdu-script -o {file}/x", "can't be written")]
    public void Card_ThatCannotBe_SaysWhyAndLeavesNothing(string line, string message)
    {
        string[] arguments = [.. line.Split(' ').Select(a => a
            .Replace("{file}", _file, StringComparison.Ordinal)
            .Replace("{folder}", _folder, StringComparison.Ordinal)
            .Replace("{long}", new string('é', 51), StringComparison.Ordinal))];

        Assert.AreEqual(ExitCode.Usage, _tool.Run(arguments), _tool.Error);

        Assert.Contains(message, _tool.Error);
        Assert.HasCount(2, _tool.Error.Split('\n'));
        Assert.AreEqual("", _tool.Output);
        CollectionAssert.AreEqual(new[] { _file }, Directory.GetFileSystemEntries(_tool.Folder));
    }

    [TestMethod]
    public void Card_FolderWithSomethingInIt_IsNotTouched()
    {
        Directory.CreateDirectory(_folder);
        string mine = _tool.Write("sim/mine", [1]);

        Assert.AreEqual(ExitCode.Usage, _tool.Run("card", _file, "-o", _folder));

        CollectionAssert.AreEqual(new[] { mine }, Directory.GetFileSystemEntries(_folder));
    }

    [TestMethod]
    public void Card_ImageTooLong_IsRefused()
    {
        string file = _tool.Write("long.bin", new byte[32769]);

        Assert.AreEqual(ExitCode.Usage, _tool.Run("card", file, "-o", _folder));

        Assert.AreEqual($"simboot: {file}: 32769 bytes: a file on a card has 32768 at most\n", _tool.Error);
    }

    [TestMethod]
    public void Help_OfTheCommand_HasExamples()
    {
        Assert.AreEqual(ExitCode.Done, _tool.Run("card", "--help"));

        Assert.Contains("Examples:\n  simboot card bootstrap.bin -o sim\n", _tool.Output);
        Assert.AreEqual("", _tool.Error);
    }
}
