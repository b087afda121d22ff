using Bootstrapper.Benchmarks.Budgets;
using Bootstrapper.Benchmarks.Memory;
using Bootstrapper.Benchmarks.Output;
using Bootstrapper.Benchmarks.Samples;

namespace Bootstrapper.Benchmarks.Commands;

/// <summary>Prints what a bootstrap needs of the heap.</summary>
internal sealed class MemoryCommand(TextWriter output)
{
    /// <summary>Prints all tables.</summary>
    /// <param name="device">What was measured where the runtime is; null where it is not at hand.</param>
    public int Run(DeviceFigures? device)
    {
        // Once before, for what the runtime allocates the first time.
        foreach (SampleFile file in SampleFile.All)
            new MemoryRun(file, looksAtPeak: false).Run();

        output.WriteLine("### Allocated by phase, in .NET's sizes");
        output.WriteLine();
        WriteAllocations();
        MemoryRun run = new MemoryRun(SampleFile.Example).Run();
        Write("Made once", run.MadeOnce, device?.MadeOnce);
        Write($"Alive at the peak: {run.PeakPlace}", run.Peak, device?.Peak);
        Write("Alive at the end, the result included", run.AtEnd, device?.WithResult);
        return 0;
    }

    private void WriteAllocations()
    {
        MemoryRun[] runs = [.. SampleFile.All.Select(file => new MemoryRun(file, looksAtPeak: false).Run())];
        MarkdownTable table = new(["phase", .. SampleFile.All.Select(file => $">{file.Name}")]);
        foreach (string phase in runs[0].Allocations.Keys)
            table.Add([phase, .. runs.Select(run => Figure.Of($"{run.Allocations[phase]}"))]);
        table.Write(output);
    }

    private void Write(string title, LiveObjects alive, int? onDevice)
    {
        output.WriteLine();
        output.WriteLine(Figure.Of($"### {title}: {alive.Size} bytes in the device's sizes, for the example of 126 bytes"));
        output.WriteLine();
        if (onDevice != null)
            output.WriteLine(Figure.Of($"Measured on the device: {onDevice}, with what is on the stack.\n"));
        MarkdownTable table = new("type", ">objects", ">bytes");
        foreach (LiveType type in alive.Types)
            table.Add(type.Name, Figure.Of($"{type.Count}"), Figure.Of($"{type.Size}"));
        table.Write(output);
    }
}
