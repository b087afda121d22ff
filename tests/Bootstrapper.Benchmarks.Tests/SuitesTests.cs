using System.Diagnostics;

namespace Bootstrapper.Benchmarks.Tests;

/// <summary>The program as a process of its own.</summary>
[TestClass]
public sealed class SuitesTests
{
    [TestMethod]
    public void Quick_EveryBenchmark_Runs()
    {
        (int code, string output) = Run("--quick");

        Assert.AreEqual(0, code, Tail(output));
        foreach (string suite in new[] { "At", "Generate", "Load", "Pkcs15", "Tlv" })
            Assert.IsTrue(output.Contains($"{suite}Benchmarks-report.csv", StringComparison.Ordinal), suite);
    }

    [TestMethod]
    public void Command_Unknown_IsAnError()
    {
        (int code, string output) = Run("wrie");

        Assert.AreEqual(1, code);
        Assert.Contains("wrie is no command", output);
    }

    private static string Tail(string output) => output[Math.Max(0, output.Length - 2000)..];

    private static (int Code, string Output) Run(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Benchmarks.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
