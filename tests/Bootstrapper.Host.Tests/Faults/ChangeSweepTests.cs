using System.Text;
using Bootstrapper.Card;
using Bootstrapper.Desktop;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Faults;

/// <summary>A card that is swapped, or whose file is written, before each single command of a run that reads in pieces.</summary>
[TestClass]
public sealed class ChangeSweepTests
{
    private static readonly string _file = $"{Convert.ToHexString(ExampleCard.Pkcs15Aid)}/{ExampleCard.BootstrapFileId:X4}";

    [TestMethod]
    [DataRow(CardAccess.CsimChannel)]
    [DataRow(CardAccess.Cgla)]
    [DataRow(CardAccess.Crsm)]
    public void Run_FileWrittenBeforeAnyCommand_IsTheOldOrTheNewAndNeverBoth(CardAccess way) =>
        Sweep(way, () => new FileChangedFault(_file, NewFile()));

    [TestMethod]
    [DataRow(CardAccess.CsimChannel)]
    [DataRow(CardAccess.Cgla)]
    [DataRow(CardAccess.Crsm)]
    public void Run_CardSwappedBeforeAnyCommand_IsTheOldOrTheNewAndNeverBoth(CardAccess way) =>
        Sweep(way, () => new CardSwappedFault(new SimulatedCard(ExampleCard.Create(NewFile()))));

    private static void Sweep(CardAccess way, Func<Fault> make)
    {
        string before = Accounts(Run(new ManualClock(), new(new(ExampleCard.Create())), way));
        List<string> failures = [];
        int news = 0;
        int command = 1;
        for (bool fires = true; fires; command++)
        {
            ManualClock clock = new();
            SimulatedModem modem = new(new(ExampleCard.Create()), new() { Echo = false }, clock);
            BootstrapOptions options = new() { Access = way, ChunkSize = 30 };
            SmartCardBootstrap bootstrap = new(new SimulatorLink(modem), clock, options);
            modem.Faults = new FaultScript().At(command, make()).Start();
            string during = End(bootstrap);
            fires = modem.Faults.Fired.Count > 0;
            modem.Faults = null;
            string after = End(bootstrap);
            if (!fires)
                break;

            // The run after it sees the new one alone.
            string expected = Accounts(ExampleCard.Create(NewFile()));
            if (after != expected)
                failures.Add($"after command {command}: {after}");
            if (during != before && during != expected && !during.StartsWith("exception", StringComparison.Ordinal))
                failures.Add($"command {command}: {during}");
            news += during == expected ? 1 : 0;
        }

        Assert.IsGreaterThan(12, command);
        Assert.IsGreaterThan(5, news);
        Assert.IsEmpty(failures, string.Join('\n', failures));
    }

    private static string End(SmartCardBootstrap bootstrap)
    {
        try
        {
            return Accounts(bootstrap.Run());
        }
        catch (Exception e) when (e is ContentException or CardException or ModemException)
        {
            return "exception " + e.Message;
        }
    }

    private static BootstrapResult Run(ManualClock clock, SimulatedModem modem, CardAccess way) =>
        new SmartCardBootstrap(new SimulatorLink(modem), clock, new() { Access = way }).Run();

    private static string Accounts(CardImage image) => Accounts(Run(new ManualClock(), new(new(image)), CardAccess.CsimChannel));

    private static string Accounts(BootstrapResult result) => result.Configuration is null
        ? result.Outcome.ToString()
        : result.Configuration.FindSecurity(1).ServerUri + " "
            + Encoding.ASCII.GetString(result.Configuration.FindSecurity(1).SecretKey);

    // Another URI in the head and another key behind it, so that a mixture shows.
    private static byte[] NewFile()
    {
        byte[] file = ExampleCard.BootstrapFile();
        file[file.AsSpan().IndexOf("eu.iot"u8)] = (byte)'x';
        file[file.AsSpan().IndexOf("3x@mpl3"u8)] = (byte)'y';
        return file;
    }
}
