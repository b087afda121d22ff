using Bootstrapper.Benchmarks.Budgets;

namespace Bootstrapper.Benchmarks.Tests;

[TestClass]
public sealed class DeviceFiguresTests
{
    private const string Log = """
        some other line
        DEVICE made-once 6516
        DEVICE peak 12240
        DEVICE with-result 8292
        DEVICE bytes 32754
        [00:00:01] DEVICE iterations 5000000000
        DEVICE otherwise 3000000
        DEVICE certificate-bytes 32710
        DEVICE certificate-iterations 700000
        """;

    [TestMethod]
    public void Read_Log_HasItsFigures() =>
        Assert.AreEqual(new DeviceFigures(6516, 12240, 8292, 32754, 5000000000, 32710, 700000, 3000000), Read(Log));

    [TestMethod]
    [DataRow("peak", DisplayName = "in the middle")]
    [DataRow("certificate-iterations", DisplayName = "at the end")]
    public void Read_FigureMissing_IsNamed(string name)
    {
        string log = string.Join('\n', Log.Split('\n').Where(line => !line.Contains(name, StringComparison.Ordinal)));

        FormatException e = Assert.ThrowsExactly<FormatException>(() => Read(log));

        Assert.Contains(name, e.Message);
    }

    [TestMethod]
    public void Read_FailedProgram_IsSaid()
    {
        FormatException e = Assert.ThrowsExactly<FormatException>(() => Read(Log + "\nDEVICE failed, no memory -1"));

        Assert.AreEqual("the program failed, no memory", e.Message);
    }

    [TestMethod]
    public void Read_NoNumber_IsRefused() =>
        Assert.ThrowsExactly<FormatException>(() => Read(Log + "\nDEVICE peak many"));

    // 2 microseconds an iteration, against the line's ten bits a byte at 115200 baud.
    [TestMethod]
    [DataRow(300_000, "Holds")]
    [DataRow(400_000, "Over")]
    public void Processor_AgainstTheLine_IsJudgedByATenth(long iterations, string verdict)
    {
        Budget budget = ProcessorBudget.Measure(new(0, 0, 0, Samples.SampleFile.Large.Length, iterations, 32710, 700000, 0));

        Assert.AreEqual(verdict, budget.Verdict.ToString(), budget.Measured);
    }

    [TestMethod]
    [DataRow(100, 32710)]
    [DataRow(32754, 0)]
    public void Processor_OfAnotherFile_IsRefused(int length, int certificateLength) =>
        Assert.ThrowsExactly<FormatException>(
            () => ProcessorBudget.Measure(new(0, 0, 0, length, 1, certificateLength, 1, 1)));

    [TestMethod]
    public void Processor_NothingAtHand_IsNotMeasured() =>
        Assert.AreEqual(BudgetVerdict.NotMeasured, ProcessorBudget.Measure(null).Verdict);

    private static DeviceFigures Read(string log)
    {
        using StringReader reader = new(log);
        return DeviceFigures.Read(reader);
    }
}
