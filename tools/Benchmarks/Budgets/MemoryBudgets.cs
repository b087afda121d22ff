using Bootstrapper.Benchmarks.Memory;
using Bootstrapper.Benchmarks.Output;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Benchmarks.Suites;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>What is needed of the heap.</summary>
internal static class MemoryBudgets
{
    private const int Kilobyte = 1024;
    private const int PeakLimit = 6 * Kilobyte;
    private const int ChunkSize = 240;
    private const int WarmUps = 3;

    /// <summary>Measures what a READ BINARY more allocates: the same file in chunks of half the size.</summary>
    public static Budget OneMoreRead()
    {
        (long bytes, int commands) = Reading(ChunkSize);
        (long moreBytes, int moreCommands) = Reading(ChunkSize / 2);
        long more = moreBytes - bytes;
        return new(
            "one more READ BINARY",
            "0 bytes allocated",
            Figure.Of($"{(double)more / (moreCommands - commands):0.##}"),
            Figure.Of($"{BytesWithStrings()} with lines and hex as strings; both on .NET"),
            Budget.Judge(more <= 0));
    }

    /// <summary>Measures what is alive at the peak, in the device's sizes.</summary>
    /// <param name="device">What was measured where the runtime is, to stand beside it; null where it is not at hand.</param>
    public static Budget Peak(DeviceFigures? device)
    {
        MemoryRun run = new MemoryRun(SampleFile.Example).Run();
        string beside = device == null
            ? ""
            : Figure.Of($"; on nanoCLR {device.MadeOnce} made once, {device.WithResult} with the result, ")
                + Figure.Of($"{device.Peak} in a call with its stack");
        return new(
            "managed RAM at the peak on the device for the 126-byte example, the assembly's own load aside",
            "6 KB",
            Figure.Of($"{(double)run.Peak.Size / Kilobyte:F2} KB ({run.Peak.Size} bytes; ")
                + Figure.Of($"{run.MadeOnce.Size} of them made once; without what a call's stack alone holds)") + beside,
            Figure.Of($"{DeviceSizes.Of(SampleFile.Large.Content)} more with a buffer for the whole file, up to 32 KB"),
            Budget.Judge(run.Peak.Size <= PeakLimit));
    }

    /// <summary>Measures what loading allocates besides what it keeps.</summary>
    public static Budget Loading()
    {
        double more = BesidesForEachAccount();
        return new(
            "loading a file",
            "allocates what it keeps and a constant besides, whatever the file's size",
            Figure.Of($"{more:0.##} bytes more than that for each further account"),
            Figure.Of($"{BytesOfAnAccount()} with a buffer for the whole file"),
            Budget.Judge(more <= 0));
    }

    /// <summary>
    /// Gets what a further account in a file allocates besides what is kept, in .NET's sizes: what the constant is depends
    /// on how the runtime compiles, this does not.
    /// </summary>
    public static double BesidesForEachAccount()
    {
        SampleFile small = SampleFile.Medium;
        SampleFile large = SampleFile.Large;
        return (double)(Besides(large) - Besides(small)) / Accounts(large, small);
    }

    private static int BytesOfAnAccount() =>
        (SampleFile.Large.Length - SampleFile.Medium.Length) / Accounts(SampleFile.Large, SampleFile.Medium);

    private static int Accounts(SampleFile large, SampleFile small) => (large.Instances - small.Instances) / 2;

    private static long BytesWithStrings()
    {
        StringExchange strings = new(new CannedLink(CsimAnswer.Make(ChunkSize)));
        byte[] command = [0x01, 0xB0, 0x00, 0x00, ChunkSize];
        return Allocations.Of(() => strings.Transmit(command));
    }

    private static long Besides(SampleFile file)
    {
        ConfigurationLoader loader = new(SampleFile.Large.Instances);
        ByteArraySource source = new(file.Content);
        LoadResult? result = null;
        long allocated = Allocations.Of(() =>
        {
            source.Rewind();
            result = loader.Load(source);
        });
        return allocated - new LiveObjects(result).Objects.Sum(Allocations.SizeOf);
    }

    private static (long Bytes, int Commands) Reading(int chunkSize)
    {
        for (int i = 0; i < WarmUps; i++)
            new MemoryRun(SampleFile.Large, chunkSize, looksAtPeak: false).Run();
        MemoryRun run = new MemoryRun(SampleFile.Large, chunkSize, looksAtPeak: false).Run();
        return (run.Allocations[nameof(BootstrapStep.ReadingFile)], run.Commands);
    }
}
