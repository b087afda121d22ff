using Bootstrapper.Boards;
using Bootstrapper.Modem;

namespace Bootstrapper.Host.Tests.BoardFacts;

/// <summary>What the boards' definitions say, against what is published.</summary>
[TestClass]
public class BoardDefinitionTests
{
    private static readonly int[] _takenOnEsp32 = [1, 3, 6, 7, 8, 9, 10, 11, 16, 17, 20, 24, 28, 29, 30, 31];
    private static readonly int[] _takenOnEsp32S3 = [19, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 43, 44];

    public static IEnumerable<object[]> Folders => PublishedBoard.All.Select(board => new object[] { board.Folder });

    // With the template.
    public static IEnumerable<object[]> AllFolders => [.. Folders, ["Generic"]];

    [TestMethod]
    [DynamicData(nameof(Folders))]
    public void Define_Pins_AreThoseThatArePublished(string folder)
    {
        PublishedBoard board = Find(folder);

        Assert.AreEqual(board.Pins, string.Join(", ", BoardValues.Pins(board.Definition)));
    }

    [TestMethod]
    [DynamicData(nameof(Folders))]
    public void Define_TheRest_IsAsPublished(string folder)
    {
        PublishedBoard board = Find(folder);

        Assert.AreEqual(board.Rest, string.Join("\n", BoardValues.Rest(board.Definition)));
    }

    [TestMethod]
    [DynamicData(nameof(Folders))]
    public void Define_PulsesAndBootTime_AreWithinTheModemsRange(string folder)
    {
        PublishedBoard board = Find(folder);
        BoardDefinition definition = board.Definition;

        Assert.IsInRange(board.PowerOn.Shortest, board.PowerOn.Longest, definition.PowerOnPulse);
        Assert.IsInRange(board.PowerOff.Shortest, board.PowerOff.Longest, definition.PowerOffPulse);
        Assert.IsGreaterThanOrEqualTo(board.Reset, definition.ResetPulse);
        Assert.IsGreaterThanOrEqualTo(board.Boot, definition.BootTime);
    }

    // A modem that is on, and silent when it is asked, must not be switched off by it.
    [TestMethod]
    [DynamicData(nameof(Folders))]
    public void Define_PowerOnPulse_IsTooShortToSwitchOff(string folder)
    {
        PublishedBoard board = Find(folder);

        // Without a key there is no pulse.
        if (board.PowerOff.Shortest > 0)
            Assert.IsLessThan(board.PowerOff.Shortest, board.Definition.PowerOnPulse);
    }

    [TestMethod]
    [DynamicData(nameof(AllFolders))]
    public void Define_Profile_ExistsOrIsAskedFor(string folder)
    {
        BoardDefinition board = Definition(folder);

        Assert.IsTrue(board.Profile == null || ModemProfiles.Find(board.Profile) != null, board.Profile);
    }

    [TestMethod]
    [DynamicData(nameof(AllFolders))]
    public void Define_Port_IsComAndOneDigit(string folder) => Assert.MatchesRegex("^COM[2-9]$", Definition(folder).Port);

    [TestMethod]
    [DynamicData(nameof(AllFolders))]
    public void Define_Pins_AreUsedOnce(string folder)
    {
        BoardDefinition board = Definition(folder);
        int[] pins = [.. BoardValues.Outputs(board), .. BoardValues.Inputs(board)];

        CollectionAssert.AllItemsAreUnique(pins);
    }

    [TestMethod]
    [DynamicData(nameof(AllFolders))]
    public void Define_Pins_ExistAndAreFree(string folder)
    {
        BoardDefinition board = Definition(folder);
        Chip chip = folder == "Generic" ? Chip.Esp32WithPsram : Find(folder).Chip;
        (int last, int[] taken) = chip switch
        {
            Chip.Esp32WithPsram => (39, _takenOnEsp32),
            Chip.Esp32S3Quad => (48, _takenOnEsp32S3),
            _ => ((11 * 16) - 1, (int[])[]),
        };
        foreach (int pin in BoardValues.Outputs(board).Concat(BoardValues.Inputs(board)))
        {
            Assert.IsInRange(0, last, pin);
            CollectionAssert.DoesNotContain(taken, pin);
        }

        if (chip == Chip.Esp32WithPsram)
            Assert.IsEmpty(BoardValues.Outputs(board).Where(pin => pin >= 34), "GPIO 34 to 39 are inputs");
    }

    [TestMethod]
    [DynamicData(nameof(AllFolders))]
    public void Define_UartPins_AreMappedWhereTheyHaveToBe(string folder)
    {
        BoardDefinition board = Definition(folder);
        bool isStm32 = folder != "Generic" && Find(folder).Chip == Chip.Stm32;

        Assert.AreEqual(isStm32, board.TxPin == BoardDefinition.NoPin);
        Assert.AreEqual(isStm32, board.RxPin == BoardDefinition.NoPin);

        // SerialPort on ESP32 opens with flow control only if both pins are mapped; on STM32 there is none.
        Assert.AreEqual(board.HasFlowControl, board.RtsPin != BoardDefinition.NoPin);
        Assert.AreEqual(board.HasFlowControl, board.CtsPin != BoardDefinition.NoPin);
        Assert.IsFalse(isStm32 && board.HasFlowControl);
    }

    [TestMethod]
    [DynamicData(nameof(AllFolders))]
    public void Define_PulseOfAPin_IsThere(string folder)
    {
        BoardDefinition board = Definition(folder);

        Assert.IsTrue(board.PowerKeyPin == BoardDefinition.NoPin || (board.PowerOnPulse > 0 && board.PowerOffPulse > 0));
        Assert.AreEqual(board.ResetPin != BoardDefinition.NoPin, board.ResetPulse > 0);
        Assert.IsGreaterThan(0, board.BootTime);
    }

    [TestMethod]
    [DynamicData(nameof(AllFolders))]
    public void Define_CalledTwice_GivesTwo(string folder) => Assert.AreNotSame(Definition(folder), Definition(folder));

    internal static BoardDefinition Definition(string folder) => folder switch
    {
        "Generic" => Bootstrapper.Boards.Generic.Board.Define(),
        "LilyGoTA7670" => Bootstrapper.Boards.LilyGoTA7670.Board.Define(),
        "LilyGoTSim7000G" => Bootstrapper.Boards.LilyGoTSim7000G.Board.Define(),
        "LilyGoTSim7600" => Bootstrapper.Boards.LilyGoTSim7600.Board.Define(),
        "NucleoF767ZI" => Bootstrapper.Boards.NucleoF767ZI.Board.Define(),
        "Stm32F769IDiscovery" => Bootstrapper.Boards.Stm32F769IDiscovery.Board.Define(),
        "Walter" => Bootstrapper.Boards.Walter.Board.Define(),
        _ => throw new ArgumentException("no such board", nameof(folder)),
    };

    private static PublishedBoard Find(string folder) => PublishedBoard.All.Single(board => board.Folder == folder);
}
