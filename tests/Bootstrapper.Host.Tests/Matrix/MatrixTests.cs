using Bootstrapper.Desktop;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Matrix;

/// <summary>Every family of modems, over every way to the card that it has, with every card, end to end.</summary>
[TestClass]
public sealed class MatrixTests
{
    private static readonly string[] _header =
        ["modem", "way", "cards", "accounts", "wrong", "commands", "bytes", "the ordinary card's way"];

    private static readonly string[] _stormCards =
    [
        "ordinary", "file of 32 KB", "no PKCS#15 application", "no EF.DIR", "local PIN on the file", "logical channels left open",
    ];

    public TestContext TestContext { get; set; } = null!;

    private static IEnumerable<object[]> Families => ModemFamilies.All.Select(family => new object[] { family.Name });

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Run_EveryWayAndCard_EndsAsItMust(string name)
    {
        SimulatedModemFamily family = ModemFamilies.Get(name);
        List<string> wrong = [];
        Write(_header);
        foreach (CardAccess way in Ways(family))
        {
            foreach (bool allowsBasic in way == CardAccess.Auto ? new[] { false, true } : [false])
            {
                BootstrapOptions options = new() { Access = way, AllowsBasicChannel = allowsBasic };
                Row row = new(name, allowsBasic ? "Auto, basic" : $"{way}");
                foreach (GalleryCard kind in CardGallery.All)
                    wrong.AddRange(row.Add(new(family, family.Behavior, options, kind), kind));
                Write(row.Cells);
            }
        }

        Assert.IsEmpty(wrong, string.Join('\n', wrong));
    }

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Run_PinGiven_EndsAsItMust(string name)
    {
        SimulatedModemFamily family = ModemFamilies.Get(name);
        List<string> wrong = [];
        Write(_header);
        foreach (CardAccess way in Ways(family))
        {
            Row row = new(name, $"{way}, PIN");
            foreach (GalleryCard kind in CardGallery.All.Where(card => card.Pin is not null))
            {
                BootstrapOptions options = new() { Access = way, AllowsBasicChannel = true };
                if (kind.PinReference == 0x01)
                    options.Pin = kind.Pin;
                else
                    options.FilePin = kind.Pin;
                wrong.AddRange(row.Add(new(family, family.Behavior, options, kind), kind));
            }

            Write(row.Cells);
        }

        Assert.IsEmpty(wrong, string.Join('\n', wrong));
    }

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Run_WrongPinGiven_CostsOneTryAtMost(string name)
    {
        SimulatedModemFamily family = ModemFamilies.Get(name);
        List<string> wrong = [];
        foreach (GalleryCard kind in CardGallery.All.Where(card => card.OutcomeWithPin != card.Outcome))
        {
            ManualClock clock = new();
            SimulatedCard card = kind.Create();
            BootstrapOptions options = new() { AllowsBasicChannel = true, Pin = "0000", FilePin = "0000" };
            SmartCardBootstrap bootstrap = new(new SimulatorLink(new(card, family.Behavior, clock)), clock, options);
            CardPin pin = card.Image.Pin(kind.PinReference)!;
            string ends = MatrixCell.End(() => $"{bootstrap.Run().Outcome}, {bootstrap.Run().Outcome}");

            // Where no way goes to a file, or no VERIFY goes through, there is nothing to try it on.
            bool isTried = Expectation.Of(family, new() { AllowsBasicChannel = true, Pin = kind.Pin }, kind) == "Provisioned";
            if (isTried && ends != "PinRequired, PinRequired")
                wrong.Add($"{name}, {kind.Name}: {ends}");
            if (pin.TriesLeft != pin.TriesAtStart - 1 && (isTried || pin.TriesLeft != pin.TriesAtStart))
                wrong.Add($"{name}, {kind.Name}: {pin.TriesLeft} of {pin.TriesAtStart} tries left");
        }

        Assert.IsEmpty(wrong, string.Join('\n', wrong));
    }

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Run_StormOfUnsolicitedLines_EndsAsWithout(string name)
    {
        SimulatedModemFamily family = ModemFamilies.Get(name);
        List<string> wrong = [];
        foreach (CardAccess way in Ways(family))
        {
            Row row = new(name, $"{way}");
            foreach (GalleryCard kind in _stormCards.Select(CardGallery.Find))
            {
                BootstrapOptions options = new() { Access = way, AllowsBasicChannel = true };
                MatrixCell cell = new(family, family.Storm(3), options, kind);
                wrong.AddRange(row.Add(cell, kind));
                wrong.AddRange(family.Chatter.Except(cell.News).Select(line => $"{name}, {way}, {kind.Name}: {line} was lost"));
            }
        }

        Assert.IsEmpty(wrong, string.Join('\n', wrong));
    }

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Run_SettingsOfTheApplication_AreBack(string name)
    {
        SimulatedModemFamily family = ModemFamilies.Get(name);
        string[][] settings = [["ATE0", "AT+CMEE=2"], ["ATE1", "AT+CMEE=1"], ["ATE1", "ATV0"], ["ATE0", "ATV0", "AT+CMEE=2"]];
        List<string> wrong = [];
        foreach (string[] commands in settings)
        {
            BootstrapOptions options = new() { AllowsBasicChannel = true };
            MatrixCell cell = new(family, family.Behavior, options, CardGallery.Find("ordinary"), commands);
            wrong.AddRange(cell.Run().Select(problem => $"{name}, {string.Join(' ', commands)}: {problem}"));
        }

        Assert.IsEmpty(wrong, string.Join('\n', wrong));
    }

    [TestMethod]
    public void Families_AreTheProfilesOfTheLibrary()
    {
        CollectionAssert.AreEquivalent(
            Enumerable.Range(0, ModemProfiles.Count).Select(i => ModemProfiles.Get(i).Name).ToArray(),
            ModemFamilies.All.Select(family => family.Name).ToArray());
    }

    private void Write(string[] row) => TestContext.WriteLine(
        $"{row[0],-20}{row[1],-18}{row[2],6}{row[3],10}{row[4],7}{row[5],10}{row[6],10}  {row[7]}");

    private static IEnumerable<CardAccess> Ways(SimulatedModemFamily family)
    {
        yield return CardAccess.Auto;
        if (family.Ways.HasFlag(CardWays.CsimChannel))
            yield return CardAccess.CsimChannel;
        if (family.Ways.HasFlag(CardWays.Sessions))
            yield return CardAccess.Cgla;
        if (family.Ways.HasFlag(CardWays.CrsmPath))
            yield return CardAccess.Crsm;
        if (family.Ways.HasFlag(CardWays.CsimBasic))
            yield return CardAccess.CsimBasic;
    }

    private sealed class Row(string family, string way)
    {
        private int _cards;
        private int _provisioned;
        private int _wrong;
        private int _commands;
        private long _bytes;
        private string _worked = "";

        public string[] Cells =>
            [family, way, $"{_cards}", $"{_provisioned}", $"{_wrong}", $"{_commands}", $"{_bytes}", _worked];

        /// <summary>Runs a cell of this row.</summary>
        /// <returns>What is not as it must be.</returns>
        public List<string> Add(MatrixCell cell, GalleryCard kind)
        {
            List<string> problems = [.. cell.Run().Select(problem => $"{family}, {way}, {kind.Name}: {problem}")];
            _cards++;
            _provisioned += cell.IsProvisioned ? 1 : 0;
            _wrong += problems.Count > 0 ? 1 : 0;
            _commands += cell.Commands;
            _bytes += cell.Bytes;
            if (kind.Name == "ordinary")
                _worked = cell.WorkingAccess == CardAccess.Auto ? "none" : cell.WorkingAccess.ToString();
            return problems;
        }
    }
}
