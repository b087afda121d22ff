using System.Text;
using Bootstrapper.Card;
using Bootstrapper.Desktop;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Matrix;

/// <summary>One modem with one card, read over one way, then checked, changed, pulled and put back.</summary>
internal sealed class MatrixCell
{
    // Of the clock: a run waits for nothing but the modem's start.
    private const long LongestRun = 60000;

    private const string CardError = "card ";
    private const string ModemError = "modem error";

    private readonly SimulatedModemFamily _family;
    private readonly BootstrapOptions _options;
    private readonly GalleryCard _kind;
    private readonly SimulatedCard _card;
    private readonly CardFacts _facts;
    private readonly SimulatedModem _modem;
    private readonly ManualClock _clock = new();
    private readonly List<string> _log = [];
    private readonly List<string> _news = [];
    private readonly List<string> _problems = [];
    private readonly int[] _openBefore;
    private readonly string _settings;
    private readonly string _tries;
    private SmartCardBootstrap _bootstrap;

    public MatrixCell(
        SimulatedModemFamily family, ModemBehavior behavior, BootstrapOptions options, GalleryCard kind,
        params string[] settings)
    {
        _family = family;
        _options = options;
        _kind = kind;
        _card = kind.Create();
        _facts = new(_card.Image);
        _openBefore = [.. _card.OpenChannels];
        _tries = Tries();
        _modem = new(_card, behavior, _clock);
        if (settings.Length > 0)
            MatrixModem.Prepare(_modem, _clock, settings);

        // Of a twin, as asking would wake this one.
        SimulatedModem twin = new(kind.Create(), behavior, _clock);
        MatrixModem.Prepare(twin, _clock, settings);
        _settings = MatrixModem.Settings(twin, _clock);
        _bootstrap = NewBootstrap();
    }

    /// <summary>Gets whether the run ended with accounts.</summary>
    public bool IsProvisioned { get; private set; }

    /// <summary>Gets the number of AT commands of the run.</summary>
    public int Commands { get; private set; }

    /// <summary>Gets the number of bytes of the run, both ways.</summary>
    public long Bytes { get; private set; }

    /// <summary>Gets the way that worked.</summary>
    public CardAccess WorkingAccess { get; private set; }

    /// <summary>Gets the lines that were handed out as news.</summary>
    public IReadOnlyList<string> News => _news;

    /// <summary>Runs all of it.</summary>
    /// <returns>What is not as it must be.</returns>
    public IReadOnlyList<string> Run()
    {
        long start = _clock.Milliseconds;
        int commands = _modem.CommandCount;
        long bytes = _modem.BytesIn + _modem.BytesOut;
        BootstrapResult? result = null;
        string end = End(() => (result = _bootstrap.Run()).Outcome.ToString());
        Commands = _modem.CommandCount - commands;
        Bytes = _modem.BytesIn + _modem.BytesOut - bytes;
        WorkingAccess = _bootstrap.WorkingAccess;

        string expected = Expectation.Of(_family, _options, _kind);
        if (expected == Expectation.NoWay && (end == ModemError || end.StartsWith(CardError, StringComparison.Ordinal)))
            expected = end;
        Compare("ended as", end, expected);
        Verify(_clock.Milliseconds - start <= LongestRun, $"took {_clock.Milliseconds - start} ms");
        Verify(_log.Contains($"modem profile: {_family.Name}"), "not recognised");
        CheckTraces("the run");
        CheckWay();
        IsProvisioned = result?.Outcome == BootstrapOutcome.Provisioned;
        Verify(result?.State is not null || result?.Content is null, "no state to check by");
        if (IsProvisioned)
            CheckLater(result!);

        foreach (string line in _news.Concat(_log).Where(HoldsSecret))
            _problems.Add("the key is in a line handed out");
        return _problems;
    }

    /// <summary>Runs something, and gets what it returns or throws.</summary>
    public static string End(Func<string> run)
    {
        try
        {
            return run();
        }
        catch (ContentException)
        {
            return nameof(CardOutcome.Malformed);
        }
        catch (CardException e)
        {
            return $"{CardError}{e.StatusWord:X4}";
        }
        catch (ModemException)
        {
            return ModemError;
        }
    }

    private void CheckLater(BootstrapResult result)
    {
        Compare("accounts", CardFacts.Accounts(result.Configuration), _facts.Accounts());
        Compare("ICCID", result.Iccid, ExampleCard.Iccid);
        ExpectChange("Unchanged", "after the run", result.State);

        // A sleep leaves nothing but these bytes.
        _bootstrap = NewBootstrap();
        ExpectChange("Unchanged", "after a sleep", result.State);
        _facts.ChangeSecret();
        ExpectChange("Changed", "after the key was changed", result.State);
        _facts.ChangeSecret();
        _modem.Card = null;
        ExpectChange("Removed", "after the card was pulled", result.State);
        _modem.Card = _card;
        ExpectChange("Unchanged", "after the card was put back", result.State);
    }

    private void ExpectChange(string change, string when, byte[] state)
    {
        Compare(when, End(() => _bootstrap.Check(state).ToString()), change);
        CheckTraces("Check " + when);
    }

    // Nothing of a run is left on the card or in the modem.
    private void CheckTraces(string what)
    {
        _bootstrap.Poll();
        int[] opened = [.. _card.OpenChannels.Except(_openBefore)];
        Verify(opened.Length == 0, $"{what} left channels open: {string.Join(' ', opened)}");

        // What AT+CRSM selects there is the modem's own affair.
        bool isByPath = _log.FindLast(line => line.StartsWith("reaching", StringComparison.Ordinal))?.EndsWith(
            "AT+CRSM", StringComparison.Ordinal) == true;
        string selected = CardFacts.Selected(_card);
        Verify(
            isByPath
            || !selected.Contains(Convert.ToHexString(ExampleCard.Pkcs15Aid), StringComparison.Ordinal),
            $"{what} left its application selected on the basic channel");
        Compare($"settings after {what}", MatrixModem.Settings(_modem, _clock), _settings);
        Compare($"tries left after {what}", Tries(), _tries);
    }

    private void CheckWay()
    {
        CardWays way = WorkingAccess switch
        {
            CardAccess.CsimChannel => CardWays.CsimChannel,
            CardAccess.Cgla => CardWays.Sessions,
            CardAccess.Crsm => CardWays.Crsm,
            CardAccess.CsimBasic => CardWays.CsimBasic,
            _ => CardWays.None,
        };
        Verify(_family.Ways.HasFlag(way), $"worked over {WorkingAccess}, which this modem has not");
        Verify(
            _options.Access == CardAccess.Auto || WorkingAccess == CardAccess.Auto || WorkingAccess == _options.Access,
            $"worked over {WorkingAccess}, which is not the way it was told");
        Verify(
            WorkingAccess != CardAccess.CsimBasic || _options.AllowsBasicChannel || _options.Access == CardAccess.CsimBasic,
            "worked on the basic channel without leave");
    }

    private SmartCardBootstrap NewBootstrap()
    {
        SmartCardBootstrap bootstrap = new(new SimulatorLink(_modem), _clock, _options, new ListLog(_log));
        bootstrap.Modem.UnsolicitedLine += (buffer, offset, length) =>
            _news.Add(Encoding.ASCII.GetString(buffer, offset, length));
        return bootstrap;
    }

    private string Tries() => string.Join(' ', _card.Image.Pins.Select(pin => $"{pin.Reference:X2}:{pin.TriesLeft}"));

    private void Compare(string what, string? actual, string? expected) =>
        Verify(actual == expected, $"{what}: {Shown(actual)}, expected {Shown(expected)}");

    private void Verify(bool isRight, string problem)
    {
        if (!isRight)
            _problems.Add(problem);
    }

    private static string Shown(string? text) => text is null ? "nothing" : text.ReplaceLineEndings("|");

    private static bool HoldsSecret(string line) =>
        line.Contains(Convert.ToHexString(CardFacts.Secret)[..12], StringComparison.OrdinalIgnoreCase)
        || line.Contains(Encoding.ASCII.GetString(CardFacts.Secret)[..6], StringComparison.Ordinal);

    private sealed class ListLog(List<string> lines) : ILog
    {
        public void Write(string line) => lines.Add(line);
    }
}
