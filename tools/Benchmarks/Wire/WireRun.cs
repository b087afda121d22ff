using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Desktop;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Benchmarks.Wire;

/// <summary>One bootstrap from a simulated modem and card, with what each of its steps costs on the lines.</summary>
internal sealed class WireRun
{
    private readonly Dictionary<BootstrapStep, WireCount> _steps = [];
    private readonly WireMeter _meter;
    private readonly SmartCardBootstrap _bootstrap;
    private WireCount _before;
    private BootstrapStep _step;
    private byte[] _state = [];

    /// <summary>Prepares a run.</summary>
    /// <param name="file">The card's bootstrap file.</param>
    /// <param name="way">The way to the card.</param>
    /// <param name="chunkSize">The most bytes to ask for in one command.</param>
    /// <param name="resolvesGetResponse">Whether the modem follows 61xx itself.</param>
    public WireRun(SampleFile file, CardAccess way, int chunkSize, bool resolvesGetResponse = true)
    {
        VirtualClock clock = new();
        SimulatedCard card = new(ExampleCard.Create(file.Content));
        ModemBehavior behavior = new() { Echo = false, ResolvesGetResponse = resolvesGetResponse };
        _meter = new(card);
        TappedLink link = new(new SimulatorLink(new(card, behavior, clock)), _meter.Sent, _meter.Received);
        _bootstrap = new(link, clock, file.Options(way, chunkSize)) { Progress = OnStep };
    }

    /// <summary>Gets what each step cost, in the order in which they were taken.</summary>
    public IReadOnlyDictionary<BootstrapStep, WireCount> Steps => _steps;

    /// <summary>Gets what all of it cost, the modem's settings included.</summary>
    public WireCount Total => _meter.Count;

    /// <summary>Gets what opening the way, using it and closing it cost.</summary>
    public WireCount OnTheCard => _steps
        .Where(step => step.Key is not (BootstrapStep.GettingReady or BootstrapStep.PuttingBack))
        .Aggregate(default(WireCount), (sum, step) => sum + step.Value);

    /// <summary>Runs it.</summary>
    public WireRun Run()
    {
        _before = _meter.Count;
        _step = BootstrapStep.GettingReady;
        BootstrapResult result = _bootstrap.Run();
        EndStep(_step);
        if (result.Outcome != BootstrapOutcome.Provisioned)
            throw new InvalidOperationException($"the run ended as {result.Outcome}");
        _state = result.State;
        return this;
    }

    /// <summary>Checks the card after the run.</summary>
    /// <returns>What that cost.</returns>
    public WireCount Check()
    {
        WireCount before = _meter.Count;
        CardChange change = _bootstrap.Check(_state);
        if (change != CardChange.Unchanged)
            throw new InvalidOperationException($"the check says {change}");
        return _meter.Count - before;
    }

    private void OnStep(BootstrapStep step, int bytesRead)
    {
        if (step != _step)
            EndStep(step);
    }

    private void EndStep(BootstrapStep next)
    {
        _steps[_step] = _steps.GetValueOrDefault(_step) + (_meter.Count - _before);
        _before = _meter.Count;
        _step = next;
    }
}
