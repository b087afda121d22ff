using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Desktop;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Benchmarks.Memory;

/// <summary>One bootstrap from a simulated modem and card: what each step allocates, and what is alive at the peak.</summary>
/// <remarks>
/// Allocations are the runtime's own count in .NET's sizes, those of the simulator and of this meter left out. What is alive
/// is looked at whenever the library sends a command, and at the end; what only the stack holds then is not seen.
/// </remarks>
internal sealed class MemoryRun : ISerialLink
{
    private readonly Dictionary<string, long> _allocations = [];
    private readonly SimulatorLink _link;
    private readonly VirtualClock _clock = new();
    private readonly BootstrapOptions _options;
    private readonly bool _looksAtPeak;
    private SmartCardBootstrap? _bootstrap;
    private string _phase = "made once";
    private long _mark;

    /// <summary>Prepares a run.</summary>
    /// <param name="file">The card's bootstrap file.</param>
    /// <param name="chunkSize">The most bytes to ask for in one command; 0 for what the modem's profile says.</param>
    /// <param name="looksAtPeak">Whether to look at what is alive.</param>
    public MemoryRun(SampleFile file, int chunkSize = 0, bool looksAtPeak = true)
    {
        _looksAtPeak = looksAtPeak;
        _options = file.Options(CardAccess.CsimChannel, chunkSize);
        _link = new(new(new(ExampleCard.Create(file.Content)), new() { Echo = false }, _clock));
    }

    /// <summary>Gets the bytes allocated by phase, in order.</summary>
    public IReadOnlyDictionary<string, long> Allocations => _allocations;

    /// <summary>Gets the number of commands.</summary>
    public int Commands { get; private set; }

    /// <summary>Gets what lives as long as the bootstrap does, before the first run.</summary>
    public LiveObjects MadeOnce { get; private set; } = new();

    /// <summary>Gets what was alive at the peak.</summary>
    public LiveObjects Peak { get; private set; } = new();

    /// <summary>Gets where the peak was.</summary>
    public string PeakPlace { get; private set; } = "";

    /// <summary>Gets what is alive after the run, its result included.</summary>
    public LiveObjects AtEnd { get; private set; } = new();

    /// <summary>Gets what the run found.</summary>
    public BootstrapResult? Result { get; private set; }

    /// <summary>Runs it.</summary>
    public MemoryRun Run()
    {
        _mark = GC.GetAllocatedBytesForCurrentThread();
        SmartCardBootstrap bootstrap = new(this, _clock, _options);
        Leave();
        _bootstrap = bootstrap;
        bootstrap.Progress = OnStep;
        if (_looksAtPeak)
            MadeOnce = new(bootstrap);
        _phase = nameof(BootstrapStep.GettingReady);
        _mark = GC.GetAllocatedBytesForCurrentThread();
        BootstrapResult result = bootstrap.Run();
        Leave();
        if (result.Outcome != BootstrapOutcome.Provisioned)
            throw new InvalidOperationException($"the run ended as {result.Outcome}");
        Result = result;
        if (_looksAtPeak)
            Look("the end", result);
        AtEnd = _looksAtPeak ? new(bootstrap, result) : AtEnd;
        return this;
    }

    int ISerialLink.Read(byte[] buffer, int offset, int count)
    {
        Leave();
        int read = _link.Read(buffer, offset, count);
        Enter();
        return read;
    }

    void ISerialLink.Write(byte[] buffer, int offset, int count)
    {
        Leave();
        Commands++;
        if (_looksAtPeak)
            Look(string.Create(null, $"{_phase}, command {Commands}"));
        _link.Write(buffer, offset, count);
        Enter();
    }

    private void OnStep(BootstrapStep step, int bytesRead)
    {
        Leave();
        _phase = step.ToString();
        Enter();
    }

    private void Look(string place, BootstrapResult? result = null)
    {
        LiveObjects alive = new(_bootstrap, result);
        if (alive.Size <= Peak.Size)
            return;
        Peak = alive;
        PeakPlace = place;
    }

    // What is allocated between these two is not the library's.
    private void Leave()
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread() - _mark;
        _allocations[_phase] = _allocations.GetValueOrDefault(_phase) + allocated;
    }

    private void Enter() => _mark = GC.GetAllocatedBytesForCurrentThread();
}
