using Bootstrapper.Boards;
using Bootstrapper.Host.Tests.Guards;
using Bootstrapper.Modem;

namespace Bootstrapper.Host.Tests.BoardFacts;

/// <summary>The README's tables of boards and modems are those of the sources.</summary>
[TestClass]
public class ReadmeTablesTests
{
    [TestMethod]
    public void Boards_AreThoseOfTheDefinitions() => IsInReadme(
        ["Board", "Modem", "Firmware image", "Page"],
        BoardDefinitionTests.AllFolders.Select(row => (string)row[0]).Where(folder => folder != "Generic").Select(BoardRow));

    [TestMethod]
    public void Modems_AreThoseOfTheProfiles() => IsInReadme(
        ["Profile", "Model contains", "ICCID", "First way", "Otherwise than the default"],
        Enumerable.Range(1, ModemProfiles.Count - 1).Select(index => ModemRow(ModemProfiles.Get(index))));

    private static string[] BoardRow(string folder)
    {
        BoardDefinition board = BoardDefinitionTests.Definition(folder);
        return [board.Name, board.Profile ?? "is asked", $"`{board.FirmwareImage}`", $"[boards/{folder}](boards/{folder}/README.md)"];
    }

    private static string[] ModemRow(ModemProfile profile) =>
    [
        profile.Name,
        profile.Model.Replace(";", ", ", StringComparison.Ordinal),
        profile.IccidCommand == null ? "from the card" : $"`{profile.IccidCommand}`",
        profile.PreferredAccess == CardAccess.Cgla ? "AT+CGLA" : "AT+CSIM",
        string.Join("; ", Differences(profile)),
    ];

    private static IEnumerable<string> Differences(ModemProfile profile)
    {
        ModemProfile plain = ModemProfiles.Get(0);
        if (profile.ChunkSize != plain.ChunkSize)
            yield return $"reads {profile.ChunkSize} bytes at a time";
        if (!profile.SelectsWithLe)
            yield return "SELECT without Le";
        if (!profile.ClosesWithLe)
            yield return "closes channels without Le";
        if (profile.NeedsCsimLock)
            yield return "locks the card with AT+CSIM=1";
        if (profile.FunctionalityForReading != plain.FunctionalityForReading)
            yield return $"turns the SIM on with AT+CFUN={profile.FunctionalityForReading}";
    }

    private static void IsInReadme(string[] head, IEnumerable<string[]> rows)
    {
        string table = string.Join('\n', [Row(head), Row([.. head.Select(_ => "---")]), .. rows.Select(Row)]) + "\n";

        Assert.Contains(table, File.ReadAllText(Repository.At("README.md")));
    }

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells)} |";
}
