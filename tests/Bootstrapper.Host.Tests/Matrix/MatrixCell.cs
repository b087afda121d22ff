using System.Text;
using Bootstrapper.Card;
using Bootstrapper.Desktop;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Matrix;

/// <summary>One modem with one card, read over one way, then checked, changed and pulled.</summary>
internal sealed class MatrixCell
{
    private const string Secret = "3x@mpl3P5K53cr3tK3y";
    private const string Malformed = nameof(CardOutcome.Malformed);
    private const string NoApplication = nameof(CardOutcome.NoApplication);
    private const string NotReached = "card 6A82";
    private const string NoWay = "modem AT+CSIM";
    private const string NoSession = "modem AT+CCHO";

    private readonly SimulatedModemFamily _family;
    private readonly CardAccess _way;
    private readonly GalleryCard _kind;
    private readonly SimulatedCard _card;
    private readonly SimulatedModem _modem;
    private readonly ManualClock _clock = new();
    private readonly List<string> _log = [];
    private readonly SmartCardBootstrap _bootstrap;
    private readonly List<string> _problems = [];

    public MatrixCell(SimulatedModemFamily family, ModemBehavior behavior, CardAccess way, GalleryCard kind)
    {
        _family = family;
        _way = way;
        _kind = kind;
        _card = kind.Create();
        _modem = new SimulatedModem(_card, behavior, _clock);
        BootstrapOptions options = new() { Access = way, AllowsBasicChannel = true };
        _bootstrap = new(new SimulatorLink(_modem), _clock, options, new ListLog(_log));
    }

    /// <summary>Gets whether the run ended with accounts.</summary>
    public bool IsProvisioned { get; private set; }

    /// <summary>Gets the number of AT commands of the run.</summary>
    public int Commands { get; private set; }

    /// <summary>Gets the number of bytes of the run, both ways.</summary>
    public long Bytes { get; private set; }

    /// <summary>Gets the way that worked.</summary>
    public CardAccess WorkingAccess => _bootstrap.WorkingAccess;

    /// <summary>Runs all of it.</summary>
    /// <returns>What is not as it must be.</returns>
    public IReadOnlyList<string> Run()
    {
        int[] openBefore = [.. _card.OpenChannels];
        string settings = SettingsAtStart();
        BootstrapResult? result = null;
        string end = End(() => (result = _bootstrap.Run()).Outcome.ToString());
        Commands = _modem.CommandCount;
        Bytes = _modem.BytesIn + _modem.BytesOut;

        string[] expected = Expected();
        if (!expected.Contains(end))
            _problems.Add($"ended as {end}, expected {string.Join(" or ", expected)}");
        if (_card.OpenChannels.Except(openBefore).Any())
            _problems.Add($"channels left open: {string.Join(' ', _card.OpenChannels)}");
        if (Ask(_modem) != settings)
            _problems.Add("the settings are not back");
        if (!_log.Contains($"modem profile: {_family.Name}"))
            _problems.Add("not recognised: " + _log.Find(line => line.StartsWith("modem profile", StringComparison.Ordinal)));
        if (result?.Outcome == BootstrapOutcome.Provisioned)
        {
            IsProvisioned = true;
            CheckLater(result);
        }

        return _problems;
    }

    private void CheckLater(BootstrapResult result)
    {
        string key = Encoding.ASCII.GetString(result.Configuration.FindSecurity(1).SecretKey);
        if (key != Secret)
            _problems.Add("other accounts than the card's");
        Expect("Unchanged", "after the run", result.State);

        _card.Image.Application(ExampleCard.Pkcs15Aid)?.File(ExampleCard.BootstrapFileId)?.Replace(BootstrapContent.Inconsistent());
        if (_card.Image.Application(ExampleCard.Pkcs15Aid)?.File(ExampleCard.BootstrapFileId) is not null)
            Expect("Changed", "after the file was written", result.State);
        _modem.Card = null;
        Expect("Removed", "after the card was pulled", result.State);
    }

    private void Expect(string change, string when, byte[] state)
    {
        string end = End(() => _bootstrap.Check(state).ToString());
        if (end != change)
            _problems.Add($"{when}: {end}, expected {change}");
    }

    // By path from the MF a file is reached or not, whatever the reason; with a way of the modem's choice, any that gets there.
    private string[] Expected()
    {
        string[] byPath = _kind.OutcomeByPath == CardOutcome.NoApplication
            ? [NoApplication, NotReached]
            : [Name(_kind.OutcomeByPath)];
        bool hasNoChannels = _kind.Behavior.LogicalChannels == 0;
        return _way switch
        {
            CardAccess.CsimBasic when hasNoChannels => [nameof(CardOutcome.Provisioned)],
            CardAccess.Cgla when hasNoChannels => [NoSession],
            CardAccess.Crsm => byPath,

            // EF.DIR is out of reach, and with it what it says of EF.ODF.
            CardAccess.Cgla when !_family.Ways.HasFlag(CardWays.Crsm) && _kind.OutcomeByPath == CardOutcome.NoApplication =>
                [nameof(CardOutcome.NoBootstrapFile), Name(_kind.Outcome)],

            // A modem that does not let VERIFY pass can't find out that the PIN is blocked.
            CardAccess.CsimBasic when _family.Behavior.Csim.Instructions.Count > 0 => [Name(_kind.Outcome), .. byPath],
            CardAccess.Auto when OnlyFilesOfTheModem => IsLockedSim ? [Name(_kind.Outcome)] : [NoWay],
            CardAccess.Auto when !_family.Ways.HasFlag(CardWays.CsimChannel) && !_family.Ways.HasFlag(CardWays.Sessions) =>
                [.. byPath, Name(_kind.Outcome)],
            CardAccess.Auto when _kind.Outcome == CardOutcome.CardError => [Name(_kind.Outcome), .. byPath],
            _ => [Name(_kind.Outcome)],
        };
    }

    // Nothing but AT+CRSM without a path: the bootstrap file is out of reach, unless the SIM is locked anyway.
    private bool OnlyFilesOfTheModem => _family.Ways == CardWays.Crsm;

    private bool IsLockedSim => _kind.Create().Image.Pin(0x01) is { Enabled: true } && _kind.Name.StartsWith("SIM", StringComparison.Ordinal);

    private string Name(CardOutcome outcome) =>
        outcome == CardOutcome.CardError ? $"card {_kind.StatusWord:X4}" : outcome.ToString();

    private static string End(Func<string> run)
    {
        try
        {
            return run();
        }
        catch (ContentException)
        {
            return Malformed;
        }
        catch (CardException e)
        {
            return $"card {e.StatusWord:X4}";
        }
        catch (ModemException e)
        {
            return $"modem {e.Command}";
        }
    }

    // Of a modem of the same kind, as asking would wake this one.
    private string SettingsAtStart()
    {
        SimulatedModem twin = new(_kind.Create(), _family.Behavior, _clock);
        for (int i = 0; i < 20; i++)
            twin.Write("AT\r"u8);
        return Ask(twin);
    }

    // Its own little AT code: the last line before the final result.
    private string Ask(SimulatedModem modem)
    {
        byte[] buffer = new byte[8192];
        modem.Write("AT+CMEE?\r"u8);
        StringBuilder answer = new();
        for (int i = 0; i < 100; i++)
        {
            _clock.Wait(100);
            answer.Append(Encoding.ASCII.GetString(buffer, 0, modem.Read(buffer)));
        }

        return answer.ToString().Split('\r', '\n').FirstOrDefault(line => line.StartsWith("+CMEE:", StringComparison.Ordinal), "");
    }

    private sealed class ListLog(List<string> lines) : ILog
    {
        public void Write(string line) => lines.Add(line);
    }
}
