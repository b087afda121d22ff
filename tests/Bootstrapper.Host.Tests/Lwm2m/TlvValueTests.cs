using System.Buffers;
using System.Text;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Host.Tests.Lwm2m;

/// <summary>Values decode as the platform's own decoders have them.</summary>
[TestClass]
public sealed class TlvValueTests
{
    private static readonly UTF8Encoding _strict = new(false, throwOnInvalidBytes: true);

    private readonly TlvReader _reader = new();

    [TestMethod]
    public void GetFloat_AnyBinary32_IsThePlatformsValue()
    {
        // All exponents, a few fractions and random ones.
        Random random = new(754);
        for (int exponent = 0; exponent < 0x200; exponent++)
        {
            ExpectFloat(exponent << 23);
            ExpectFloat((exponent << 23) | 1);
            ExpectFloat((exponent << 23) | 0x7FFFFF);
            for (int i = 0; i < 500; i++)
                ExpectFloat((exponent << 23) | random.Next(0x800000));
        }
    }

    [TestMethod]
    public void GetString_AllSequencesOfOneAndTwoBytes_AreJudgedAsByThePlatform()
    {
        for (int first = 0; first < 256; first++)
        {
            ExpectString([(byte)first]);
            for (int second = 0; second < 256; second++)
                ExpectString([(byte)first, (byte)second]);
        }
    }

    [TestMethod]
    public void GetString_SequencesOfThreeAndFourBytes_AreJudgedAsByThePlatform()
    {
        byte[] edges = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC3, 0xE0, 0xFF];
        for (int lead = 0xC0; lead < 256; lead++)
        {
            for (int second = 0x7F; second <= 0xC0; second++)
            {
                foreach (byte third in edges)
                {
                    ExpectString([(byte)lead, (byte)second, third]);
                    foreach (byte fourth in edges)
                        ExpectString([(byte)lead, (byte)second, third, fourth]);
                }
            }
        }
    }

    [TestMethod]
    public void GetString_EveryCharacter_IsAccepted()
    {
        for (int value = 1; value <= 0x10FFFF; value++)
        {
            if (Rune.IsValid(value))
                ExpectString(Encoding.UTF8.GetBytes(new Rune(value).ToString()));
        }
    }

    [TestMethod]
    public void WriteString_NoText_IsRefusedAndWritesNothing()
    {
        TlvWriter writer = new();
        foreach (string value in new[] { "\0", "a\0b", "\uD800", "a\uDFFF", "\uDC00\uD800", "\uD83D\uD83D\uDE00" })
        {
            Assert.ThrowsExactly<ArgumentException>(() => writer.WriteString(0, value));
            Assert.AreEqual(0, writer.Length);
        }
    }

    [TestMethod]
    public void WriteOpaque_LongerThanTheFormatAllows_IsRefused()
    {
        TlvWriter writer = new();
        try
        {
            writer.WriteOpaque(0, new byte[0x1000000]);
            Assert.Fail("16777216 bytes");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentOutOfRangeException)
        {
            Assert.AreEqual(0, writer.Length);
        }

        writer.WriteOpaque(0, new byte[0xFFFFFF]);
        Assert.AreEqual(5 + 0xFFFFFF, writer.Length);
    }

    private void ExpectFloat(int bits)
    {
        byte[] value = [(byte)(bits >> 24), (byte)(bits >> 16), (byte)(bits >> 8), (byte)bits];
        Set(value);
        double expected = BitConverter.Int32BitsToSingle(bits);
        double actual = _reader.GetFloat();
        Assert.IsTrue(double.IsNaN(expected) ? double.IsNaN(actual) : expected.Equals(actual), $"{bits:X8}");
        Assert.AreEqual(bits < 0, double.IsNegative(actual), $"{bits:X8}");
    }

    private void ExpectString(byte[] value)
    {
        Set(value);
        int invalid = FirstInvalid(value);
        if (invalid < 0)
        {
            Assert.AreEqual(_strict.GetString(value), _reader.GetString());
            return;
        }

        try
        {
            _reader.GetString();
            Assert.Fail(Convert.ToHexString(value));
        }
        catch (ContentException e)
        {
            if (e.Offset != 3 + invalid)
                Assert.Fail($"{Convert.ToHexString(value)}: {e.Offset}, not {3 + invalid}");
        }
    }

    private static int FirstInvalid(byte[] value)
    {
        int at = 0;
        while (at < value.Length)
        {
            OperationStatus status = Rune.DecodeFromUtf8(value.AsSpan(at), out Rune rune, out int consumed);
            if (status != OperationStatus.Done || rune.Value == 0)
                return at;
            at += consumed;
        }

        return -1;
    }

    private void Set(byte[] value)
    {
        byte[] bytes = [0xC8, 0, (byte)value.Length, .. value];
        _reader.Reset(new ByteArraySource(bytes), bytes.Length);
        Assert.IsTrue(_reader.Read());
    }
}
