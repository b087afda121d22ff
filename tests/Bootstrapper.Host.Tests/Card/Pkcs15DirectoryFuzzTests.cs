using Bootstrapper.Card;

namespace Bootstrapper.Host.Tests.Card;

[TestClass]
public sealed class Pkcs15DirectoryFuzzTests
{
    private const int Inputs = 1_000_000;

    private static readonly byte[][] _odfFragments = Array.ConvertAll(
        [
            "A706300404026430", "A706300404024407", "A506300404024404", "FF", "00", "A7", "A781FF", "A7820140",
            "A70C300A04026430020104800120", "30040402", "A000",
        ],
        Convert.FromHexString);

    private static readonly byte[][] _dodfFragments = Array.ConvertAll(
        [
            "A127300030110C0F4C774D324D20426F6F747374726170A110300E06060604672B0901300404026432",
            "A125300030110C0F4C774D324D20426F6F747374726170A10E300C0604672B0901300404026432",
            "A13D300B0C054C774D324D0302078030170C0F4C774D324D20426F6F7473747261700604672B0901" +
            "A11530130604672B0901300B040264320201108002007A",
            "301B30070C054C774D324D30060604672B0901A108300604047FFF6432",
            "A1123000300CA10A30080604672B090230000400", "FF", "00", "0000", "A1", "3000", "0604672B0901", "A182014000",
        ],
        Convert.FromHexString);

    [TestMethod]
    public void Find_RandomDirectories_EndsWithAPathOrNullOrContentException()
    {
        Random random = new(20260703);
        ArrayFiles files = new();
        Pkcs15Directory directory = new(new CardFileReader(files, 240), Convert.FromHexString("672B0901"));
        int[] ends = new int[3];
        for (int i = 0; i < Inputs; i++)
        {
            files.OdfLength = Compose(random, _odfFragments, files.Odf);
            files.DodfLength = Compose(random, _dodfFragments, files.Dodf);
            files.Reads = 0;
            ends[Find(directory, i)]++;
            if (files.Reads > 100)
                Assert.Fail($"input {i}: {files.Reads} reads");
        }

        foreach (int count in ends)
            Assert.IsTrue(count > Inputs / 100, "the inputs reach every end there is");
    }

    private static int Find(Pkcs15Directory directory, int input)
    {
        try
        {
            CardPath path = directory.Find(null);
            if (path == null)
                return 0;
            if (path.Octets.Length is < 2 or > CardPath.MaxOctets || path.Index < 0 || path.Length < CardPath.WholeFile)
                Assert.Fail($"input {input}: a path that can't be followed");
            return 1;
        }
        catch (ContentException e)
        {
            if (e.Offset is < 0 or >= 600)
                Assert.Fail($"input {input}: offset {e.Offset}");
            return 2;
        }
    }

    // Fragments in a row, most of them whole, then a few bytes changed, and the end cut off now and then.
    private static int Compose(Random random, byte[][] fragments, byte[] file)
    {
        int length = 0;
        for (int parts = random.Next(0, 6); parts > 0; parts--)
        {
            byte[] fragment = fragments[random.Next(fragments.Length)];
            int count = random.Next(8) == 0 ? random.Next(fragment.Length + 1) : fragment.Length;
            Array.Copy(fragment, 0, file, length, count);
            length += count;
        }

        for (int changes = random.Next(-3, 4); changes > 0 && length > 0; changes--)
            file[random.Next(length)] = (byte)random.Next(256);
        return length > 0 && random.Next(6) == 0 ? random.Next(length) : length;
    }
}
