using Bootstrapper.Lwm2m;
using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Host.Tests.Lwm2m;

/// <summary>Any bytes are read as the grammar has it, or refused at the offset where it is broken.</summary>
[TestClass]
public sealed class TlvReaderFuzzTests
{
    private const int Inputs = 1_000_000;

    private static readonly string[] _examples =
    [
        Vectors.Device, Vectors.AccessControl, Vectors.Server, Vectors.Links, Vectors.LinkTargets, Vectors.C, Vectors.Zigzag,
        "080079" + Vectors.Device,
        "0000 0801028000 10020003C10005 1803000003C10006 3001060003A00108 3801070000089805000003 41000A",
    ];

    private readonly TlvReader[] _readers = [new(16), new(19), new(64), new(256)];
    private readonly byte[] _piece = new byte[7];

    [TestMethod]
    public void Read_MutatedInputs_FindsWhatTheGrammarSays()
    {
        Mutator mutator = new(20171, _examples);
        int right = 0;
        for (int i = 0; i < Inputs; i++)
        {
            byte[] bytes = mutator.Next();
            TlvReader reader = _readers[mutator.Random.Next(_readers.Length)];
            int pieces = mutator.Random.Next(3) == 0 ? mutator.Random.Next(1, 20) : 1000;
            reader.Reset(new PiecewiseSource(bytes, pieces), bytes.Length);
            right += Compare(reader, bytes, mutator.Random.Next(4)) ? 1 : 0;
        }

        // Neither verdict is a rare one.
        Assert.IsInRange(Inputs / 4, Inputs * 3 / 4, right);
    }

    [TestMethod]
    public void Read_MutatedInputsCutOff_IsAContentException()
    {
        Mutator mutator = new(20172, _examples);
        for (int i = 0; i < Inputs / 10; i++)
        {
            byte[] bytes = mutator.Next();
            TlvReader reader = _readers[mutator.Random.Next(_readers.Length)];
            reader.Reset(new PiecewiseSource(bytes, 1000), bytes.Length + mutator.Random.Next(1, 300));
            int error = Walk(reader, bytes.Length, mutator.Random.Next(4), null);
            Assert.IsInRange(0, bytes.Length, error, Convert.ToHexString(bytes));
        }
    }

    [TestMethod]
    public void Read_AnyByteSetToAnyValue_FindsWhatTheGrammarSays()
    {
        foreach (string example in _examples)
        {
            byte[] bytes = Hex.Bytes(example);
            for (int at = 0; at < bytes.Length; at++)
            {
                byte original = bytes[at];
                for (int value = 0; value < 256; value++)
                {
                    bytes[at] = (byte)value;
                    _readers[0].Reset(new ByteArraySource(bytes), bytes.Length);
                    Compare(_readers[0], bytes, value & 3);
                }

                bytes[at] = original;
            }
        }
    }

    [TestMethod]
    public void Read_LengthsThatAddUpBeyondInt_AreRefused()
    {
        // 127 values of 16777215 bytes end before 2^31 - 1, the next one behind it.
        const int EntryLength = 5 + 0xFFFFFF;
        TlvReader reader = new(65536);
        reader.Reset(new RepeatedEntry(EntryLength), int.MaxValue);
        for (int i = 0; i < 127; i++)
            Assert.IsTrue(reader.Read());
        ContentException refusal = Assert.ThrowsExactly<ContentException>(() => reader.Read());
        Assert.AreEqual(127 * EntryLength, refusal.Offset);
    }

    private bool Compare(TlvReader reader, byte[] bytes, int use)
    {
        Oracle oracle = Oracle.Tlv(bytes);
        int error = Walk(reader, bytes.Length, use, oracle.Entries, bytes);
        if (error != (oracle.Error ?? -1))
            Assert.Fail($"{Convert.ToHexString(bytes)}: {error}, not {oracle.Error}");
        return error < 0;
    }

    /// <summary>Walks to the end or an error, whose offset it returns, using the values in one of four ways.</summary>
    private int Walk(TlvReader reader, int length, int use, List<Entry>? expected, byte[]? bytes = null)
    {
        int count = 0;
        try
        {
            while (reader.Read())
            {
                if (expected is not null && (count >= expected.Count || Entry.Of(reader) != expected[count]))
                    Assert.Fail($"entry {count} of {Convert.ToHexString(bytes!)}: {Entry.Of(reader)}");
                Assert.IsLessThanOrEqualTo(length, ++count);
                if (reader.Kind is TlvKind.Resource or TlvKind.ResourceInstance)
                    Use(reader, use, bytes);
            }
        }
        catch (ContentException e)
        {
            Assert.IsTrue(expected is null || expected.Count == count, "entries before the error");
            return e.Offset;
        }

        Assert.IsTrue(expected is null || expected.Count == count, "entries in all");
        return -1;
    }

    private void Use(TlvReader reader, int use, byte[]? bytes)
    {
        int offset = reader.ValueOffset;
        switch (use)
        {
            case 0:
                return; // skipped
            case 1:
                byte[] value = reader.GetOpaque();
                Assert.IsTrue(bytes is null || value.AsSpan().SequenceEqual(bytes.AsSpan(offset, value.Length)));
                return;
            case 2:
                int count = reader.ReadValue(_piece, 0, _piece.Length);
                Assert.IsTrue(bytes is null || _piece.AsSpan(0, count).SequenceEqual(bytes.AsSpan(offset, count)));
                return;
            default:
                Get(reader, offset);
                return;
        }
    }

    /// <summary>Tries the getter that the length suggests: it moves nothing, refused or not.</summary>
    private static void Get(TlvReader reader, int offset)
    {
        int remaining = reader.Remaining;
        try
        {
            switch (remaining)
            {
                case 1:
                    reader.GetBoolean();
                    break;
                case 4:
                    reader.GetFloat();
                    reader.GetObjectLink();
                    break;
                case 2 or 8:
                    reader.GetInteger();
                    reader.GetUnsigned();
                    reader.GetIdentifier();
                    break;
                default:
                    reader.GetString();
                    break;
            }
        }
        catch (ContentException e)
        {
            // A truncated source is no matter of the value, and the entry is gone with it.
            if (!e.Reason.Contains("truncated", StringComparison.Ordinal))
                Assert.IsInRange(offset - 6, offset + remaining, e.Offset);
            else
                throw;
        }

        Assert.AreEqual(remaining, reader.Remaining);
        Assert.AreEqual(offset, reader.ValueOffset);
    }

    /// <summary>The header D8 00 FF FF FF and 16777215 bytes of whatever the buffer holds, again and again.</summary>
    private sealed class RepeatedEntry(int entryLength) : IByteSource
    {
        private long _position;

        public int Read(byte[] buffer, int offset, int count)
        {
            for (int i = 0; i < 5; i++)
            {
                // The entry's byte i, where one of these `count` bytes is it.
                long skip = (i - _position % entryLength + entryLength) % entryLength;
                if (skip < count)
                    buffer[offset + skip] = i == 0 ? (byte)0xD8 : i == 1 ? (byte)0 : (byte)0xFF;
            }

            _position += count;
            return count;
        }
    }
}
