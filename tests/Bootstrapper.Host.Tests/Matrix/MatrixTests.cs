using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Matrix;

/// <summary>Every family of modems, over every way to the card that it has, with every card, end to end.</summary>
[TestClass]
public sealed class MatrixTests
{
    private static readonly string[] _header = ["modem", "way", "cards", "provisioned", "commands", "bytes", "the ordinary card's way"];

    public TestContext TestContext { get; set; } = null!;

    private static IEnumerable<object[]> Families => ModemFamilies.All.Select(family => new object[] { family.Name });

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Run_EveryWayAndCard_EndsAsItMust(string name)
    {
        SimulatedModemFamily family = ModemFamilies.Get(name);
        List<string> wrong = [];
        List<string[]> table = [_header];
        foreach (CardAccess way in Ways(family))
        {
            int provisioned = 0;
            int commands = 0;
            long bytes = 0;
            string worked = "";
            foreach (GalleryCard kind in CardGallery.All)
            {
                MatrixCell cell = new(family, family.Behavior, way, kind);
                wrong.AddRange(cell.Run().Select(problem => $"{name}, {way}, {kind.Name}: {problem}"));
                provisioned += cell.IsProvisioned ? 1 : 0;
                commands += cell.Commands;
                bytes += cell.Bytes;
                if (kind.Name == "ordinary")
                    worked = cell.WorkingAccess.ToString();
            }

            table.Add([name, way.ToString(), $"{CardGallery.All.Count}", $"{provisioned}", $"{commands}", $"{bytes}", worked]);
        }

        foreach (string[] row in table)
            TestContext.WriteLine($"{row[0],-20}{row[1],-13}{row[2],6}{row[3],13}{row[4],10}{row[5],10}  {row[6]}");
        Assert.IsEmpty(wrong, string.Join('\n', wrong));
    }

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Run_StormOfUnsolicitedLines_EndsAsWithout(string name)
    {
        SimulatedModemFamily family = ModemFamilies.Get(name);
        string[] cards = ["ordinary", "file of 32 KB", "no PKCS#15 application", "local PIN on the file"];
        List<string> wrong = [];
        foreach (CardAccess way in Ways(family))
        {
            foreach (GalleryCard kind in CardGallery.All.Where(card => cards.Contains(card.Name)))
                wrong.AddRange(new MatrixCell(family, family.Storm(3), way, kind).Run().Select(p => $"{name}, {way}, {kind.Name}: {p}"));
        }

        Assert.IsEmpty(wrong, string.Join('\n', wrong));
    }

    [TestMethod]
    public void Families_AreTheProfilesOfTheLibrary()
    {
        CollectionAssert.AreEquivalent(
            Enumerable.Range(0, ModemProfiles.Count).Select(i => ModemProfiles.Get(i).Name).ToArray(),
            ModemFamilies.All.Select(family => family.Name).ToArray());
    }

    private static IEnumerable<CardAccess> Ways(SimulatedModemFamily family)
    {
        yield return CardAccess.Auto;
        if (family.Ways.HasFlag(CardWays.CsimChannel))
            yield return CardAccess.CsimChannel;
        if (family.Ways.HasFlag(CardWays.Sessions))
            yield return CardAccess.Cgla;
        if (family.Ways.HasFlag(CardWays.CrsmPath))
            yield return CardAccess.Crsm;
        if (family.Ways.HasFlag(CardWays.CsimBasic))
            yield return CardAccess.CsimBasic;
    }
}
