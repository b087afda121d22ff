using Bootstrapper.Card;

namespace Bootstrapper.Host.Tests.Card;

[TestClass]
public sealed class BerReaderFuzzTests
{
    private const int Inputs = 1_000_000;

    private static readonly byte[] _frequent =
        [0x30, 0x04, 0x06, 0x0C, 0xA1, 0x61, 0x62, 0x7F, 0x1F, 0x80, 0x81, 0x82, 0x84, 0x00, 0x01, 0x02, 0xFF];

    [TestMethod]
    public void Next_RandomBytes_StaysInsideAndMovesOn()
    {
        Random random = new(20260702);
        byte[] buffer = new byte[300];
        BerReader outer = new();
        BerReader inner = new();
        int elements = 0;
        int malformed = 0;
        for (int i = 0; i < Inputs; i++)
        {
            int offset = random.Next(8);
            int length = random.Next(random.Next(8) == 0 ? 290 : 24);
            Fill(random, buffer.AsSpan(offset, length));
            outer.Reset(buffer, offset, length);
            elements += Walk(outer, inner, offset, offset + length, i);
            if (outer.IsMalformed)
                malformed++;
        }

        Assert.IsTrue(elements > Inputs / 2, "elements");
        Assert.IsTrue(malformed > Inputs / 10 && malformed < Inputs, "malformed");
    }

    private static int Walk(BerReader reader, BerReader inner, int start, int end, int input)
    {
        int count = 0;
        int next = start;
        while (reader.Next())
        {
            count++;
            int after = reader.ValueOffset + reader.ValueLength;
            if (reader.Offset != next || reader.ValueOffset < reader.Offset + 2 || reader.ValueLength < 0 || after > end)
                Assert.Fail($"input {input}: element {count} at {reader.Offset} is not where it must be");
            next = after;
            int number = reader.GetNumber();
            int size = reader.GetSize();
            if (number < -1 || size < -1 || (number >= 0 && number != size))
                Assert.Fail($"input {input}: number {number}, size {size}");
            if (inner != reader)
            {
                inner.Enter(reader);
                Walk(inner, inner, reader.ValueOffset, after, input);
            }
        }

        // Either all bytes belong to elements, or the first that don't are told.
        if (reader.IsMalformed ? reader.Offset != next || next >= end : next != end)
            Assert.Fail($"input {input}: ended at {next} of {end}");
        if (reader.Next())
            Assert.Fail($"input {input}: went on after the end");
        return count;
    }

    private static void Fill(Random random, Span<byte> bytes)
    {
        random.NextBytes(bytes);
        for (int i = 0; i < bytes.Length; i++)
        {
            int kind = bytes[i] & 7;
            if (kind < 4)
                bytes[i] = _frequent[bytes[i] % _frequent.Length];
            else if (kind < 6)
                bytes[i] = (byte)(bytes[i] >> 4);
        }
    }
}
