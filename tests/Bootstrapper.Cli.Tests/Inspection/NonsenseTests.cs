using Bootstrapper.Host.Tests.Lwm2m;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Cli.Tests.Inspection;

/// <summary>Any file ends in a result, and nothing in it steers the terminal.</summary>
[TestClass]
public class NonsenseTests
{
    private const int Files = 1500;

    [TestMethod]
    [DataRow("inspect", "-")]
    [DataRow("inspect", "-", "--show-secrets")]
    [DataRow("inspect", "-", "--hex")]
    [DataRow("inspect", "-", "--hex", "--show-secrets")]
    [DataRow("inspect", "-", "--json")]
    [DataRow("inspect", "-", "--json", "--show-secrets")]
    [DataRow("inspect", "-", "--config", "--show-secrets")]
    [DataRow("check", "-")]
    public void AnyCommand_MutatedFile_EndsInAResult(params string[] command)
    {
        Mutator mutator = new(seed: 10, Vectors.A, Vectors.B, Vectors.C, Vectors.AppendixF, Vectors.Versions);
        for (int i = 0; i < Files; i++)
            AssertEnds(CommandRun.Of(mutator.Next(), command));
    }

    [TestMethod]
    public void Diff_MutatedFiles_EndsInAResult()
    {
        Mutator mutator = new(seed: 11, Vectors.A, Vectors.B, Vectors.AppendixF, Vectors.Versions);
        using TemporaryFolder folder = new();
        for (int i = 0; i < Files; i++)
        {
            string path = folder.Add("first", mutator.Next());
            AssertEnds(CommandRun.Of(mutator.Next(), "diff", path, "-", "--show-secrets"));
        }
    }

    private static void AssertEnds(CommandRun run)
    {
        Assert.IsTrue(run.Code is ExitCode.Done or ExitCode.Nothing or ExitCode.Usage or ExitCode.Content, run.All);
        Assert.IsNotEmpty(run.All);
        Assert.IsFalse(run.All.Any(c => char.IsControl(c) && c is not ('\r' or '\n')), run.All);
    }
}
