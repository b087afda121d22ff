using System.Diagnostics;
using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Cli.Tests.Generate;

[TestClass]
public class GenerateProcessTests
{
    [TestMethod]
    public void Generate_StandardInputAndOutput_AreNothingButConfigurationAndImage()
    {
        (int code, byte[] output, string error) = Run(File.ReadAllText(GenerateRun.Configuration("Example.json")));

        Assert.AreEqual("", error);
        Assert.AreEqual(0, code);
        CollectionAssert.AreEqual(Hex.Bytes(Vectors.A), output);
    }

    [TestMethod]
    public void Generate_Violation_IsOneLineOnStandardErrorAlone()
    {
        (int code, byte[] output, string error) = Run("{}");

        Assert.AreEqual(5, code);
        Assert.IsEmpty(output);
        Assert.AreEqual(
            "simboot: standard input: there is no account: neither a Security nor a Server instance\n",
            error.ReplaceLineEndings("\n"));
    }

    private static (int Code, byte[] Output, string Error) Run(string input)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "simboot.dll"), "generate"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        using MemoryStream output = new();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (process.ExitCode, output.ToArray(), error.Result);
    }
}
