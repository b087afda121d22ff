using Bootstrapper.Lwm2m;
using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Host.Tests.Lwm2m;

/// <summary>Any file is read as the grammar has it, or refused at the offset where it is broken.</summary>
[TestClass]
public sealed class BootstrapFileReaderFuzzTests
{
    private const int Inputs = 1_000_000;

    private static readonly string[] _examples =
    [
        Vectors.A, Vectors.B, Vectors.Versions, Vectors.C,
        "0005001C 0000000000 000101000000 001502050000 0002FFFF0000 FFFE000000",
        "0002002E 0002000011 08000EC10001C101008302417F07C1037F 0001010100110801 0EC10001C40100015180C10701810641",
        "0001003B 0000000036 080033 C80030 000102030405060708090A0B0C0D0E0F" +
            "000102030405060708090A0B0C0D0E0F000102030405060708090A0B0C0D0E0F",
    ];

    private readonly BootstrapFileReader[] _readers = [new(16), new(21), new(64), new(256)];

    [TestMethod]
    public void Read_MutatedFiles_FindsWhatTheGrammarSays()
    {
        Mutator mutator = new(20173, _examples);
        int right = 0;
        int complete = 0;
        for (int i = 0; i < Inputs; i++)
        {
            byte[] bytes = mutator.Next();

            // Half of them get a size that is right again, so that more than the size is put to the test.
            if (bytes.Length is > 4 and < 0x10000 && mutator.Random.Next(2) == 0)
            {
                bytes[2] = (byte)((bytes.Length - 4) >> 8);
                bytes[3] = (byte)(bytes.Length - 4);
            }

            BootstrapFileReader reader = _readers[mutator.Random.Next(_readers.Length)];
            int pieces = mutator.Random.Next(3) == 0 ? mutator.Random.Next(1, 20) : 1000;
            PiecewiseSource source = new(bytes, pieces);
            int skip = mutator.Random.Next(8);
            if (!IsComplete(bytes))
            {
                if (Walk(reader, source, skip, null) is var error && (error < 0 || error > bytes.Length))
                    Assert.Fail($"{Convert.ToHexString(bytes)}: {error}");
                continue;
            }

            complete++;
            right += Compare(reader, source, bytes, skip) ? 1 : 0;
            int content = IsBlank(bytes) ? 4 : 4 + (bytes[2] << 8) + bytes[3];
            Assert.IsLessThanOrEqualTo(content, source.Asked);
        }

        Assert.IsGreaterThan(Inputs / 2, complete);
        Assert.IsInRange(Inputs / 8, Inputs * 3 / 4, right);
    }

    [TestMethod]
    [DataRow(Vectors.A)]
    [DataRow(Vectors.B)]
    [DataRow(Vectors.C)]
    [DataRow(Vectors.Versions)]
    [DataRow(Vectors.AppendixF)]
    public void Read_AnyByteSetToAnyValue_FindsWhatTheGrammarSays(string hex)
    {
        byte[] bytes = Hex.Bytes(hex);
        for (int at = 0; at < bytes.Length; at++)
        {
            byte original = bytes[at];
            for (int value = 0; value < 256; value++)
            {
                bytes[at] = (byte)value;
                ByteArraySource source = new(bytes);
                if (IsComplete(bytes))
                    Compare(_readers[0], source, bytes, value & 7);
                else
                    Assert.IsInRange(0, bytes.Length, Walk(_readers[0], source, value & 7, null));
            }

            bytes[at] = original;
        }
    }

    [TestMethod]
    public void Read_AnyPiecesAndWindows_FindsTheSame()
    {
        byte[] bytes = Hex.Bytes(Vectors.AppendixF);
        foreach (int windowSize in new[] { 16, 17, 31, 128, 256, 1024 })
        {
            BootstrapFileReader reader = new(windowSize);
            for (int piece = 1; piece <= bytes.Length; piece++)
                Assert.IsTrue(Compare(reader, new PiecewiseSource(bytes, piece), bytes, 7));
        }
    }

    private static bool IsComplete(byte[] bytes) =>
        bytes.Length >= 4 && (IsBlank(bytes) || bytes.Length >= 4 + (bytes[2] << 8) + bytes[3]);

    private static bool IsBlank(byte[] bytes) => bytes.AsSpan(0, 4).IndexOfAnyExcept((byte)0xFF) < 0;

    private static bool Compare(BootstrapFileReader reader, IByteSource source, byte[] bytes, int skip)
    {
        if (IsBlank(bytes))
        {
            Assert.AreEqual(-1, Walk(reader, source, skip, []));
            return true;
        }

        Oracle oracle = Oracle.File(bytes);
        int error = Walk(reader, source, skip, oracle.Entries);
        if (error != (oracle.Error ?? -1))
            Assert.Fail($"{Convert.ToHexString(bytes)}: {error}, not {oracle.Error}");
        return error < 0;
    }

    /// <summary>
    /// Walks to the end or an error, whose offset it returns. Skips the rest of every object where <paramref name="skip"/>
    /// is 0, and one behind so many entries where it is less than 4.
    /// </summary>
    private static int Walk(BootstrapFileReader reader, IByteSource source, int skip, List<Entry>? expected)
    {
        int next = 0;
        try
        {
            reader.Open(source);
            int objects = 0;
            while (reader.ReadObject())
            {
                Assert.IsLessThanOrEqualTo(reader.ObjectCount, ++objects);
                int end = reader.Tlv.ValueOffset;
                for (int read = 0; (skip >= 4 || read < skip) && reader.Tlv.Read(); read++)
                {
                    if (expected is null)
                        continue;

                    // Entries of objects that were skipped are not seen here.
                    Entry entry = Entry.Of(reader.Tlv);
                    while (skip < 4 && next < expected.Count && expected[next].Offset < entry.Offset)
                        next++;
                    Assert.IsTrue(next < expected.Count && entry == expected[next], "entry");
                    next++;
                }
            }
        }
        catch (ContentException e)
        {
            return e.Offset;
        }

        Assert.IsTrue(expected is null || skip < 4 || next == expected.Count, "entries in all");
        return -1;
    }
}
