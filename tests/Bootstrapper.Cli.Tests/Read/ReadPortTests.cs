using System.Diagnostics;
using System.Globalization;
using Bootstrapper.Cli.Output;
using Bootstrapper.Host.Tests;
using Bootstrapper.Host.Tests.EndToEnd;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Read;

/// <summary><c>simboot read</c> on a port of the system: a pseudo-terminal, through System.IO.Ports.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class ReadPortTests
{
    private const string ReadOfTheFile = "AT+CSIM=10,\"01B0";

    private readonly string _folder = Directory.CreateTempSubdirectory("simboot").FullName;
    private readonly CancellationTokenSource _stop = new();

    [TestCleanup]
    public void Clean()
    {
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [TestMethod]
    public async Task Read_PseudoTerminal_SavesTheContent()
    {
        SimulatedModem modem = new(new(ExampleCard.Create(BootstrapContent.Large(3000))));
        using PseudoTerminal line = PseudoTerminal.Open();
        Task service = modem.ServeAsync(line.Line, _stop.Token);
        string file = Path.Combine(_folder, "sim.bin");

        (ExitCode code, string output, string error) = Run("--port", line.Path, "-o", file);

        Assert.AreEqual(ExitCode.Done, code, error);
        CollectionAssert.AreEqual(BootstrapContent.Large(3000), await File.ReadAllBytesAsync(file));
        Assert.Contains("EF LwM2M_Bootstrap  6432, 3000 bytes", output);
        Assert.IsEmpty(modem.Card!.OpenChannels);
        await Stop(service);
    }

    [TestMethod]
    public void Port_ThatIsNotThere_EndsAsModemWithOneLine()
    {
        (ExitCode code, _, string error) = Run("--port", "/dev/no-such-modem");

        Assert.AreEqual(ExitCode.Modem, code);
        Assert.StartsWith("simboot: /dev/no-such-modem: no such port: there ", error);
        Assert.HasCount(1, error.TrimEnd().Split('\n'));
    }

    [TestMethod]
    public void Port_ThatIsAFile_EndsAsModemWithOneLine()
    {
        string file = Path.Combine(_folder, "port");
        File.WriteAllText(file, "");

        (ExitCode code, _, string error) = Run("--port", file);

        Assert.AreEqual(ExitCode.Modem, code);
        Assert.HasCount(1, error.TrimEnd().Split('\n'));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(9)]
    [DataRow(24)]
    public async Task Port_PulledInMidRun_EndsAsModemWithOneLine(int commands)
    {
        SimulatedModem modem = new(new(ExampleCard.Create()));
        PseudoTerminal terminal = PseudoTerminal.Open();
        using VanishingLine line = new(terminal.Line, commands, terminal.Dispose);
        Task service = modem.ServeAsync(line, _stop.Token);
        string folder = Path.Combine(_folder, "card");

        (ExitCode code, _, string error) = Run("--port", terminal.Path, "--card", "-o", folder);

        Assert.AreEqual(ExitCode.Modem, code, error);
        Assert.HasCount(1, error.TrimEnd().Split('\n'));
        Assert.IsFalse(Directory.Exists(folder));
        await Stop(service);
    }

    [TestMethod]
    [DataRow("-INT")]
    [DataRow("-TERM")]
    public async Task Process_Interrupted_EndsAsCancelledWithEverythingPutBack(string signal)
    {
        SimulatedModem modem = new(new(ExampleCard.Create()));
        using PseudoTerminal line = PseudoTerminal.Open();
        Task service = modem.ServeAsync(line.Line, _stop.Token);

        // The modem falls silent in the middle of it: the process waits for an answer that does not come.
        TaskCompletionSource isReading = new(TaskCreationOptions.RunContinuationsAsynchronously);
        modem.Card!.Transmitted += exchange =>
        {
            if (modem.Faults is null && exchange.Command.Span is [_, 0xA4, 0x08, .., 0x64, 0x32, _])
            {
                modem.Faults = new FaultScript().At(ReadOfTheFile, new SilentFault()).Start();
                isReading.SetResult();
            }
        };
        using Process process = Start(line.Path);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await isReading.Task;
        using (Process kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync();

        Assert.AreEqual($"simboot: cancelled{Environment.NewLine}", await error);
        Assert.AreEqual($"ICCID               {ExampleCard.Iccid}{Environment.NewLine}", await output);
        Assert.AreEqual((int)ExitCode.Nothing, process.ExitCode);
        Assert.IsEmpty(modem.Card.OpenChannels);
        await Stop(service);
    }

    [TestMethod]
    public async Task Process_PseudoTerminal_HasTheSummaryOnStandardOutput()
    {
        SimulatedModem modem = new(new(ExampleCard.Create()), ModemFamilies.Get("Quectel EG95").Behavior);
        using PseudoTerminal line = PseudoTerminal.Open();
        Task service = modem.ServeAsync(line.Line, _stop.Token);
        using Process process = Start(line.Path);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.AreEqual("", await error);
        Assert.AreEqual(0, process.ExitCode);
        Assert.Contains("way                 AT+CGLA, modem profile Quectel EG95", output);
        await Stop(service);
    }

    private static (ExitCode Code, string Output, string Error) Run(params string[] arguments)
    {
        StringWriter output = new(CultureInfo.InvariantCulture);
        StringWriter error = new(CultureInfo.InvariantCulture);
        ExitCode code = Simboot.Run(["read", .. arguments], new Terminal(() => Stream.Null, () => Stream.Null, output, error));
        return (code, output.ToString(), error.ToString());
    }

    private static Process Start(string port)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "simboot.dll");
        return InterruptibleProcess.Start(new ProcessStartInfo("dotnet", [program, "read", "--port", port])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
    }

    private async Task Stop(Task service)
    {
        await _stop.CancelAsync();
        await service.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
