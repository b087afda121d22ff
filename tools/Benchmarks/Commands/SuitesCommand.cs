using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Bootstrapper.Benchmarks.Commands;

/// <summary>Runs the suites of BenchmarkDotNet.</summary>
internal static class SuitesCommand
{
    /// <summary>Runs them.</summary>
    /// <param name="isQuick">Whether each is only run once, in this process: to see that it runs.</param>
    /// <param name="arguments">What BenchmarkDotNet is told, such as a filter.</param>
    /// <returns>1 if one did not run.</returns>
    public static int Run(bool isQuick, string[] arguments)
    {
        ManualConfig config = ManualConfig.Create(DefaultConfig.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts"));
        if (isQuick)
        {
            // The times of a single run say nothing anyway.
            config.AddJob(Job.Dry.WithToolchain(InProcessEmitToolchain.Instance))
                .WithOptions(ConfigOptions.DisableOptimizationsValidator);
        }

        if (!arguments.Any(argument => argument is "--filter" or "-f" or "--list"))
            arguments = ["--filter", "*", .. arguments];
        Summary[] summaries = [.. BenchmarkSwitcher.FromAssembly(typeof(SuitesCommand).Assembly).Run(arguments, config)];
        bool hasRun = summaries.Length > 0
            && summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success));
        return hasRun ? 0 : 1;
    }
}
