using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bootstrapper.Desktop;
using Bootstrapper.Host.Tests.Simulator;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.EndToEnd;

/// <summary>The program of boards/Desktop, from its command line to what it prints and its exit code.</summary>
[TestClass]
public sealed class DesktopTests
{
    private static readonly string[] _json = ["--json"];

    private readonly List<string> _folders = [];
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _error = new(CultureInfo.InvariantCulture);

    [TestCleanup]
    public void RemoveFolders() => _folders.ForEach(folder => Directory.Delete(folder, recursive: true));

    [TestMethod]
    public void Json_ExampleSim_IsTheDocumentOfItsAccount()
    {
        Assert.AreEqual(ExitCode.Provisioned, Run(_json));

        AssertIsExampleAccount(Document());
        Assert.AreEqual("", _error.ToString());
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task Port_PseudoTerminal_FindsTheSameAccount()
    {
        SimulatedModem modem = new(new(ExampleCard.Create()));
        using PseudoTerminal terminal = PseudoTerminal.Open();
        using CancellationTokenSource stop = new();
        Task service = modem.ServeAsync(terminal.Line, stop.Token);

        Assert.AreEqual(ExitCode.Provisioned, Run(["--json", "--port", terminal.Path, "--baud", "115200"]), _error.ToString());

        AssertIsExampleAccount(Document());
        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => service);
    }

    [TestMethod]
    public void Json_ShowSecrets_HasTheKey()
    {
        Run(["--json", "--show-secrets"]);

        JsonNode key = Document()["accounts"]![0]!["security"]!["secretKey"]!;
        Assert.AreEqual("3378406D706C3350354B3533637233744B3379", (string?)key["hex"]);
    }

    [TestMethod]
    public void Text_ExampleSim_SaysTheStepsAndHidesTheKey()
    {
        Assert.AreEqual(ExitCode.Provisioned, Run([]));

        string text = _output.ToString();
        Assert.Contains("- reaching the card over AT+CSIM, a logical channel", text);
        Assert.Contains("coaps://eu.iot.avsystem.cloud:5684", text);
        Assert.Contains("19 bytes", text);
        Assert.DoesNotContain("3378406D", text);
        Assert.DoesNotContain("3x@mpl3", text);
    }

    [TestMethod]
    public void Text_ControlCharactersFromTheCard_AreShownNotSent()
    {
        byte[] file = ExampleCard.BootstrapFile();
        file[40] = 0x1B;

        Run(["--card", Save(ExampleCard.Create(file))]);

        Assert.DoesNotContain("\e", _output.ToString());
        Assert.Contains("\\u001B", _output.ToString());
    }

    [TestMethod]
    [DataRow("no application", ExitCode.NotProvisioned, "NoApplication", "the card has no PKCS#15 application")]
    [DataRow("no file", ExitCode.NotProvisioned, "NoBootstrapFile", "the card's PKCS#15 application has no EF LwM2M_Bootstrap")]
    [DataRow("blank", ExitCode.NotProvisioned, "Blank", "EF LwM2M_Bootstrap was never written (all FF)")]
    [DataRow("empty", ExitCode.NotProvisioned, "Empty", "EF LwM2M_Bootstrap holds no account")]
    [DataRow("PIN", ExitCode.Card, "PinRequired", "the card wants a PIN")]
    [DataRow("secure channel", ExitCode.Card, "SecureChannelRequired",
        "the card hands EF LwM2M_Bootstrap out on a secure channel only")]
    [DataRow("records", ExitCode.Card, "CardError", "card: READ BINARY EF LwM2M_Bootstrap: status word 6981")]
    [DataRow("truncated", ExitCode.Content, "MalformedContent", "malformed content: offset 30: the file is truncated")]
    [DataRow("inconsistent", ExitCode.Content, "Inconsistent",
        "EF LwM2M_Bootstrap is inconsistent: /0/1/10: no Server instance has this ID (and 1 more)")]
    public void Card_ThatDoesNotProvision_EndsWithItsCodeAndOneLine(string card, ExitCode code, string outcome, string line)
    {
        ExitCode result = Run(["--json", "--card", Save(Card(card))]);

        Assert.AreEqual(code, result);
        Assert.AreEqual(outcome, (string?)Document()["outcome"]);
        Assert.AreEqual(line + Environment.NewLine, _error.ToString());
    }

    [TestMethod]
    [DataRow("--nonsense")]
    [DataRow("nonsense")]
    [DataRow("--baud 9600")]
    [DataRow("--port COM1 --baud fast")]
    [DataRow("--port COM1 --baud 0")]
    [DataRow("--port COM1 --card folder")]
    [DataRow("--port")]
    [DataRow("--card /no/such/folder")]
    [DataRow("--access nonsense")]
    [DataRow("--profile nonsense")]
    [DataRow("--modem nonsense")]
    [DataRow("--modem Default --port COM1")]
    [DataRow("--pin 123")]
    [DataRow("--pin 12345678x")]
    [DataRow("--file-pin 123456789")]
    [DataRow("--check 0")]
    [DataRow("--check xy")]
    [DataRow("--trace")]
    public void CommandLine_ThatMakesNoSense_EndsAsUsageWithOneLine(string arguments)
    {
        Assert.AreEqual(ExitCode.Usage, Run(arguments.Split(' ')));
        AssertIsOneLine(_error.ToString());
    }

    [TestMethod]
    [DataRow("--port")]
    [DataRow("--card")]
    public void CommandLine_WithAnEmptyName_EndsAsUsageWithOneLine(string option)
    {
        Assert.AreEqual(ExitCode.Usage, Run([option, ""]));
        AssertIsOneLine(_error.ToString());
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow(1)]
    [DataRow(3)]
    [DataRow(6)]
    [DataRow(9)]
    [DataRow(11)]
    public async Task Port_PulledInMidRun_EndsAsModemWithOneLine(int commands)
    {
        SimulatedModem modem = new(new(ExampleCard.Create()));
        PseudoTerminal terminal = PseudoTerminal.Open();
        using CancellationTokenSource stop = new();
        using VanishingLine line = new(terminal.Line, commands, terminal.Dispose);
        Task service = modem.ServeAsync(line, stop.Token);

        Assert.AreEqual(ExitCode.Modem, Run(["--json", "--port", terminal.Path]), _output.ToString());

        Assert.AreEqual("ModemError", (string?)Document()["outcome"]);
        AssertIsOneLine(_error.ToString());
        await stop.CancelAsync();
        await service.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [TestMethod]
    public void Json_IdentityThatIsNoText_IsShownAsItsBytes()
    {
        byte[] file = ExampleCard.BootstrapFile();
        file[58] = 0xFF;

        Run(["--json", "--card", Save(ExampleCard.Create(file))]);

        JsonNode identity = Document()["accounts"]![0]!["security"]!["publicKeyOrIdentity"]!;
        Assert.AreEqual("FF78616D706C652D70736B2D6964656E74697479", (string?)identity["hex"]);
    }

    [TestMethod]
    public void Port_ThatIsNotThere_EndsAsModemWithOneLine()
    {
        Assert.AreEqual(ExitCode.Modem, Run(["--port", "/dev/no-such-modem"]));
        AssertIsOneLine(_error.ToString());
    }

    [TestMethod]
    public void Help_Asked_NamesEveryOption()
    {
        Assert.AreEqual(ExitCode.Provisioned, Run(["--help"]));
        string[] options =
        [
            "--port", "--baud", "--card", "--modem", "--profile", "--access", "--pin", "--file-pin", "--check", "--trace", "--json",
            "--show-secrets",
        ];
        foreach (string option in options)
            Assert.Contains(option, _output.ToString());
    }

    [TestMethod]
    [DataRow("auto")]
    [DataRow("csim")]
    [DataRow("cgla")]
    [DataRow("crsm")]
    [DataRow("basic")]
    public void Access_AnyWay_FindsTheSameAccount(string way)
    {
        Assert.AreEqual(ExitCode.Provisioned, Run(["--json", "--access", way]), _error.ToString());
        AssertIsExampleAccount(Document());
    }

    [TestMethod]
    public void Modem_OfAFamily_IsSimulatedAndRecognised()
    {
        Assert.AreEqual(ExitCode.Provisioned, Run(["--modem", "Quectel EG95"]), _error.ToString());
        Assert.Contains("- simulated Quectel EG95 with the example SIM", _output.ToString());
        Assert.Contains("- modem profile: Quectel EG95", _output.ToString());
        Assert.Contains("- reaching the card over AT+CGLA", _output.ToString());
    }

    [TestMethod]
    public void Profile_Given_IsTakenWithoutAskingTheModem()
    {
        Assert.AreEqual(ExitCode.Provisioned, Run(["--profile", "Fibocom FM350"]), _error.ToString());
        Assert.Contains("- modem profile: Fibocom FM350", _output.ToString());
    }

    [TestMethod]
    public void Trace_Given_IsTheDialogueThatTheSimulatorReplays()
    {
        string folder = Directory.CreateTempSubdirectory("bootstrapper").FullName;
        _folders.Add(folder);
        string file = Path.Combine(folder, "field.trace");

        Assert.AreEqual(ExitCode.Provisioned, Run(["--json", "--trace", file, "--modem", "Quectel EG95"]), _error.ToString());

        ManualClock clock = new();
        TraceReplay replay = new(Trace.Load(file), clock);
        Assert.AreEqual(BootstrapOutcome.Provisioned, new SmartCardBootstrap(new ReplayLink(replay), clock).Run().Outcome);
        replay.End();
    }

    [TestMethod]
    public void Trace_FileThatCannotBe_EndsAsUsageWithOneLine()
    {
        Assert.AreEqual(ExitCode.Usage, Run(["--trace", "/no/such/folder/field.trace"]));
        AssertIsOneLine(_error.ToString());
    }

    [TestMethod]
    public void Check_StateOfTheSameCard_IsUnchanged()
    {
        Run(_json);
        string state = (string)Document()["state"]!;
        _output.GetStringBuilder().Clear();

        Assert.AreEqual(ExitCode.Provisioned, Run(["--json", "--check", state]));
        Assert.AreEqual("Unchanged", (string?)Document()["card"]);
    }

    [TestMethod]
    public void Check_StateOfAnotherFile_IsChanged()
    {
        Run(_json);
        string state = (string)Document()["state"]!;
        _output.GetStringBuilder().Clear();

        Assert.AreEqual(
            ExitCode.NotProvisioned, Run(["--check", state, "--card", Save(ExampleCard.Create(TestCards.InconsistentFile()))]));
        Assert.EndsWith("card: Changed" + Environment.NewLine, _output.ToString());
    }

    private static void AssertIsExampleAccount(JsonNode document)
    {
        Assert.AreEqual("Provisioned", (string?)document["outcome"]);
        Assert.AreEqual(ExampleCard.Iccid, (string?)document["iccid"]);
        Assert.AreEqual("CACEC06C", (string?)document["digest"]);
        JsonNode account = document["accounts"]!.AsArray().Single()!;
        Assert.AreEqual(1, (int?)account["shortServerId"]);
        JsonNode security = account["security"]!;
        Assert.AreEqual("coaps://eu.iot.avsystem.cloud:5684", (string?)security["serverUri"]);
        Assert.IsFalse((bool?)security["bootstrapServer"]);
        Assert.AreEqual("PSK", (string?)security["securityMode"]);
        Assert.AreEqual("example-psk-identity", (string?)security["publicKeyOrIdentity"]);
        Assert.AreEqual("""{"length":19}""", security["secretKey"]!.ToJsonString());
        Assert.AreEqual(1, (int?)security["shortServerId"]);
        JsonNode server = account["server"]!;
        Assert.AreEqual(86400, (int?)server["lifetime"]);
        Assert.AreEqual("U", (string?)server["binding"]);
        Assert.AreEqual(0, (int?)document["skipped"]!["objectCount"]);
        Assert.IsEmpty(document["warnings"]!.AsArray());
    }

    private static void AssertIsOneLine(string text)
    {
        Assert.EndsWith(Environment.NewLine, text);
        Assert.HasCount(1, text.TrimEnd().Split('\n'), text);
    }

    private static CardImage Card(string name) => name switch
    {
        "no application" => TestCards.WithoutApplication(),
        "no file" => TestCards.Without(ExampleCard.BootstrapFileId),
        "blank" => ExampleCard.Create([0xFF]),
        "empty" => ExampleCard.Create(new byte[64]),
        "PIN" => TestCards.Guarded(AccessCondition.Key(0x0A)),
        "secure channel" => TestCards.Guarded(AccessCondition.SecureChannel),
        "records" => TestCards.WithRecords(),
        "truncated" => TestCards.Truncated(),
        "inconsistent" => ExampleCard.Create(TestCards.InconsistentFile()),
        _ => throw new ArgumentException("no such card", nameof(name)),
    };

    private string Save(CardImage image)
    {
        string folder = Directory.CreateTempSubdirectory("bootstrapper").FullName;
        _folders.Add(folder);
        image.Save(folder);
        return folder;
    }

    // Nothing but the document: what does not parse as a whole fails.
    private JsonNode Document() => JsonNode.Parse(_output.ToString()) ?? throw new JsonException("no document");

    private ExitCode Run(string[] arguments) => (ExitCode)DesktopArguments.Invoke(
        arguments, _output, _error, parsed => new DesktopBootstrap(parsed, _output, _error).Run());
}
