using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

[TestClass]
public sealed class FaultScriptTests
{
    private readonly SimulatedModem _modem = new(new(ExampleCard.Create()), new() { Echo = false });

    [TestMethod]
    public void At_Number_CountsFromTheStart()
    {
        _modem.Ask("AT");
        _modem.Faults = new FaultScript().At(2, new ErrorFault()).Start();

        Assert.AreEqual("OK,ERROR,OK", Ask("AT", "AT", "AT"));
    }

    [TestMethod]
    public void At_Text_IsTheFirstLineWithItInEitherCase()
    {
        _modem.Faults = new FaultScript().At("+cfun", new ErrorFault()).Start();

        Assert.AreEqual("OK,ERROR,+CFUN: 1OK", Ask("AT", "AT+CFUN?", "AT+CFUN?"));
    }

    [TestMethod]
    public void At_LineThatIsNoCommand_DoesNotCount()
    {
        _modem.Faults = new FaultScript().At(2, new ErrorFault()).Start();

        Assert.AreEqual("OK,,,ERROR", Ask("AT", "", "RDY", "AT"));
    }

    [TestMethod]
    public void At_FaultsThatMeet_ComeOneAfterTheOther()
    {
        _modem.Faults = new FaultScript()
            .At(1, new SilentFault { Commands = 2 })
            .At(2, new ErrorFault())
            .At(2, new CmeErrorFault(14))
            .Start();

        Assert.AreEqual(",,ERROR,ERROR,OK", Ask("AT", "AT", "AT", "AT", "AT"));
    }

    [TestMethod]
    public void Run_OfAScript_TellsWhatHappened()
    {
        ErrorFault error = new() { Commands = 2 };
        FaultRun run = new FaultScript().At("+CFUN", error).Start();
        _modem.Faults = run;
        Assert.IsFalse(run.IsSpent);

        Ask("AT", "AT+CFUN?");
        Assert.IsFalse(run.IsSpent, "the next command has it as well");
        Ask("AT+CGMI", "AT");

        Assert.IsTrue(run.IsSpent);
        Assert.AreEqual(4, run.CommandCount);
        CollectionAssert.AreEqual(
            new FiredFault[] { new(2, "AT+CFUN?", error), new(3, "AT+CGMI", error) }, run.Fired.ToArray());
    }

    [TestMethod]
    public void Script_StartedTwice_RunsTwice()
    {
        FaultScript script = new(new ScriptedFault(1, new ErrorFault()));

        for (int i = 0; i < 2; i++)
        {
            _modem.Faults = script.Start();
            Assert.AreEqual("ERROR,OK", Ask("AT", "AT"));
        }
    }

    [TestMethod]
    public void Faults_SetToNull_AreGone()
    {
        _modem.Faults = new FaultScript().At(1, new SilentFault { Commands = 100 }).Start();
        Ask("AT");

        _modem.Faults = null;

        Assert.AreEqual("OK", Ask("AT"));
    }

    [TestMethod]
    public void At_ImpossiblePlace_IsRefused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new FaultScript().At(0, new ErrorFault()));
        Assert.ThrowsExactly<ArgumentException>(() => new FaultScript().At("", new ErrorFault()));
    }

    [TestMethod]
    public void Random_SameSeed_IsTheSameScript()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            CollectionAssert.AreEqual(
                FaultScript.Random(seed, 5, 20).Faults.Select(Describe).ToArray(),
                FaultScript.Random(seed, 5, 20).Faults.Select(Describe).ToArray());
        }
    }

    [TestMethod]
    public void Random_ManySeeds_HaveEveryFaultAtEveryCommand()
    {
        CardSwappedFault other = new(new(ExampleCard.Create()));
        List<ScriptedFault> faults = [];
        for (int seed = 0; seed < 1000; seed++)
        {
            FaultScript script = FaultScript.Random(seed, 2, 20, other);
            Assert.HasCount(2, script.Faults);
            faults.AddRange(script.Faults);
        }

        // Those that need another card or a file of the test are in only if the test gives them.
        Type[] all =
        [
            .. typeof(Fault).Assembly.GetTypes()
                .Where(t => t.IsSubclassOf(typeof(Fault)) && !t.IsAbstract && t != typeof(FileChangedFault)),
        ];
        CollectionAssert.AreEquivalent(all, faults.Select(f => f.Fault.GetType()).Distinct().ToArray());
        CollectionAssert.AreEquivalent(
            Enumerable.Range(1, 20).ToArray(), faults.Select(f => f.Command).Distinct().ToArray());
    }

    private static string Describe(ScriptedFault fault) => $"{fault.Command} {fault.Fault}";

    private string Ask(params string[] commands) =>
        string.Join(',', commands.Select(command => _modem.Ask(command).ReplaceLineEndings("")));
}
