using System.Diagnostics;
using System.Globalization;
using Bootstrapper.Desktop;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>The PC as a board that goes on watching the card: the program itself, ended as its user ends it.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class DesktopWatchTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [TestMethod]
    public async Task Watch_CardPulledAndPutBack_TellsEachAndEndsWhenInterrupted()
    {
        using CancellationTokenSource stop = new(_patience);
        ModemBehavior behavior = new() { CardPulledLine = "+CPIN: NOT INSERTED", CardInsertedLine = "+CPIN: READY" };
        SimulatedModem modem = new(FlowBench.ExampleSim(), behavior);
        using PseudoTerminal terminal = PseudoTerminal.Open();
        Task service = modem.ServeAsync(terminal.Line, stop.Token);
        using Process program = Start("--watch", "--port", terminal.Path);
        try
        {
            await ReadUntil(program, "accounts are in force; next look in 3600 s", stop.Token);
            modem.Card = null;
            await ReadUntil(program, "card: Removed", stop.Token);
            modem.Card = FlowBench.ExampleSim();
            await ReadUntil(program, "accounts are in force; next look in 3600 s", stop.Token);

            using Process interrupt = Process.Start("kill", ["-INT", program.Id.ToString(CultureInfo.InvariantCulture)]);
            await program.WaitForExitAsync(stop.Token);

            Assert.AreEqual((int)ExitCode.Provisioned, program.ExitCode, "that of the last look");
        }
        finally
        {
            if (!program.HasExited)
                program.Kill();
        }

        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => service);
    }

    [TestMethod]
    public void Watch_WithCheck_IsAMisuse()
    {
        using StringWriter output = new();
        using StringWriter error = new();

        int code = DesktopArguments.Invoke(
            ["--watch", "--check", "01"], output, error, _ => throw new InvalidOperationException("started"));

        Assert.AreEqual((int)ExitCode.Usage, code);
        Assert.Contains("--watch", error.ToString());
    }

    private static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(DesktopArguments).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
        };
        return InterruptibleProcess.Start(start);
    }

    private static async Task ReadUntil(Process program, string part, CancellationToken cancellationToken)
    {
        while (await program.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Contains(part, StringComparison.Ordinal))
                return;
        }

        Assert.Fail("ended without " + part);
    }
}
