using System.Globalization;

namespace Bootstrapper.Host.Tests.Faults;

/// <summary>
/// The limit of what can be noticed: the line has no checksum, and neither has the file. One wrong bit that makes a
/// hexadecimal digit another may go unnoticed; all others are, and are made up for.
/// </summary>
[TestClass]
public sealed class BitErrorTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(Ways.Csim, FaultBench.OneRead)]
    [DataRow(Ways.Csim, FaultBench.TwoReads)]
    [DataRow(Ways.CglaPassingOn, FaultBench.OneRead)]
    [DataRow(Ways.Crsm, FaultBench.OneRead)]
    public void Run_AnyBitOfAnyAnswerWrong_IsNoticedOrMakesADigitAnother(string way, int chunkSize)
    {
        FaultBench good = new(way, chunkSize);
        good.Run();
        good.Line.Start(-1, 0);
        good.Run();
        string accounts = good.Accounts;
        IReadOnlyList<byte>[] answers = [.. good.Line.Answers];
        Step[] steps = Step.Of(way, [.. good.Commands]);
        List<string> failures = [];
        Dictionary<StepRole, int[]> counts = [];
        FaultBench bench = new(way, chunkSize);
        bench.Run();
        for (int i = 0; i < steps.Length; i++)
        {
            int[] count = counts.TryGetValue(steps[i].Role, out int[]? known) ? known : counts[steps[i].Role] = new int[4];
            for (int bit = 0; bit < 8 * answers[i].Count; bit++)
            {
                bench.Line.Start(i, bit);
                Ending ending = bench.Run();
                bench.Line.Stop();
                bool isSame = bench.Accounts == accounts;
                count[ending.Text == "Provisioned" ? (isSame ? 0 : 2) : (isSame ? 1 : 3)]++;
                string where = $"bit {bit} of the answer to {steps[i].Line}: {ending.Text}";
                if (!isSame && !IsDigitToDigit(answers[i][bit / 8], bit))
                    failures.Add(where + ", and other accounts");

                // What went unnoticed is made good by the check that comes with the next Register or Update.
                if (!isSame && bench.Accounts != "none" && bench.Check().Text != "Changed")
                    failures.Add(where + ", and the check does not see it");

                if (isSame && ending.Commands == steps.Length && steps[i].Role != StepRole.Close)
                    continue;

                bench.Clock.Wait(30_000);
                Ending next = bench.Run();
                if (next.Text != "Provisioned" || bench.Accounts != accounts)
                    failures.Add(where + $", and then {next.Text}");

                // The next bit without what this one may have left, such as a session whose name was distorted.
                bench = new(way, chunkSize);
                bench.Run();
            }
        }

        foreach ((StepRole role, int[] count) in counts)
        {
            TestContext.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{role,-12} made up for {count[0],6}, reported {count[1],5}, unnoticed {count[2],5}, gone {count[3],5}"));
        }

        Assert.IsEmpty(failures, "\n" + string.Join('\n', failures.Take(50)));
    }

    private static bool IsDigitToDigit(byte right, int bit)
    {
        char wrong = (char)(right ^ (1 << (bit % 8)));
        return char.IsAsciiHexDigit((char)right) && char.IsAsciiHexDigit(wrong);
    }
}
