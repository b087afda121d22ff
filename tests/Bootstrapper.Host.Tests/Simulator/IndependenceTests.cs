using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>The simulator is a judge of the library only as long as it shares nothing with it.</summary>
[TestClass]
public sealed class IndependenceTests
{
    [TestMethod]
    public void Simulator_References_AreTheSystemsOnly()
    {
        string[] others =
        [
            .. typeof(SimulatedCard).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
                .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)
                    && !name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal)),
        ];

        Assert.IsEmpty(others, string.Join(", ", others));
    }
}
