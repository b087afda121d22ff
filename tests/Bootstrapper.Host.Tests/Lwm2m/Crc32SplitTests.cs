using Bootstrapper.Lwm2m;

namespace Bootstrapper.Host.Tests.Lwm2m;

/// <summary>The CRC-32 of a file does not depend on how it is read.</summary>
[TestClass]
public sealed class Crc32SplitTests
{
    private const int Length = 3 * 1024;

    private static readonly byte[] _file = MakeFile();

    [TestMethod]
    public void Value_ReadInTwo_IsTheCrcWhereverTheSplitIs()
    {
        uint[] expected = Crcs(_file);
        byte[] buffer = new byte[Length];
        for (int split = 0; split <= Length; split++)
        {
            Crc32Source source = new(new ByteArraySource(_file));

            Assert.AreEqual(split, source.Read(buffer, 0, split));
            Assert.AreEqual(expected[split], source.Value, $"of {split}");
            Assert.AreEqual(Length - split, source.Read(buffer, split, Length - split));
            Assert.AreEqual(expected[Length], source.Value, $"split at {split}");
            Assert.AreEqual(Length, source.Length);
            CollectionAssert.AreEqual(_file, buffer);
        }
    }

    [TestMethod]
    public void Value_ReadInPieces_IsTheCrcOfWhatIsRead()
    {
        uint[] expected = Crcs(_file);
        byte[] buffer = new byte[Length];
        for (int piece = 1; piece <= 300; piece++)
        {
            // Not from the buffer's start, and short at the end.
            Crc32Source source = new(new ByteArraySource(_file));
            for (int have = 0; have < Length;)
            {
                int read = source.Read(buffer, 7, piece);
                have += read;
                Assert.AreEqual(have, source.Length);
                Assert.AreEqual(expected[have], source.Value, $"of {have} in pieces of {piece}");
            }

            Assert.AreEqual(0, source.Read(buffer, 7, piece));
            Assert.AreEqual(expected[Length], source.Value);
        }
    }

    private static byte[] MakeFile()
    {
        byte[] file = new byte[Length];
        new Random(32).NextBytes(file);
        return file;
    }

    /// <summary>Gets the CRC-32 of the first so many bytes, each of their bits on its own (IEEE 802.3).</summary>
    private static uint[] Crcs(byte[] bytes)
    {
        uint[] crcs = new uint[bytes.Length + 1];
        uint register = 0xFFFFFFFF;
        for (int i = 0; i < bytes.Length; i++)
        {
            register ^= bytes[i];
            for (int bit = 0; bit < 8; bit++)
                register = (register & 1) == 0 ? register >> 1 : (register >> 1) ^ 0xEDB88320;
            crcs[i + 1] = ~register;
        }

        return crcs;
    }
}
