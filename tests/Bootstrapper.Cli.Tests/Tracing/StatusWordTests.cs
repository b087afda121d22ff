using Bootstrapper.Cli.Tracing;

namespace Bootstrapper.Cli.Tests.Tracing;

[TestClass]
public sealed class StatusWordTests
{
    [TestMethod]
    [DataRow(0x9000, "9000 done")]
    [DataRow(0x6100, "6100 256 bytes wait for GET RESPONSE")]
    [DataRow(0x9F17, "9F17 23 bytes wait for GET RESPONSE")]
    [DataRow(0x6C0A, "6C0A wrong length: 10 is right")]
    [DataRow(0x63C0, "63C0 0 tries left")]
    [DataRow(0x63CF, "63CF 15 tries left")]
    [DataRow(0x6381, "6381 warning")]
    [DataRow(0x6A82, "6A82 no such file or application")]
    [DataRow(0x6982, "6982 a PIN or key has to be verified first")]
    [DataRow(0x910F, "910F done; the card's toolkit has a command for the modem")]
    [DataRow(0x6ABC, "6ABC unknown")]
    public void Explain_Word_SaysWhatItMeans(int word, string text)
    {
        Assert.AreEqual(text, StatusWord.Explain(word));
    }

    [TestMethod]
    [DataRow(0x9000, true)]
    [DataRow(0x6101, true)]
    [DataRow(0x6F00, true)]
    [DataRow(0x9FFF, true)]
    [DataRow(0x6000, false)]
    [DataRow(0x7000, false)]
    [DataRow(0x8FFF, false)]
    [DataRow(0xA000, false)]
    [DataRow(0x0000, false)]
    [DataRow(0xFFFF, false)]
    public void IsPossible_Word_IsThatOfACard(int word, bool isPossible)
    {
        Assert.AreEqual(isPossible, StatusWord.IsPossible(word));
    }
}
