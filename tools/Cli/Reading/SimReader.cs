using Bootstrapper.Card;
using Bootstrapper.Lwm2m;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Reading;

/// <summary>
/// Reads a SIM through a modem, in two passes: as a device does, for its verdict, then the bytes, over the way that worked.
/// </summary>
internal sealed class SimReader : ILog
{
    // 27.007 9.2.1
    private const int SimNotInserted = 10;

    private readonly SmartCardBootstrap _bootstrap;
    private readonly BootstrapOptions _options;
    private readonly IReadProgress? _progress;
    private string? _line;
    private string? _pinTrouble;
    private volatile bool _isCancelled;

    /// <summary>Creates the reader.</summary>
    /// <param name="link">The line to the modem; stays the caller's.</param>
    /// <param name="clock">Gives the time and waits.</param>
    /// <param name="options">The way, the profile and the PINs.</param>
    /// <param name="progress">Is told how far it got, or null.</param>
    public SimReader(ISerialLink link, IClock clock, BootstrapOptions options, IReadProgress? progress)
    {
        _options = options;
        _progress = progress;
        _bootstrap = new SmartCardBootstrap(link, clock, options, this) { Progress = OnProgress };
    }

    /// <summary>Lets the reading end soon, with what is open closed and the modem's settings put back.</summary>
    public void Cancel()
    {
        _isCancelled = true;
        _bootstrap.Cancel();
    }

    /// <summary>Reads the card.</summary>
    /// <param name="everything">Whether also the files of the application that don't lead to EF LwM2M_Bootstrap.</param>
    public SimReading Read(bool everything = false)
    {
        SimVerdict verdict;
        BootstrapResult? result = null;
        try
        {
            result = _bootstrap.Run();
            verdict = SimVerdict.Of(result, _pinTrouble);
        }
        catch (ContentException e)
        {
            verdict = SimVerdict.Of(e);
        }
        catch (CardException e)
        {
            if (_bootstrap.WorkingAccess == CardAccess.Auto)
                throw;
            verdict = SimVerdict.Of(e);
        }

        CardAccess way = _bootstrap.WorkingAccess;
        if (way == CardAccess.Auto || result?.Outcome == BootstrapOutcome.Cancelled)
            return new SimReading(verdict, result?.Iccid, way, null, null);
        try
        {
            StopIfCancelled();
            SimReading reading = ReadFiles(verdict, way, everything);
            RequireTheSame(reading);
            return reading;
        }
        catch (ModemException e) when (e is { Status: AtStatus.CmeError, Code: SimNotInserted })
        {
            throw new CommandException(ExitCode.Nothing, "the SIM card was pulled", e);
        }
    }

    /// <inheritdoc/>
    void ILog.Write(string line)
    {
        _line = line;
        if (line.Contains("PIN", StringComparison.Ordinal))
            _pinTrouble = line;
    }

    private void OnProgress(BootstrapStep step, int bytesRead)
    {
        if (bytesRead > 0)
            _progress?.Bytes(bytesRead, null);
        else if (_line is not null)
            _progress?.Step(_line);
        _line = null;
    }

    private SimReading ReadFiles(SimVerdict verdict, CardAccess way, bool everything)
    {
        // A PIN that was no good, or that was not to be tried, is not tried again.
        bool isPinGood = verdict.Code != ExitCode.Card;
        BootstrapOptions options = new() { Profile = _options.Profile, Pin = isPinGood ? _options.Pin : null };
        FilePin pin = new(options.Pin, isPinGood ? _options.FilePin : null, null);
        _progress?.Step("reading the files");
        using CardSession session = new(_bootstrap.Modem, options, way);
        CardContents contents = new CardWalk(session, pin, _progress, StopIfCancelled).Read(everything);
        string? iccid = Bcd.Decode(contents.Iccid.Content) is { Length: > 0 } digits ? digits : session.AskIccid();
        return new SimReading(verdict, iccid, way, session.Profile, contents);
    }

    // The verdict is to be that of the bytes: between the passes a file may be written over the air.
    private static void RequireTheSame(SimReading reading)
    {
        if (reading.Verdict.Content is not { Outcome: not LoadOutcome.Blank } content)
            return;
        Crc32Source digest = new(new ByteArraySource(reading.Image ?? []));
        byte[] buffer = new byte[256];
        while (digest.Read(buffer, 0, buffer.Length) > 0)
        {
        }

        if (digest.Value != content.Digest)
            throw new CommandException(ExitCode.Content, "EF LwM2M_Bootstrap changed while it was read: read it again");
    }

    private void StopIfCancelled()
    {
        if (_isCancelled)
            throw new CommandException(ExitCode.Nothing, "cancelled");
    }
}
