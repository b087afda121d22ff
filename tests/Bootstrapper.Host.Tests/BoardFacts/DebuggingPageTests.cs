using System.Globalization;
using System.Reflection;
using Bootstrapper.Card;
using Bootstrapper.Host.Tests.Guards;
using Bootstrapper.Modem;

namespace Bootstrapper.Host.Tests.BoardFacts;

/// <summary>docs/debugging.md names everything that a bootstrap may end with.</summary>
[TestClass]
public class DebuggingPageTests
{
    private static readonly string _page = File.ReadAllText(Repository.At("docs", "debugging.md"));

    [TestMethod]
    public void Outcomes_AreAllExplained() => AreExplained(Enum.GetNames<BootstrapOutcome>());

    [TestMethod]
    public void AtStatuses_AreAllExplained() => AreExplained(Enum.GetNames<AtStatus>());

    [TestMethod]
    public void CardChanges_AreAllExplained() => AreExplained(Enum.GetNames<CardChange>());

    [TestMethod]
    public void ReasonsOfTheSources_AreAllExplained()
    {
        IReadOnlyCollection<string> reasons = ReasonTexts.Read(Repository.At("src", "Bootstrapper.Nano"));

        Assert.Contains("misplaced entry", reasons);
        Assert.Contains("the identifier stands there twice", reasons);
        Assert.Contains("a Boolean has 1 byte", reasons);
        Assert.Contains("bad length", reasons);
        AreExplained(reasons);
    }

    [TestMethod]
    public void ReasonsOfThePage_AreThoseOfTheSources()
    {
        string table = _page[_page.IndexOf("## Errors in the file", StringComparison.Ordinal)..];
        string[] rows = [.. Rows(table).Where(row => row.StartsWith('`')).Select(row => row.Trim('`'))];

        CollectionAssert.AreEquivalent(ReasonTexts.Read(Repository.At("src", "Bootstrapper.Nano")).ToArray(), rows);
    }

    [TestMethod]
    public void StatusWords_AreAllExplained()
    {
        string[] rows = Rows(_page);
        foreach (int word in Constants(typeof(StatusWords)))
            IsNamed(word.ToString("X4", CultureInfo.InvariantCulture), rows);
    }

    [TestMethod]
    public void CmeErrorCodes_AreAllExplained()
    {
        string[] rows = Rows(_page);
        foreach (int code in Constants(typeof(CmeErrors)))
            IsNamed(code.ToString(CultureInfo.InvariantCulture), rows);
    }

    private static void AreExplained(IEnumerable<string> names)
    {
        foreach (string name in names)
            Assert.Contains($"\n| `{name}` | ", _page);
    }

    private static void IsNamed(string number, string[] rows) =>
        Assert.IsTrue(rows.Any(row => row.Split(", ").Contains(number)), number + " has no row");

    // The first cell of each row.
    private static string[] Rows(string text) =>
    [
        .. from line in text.Split('\n')
           where line.StartsWith("| ", StringComparison.Ordinal)
           select line.Split('|')[1].Trim(),
    ];

    private static int[] Constants(Type type)
    {
        FieldInfo[] fields = type.GetFields(BindingFlags.Public | BindingFlags.Static);
        Assert.IsNotEmpty(fields);
        return [.. fields.Select(field => (int)field.GetRawConstantValue()!)];
    }
}
