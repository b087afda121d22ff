using System;
using Bootstrapper.Lwm2m;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Lwm2m
{
    // LwM2M TS Appendix C, the values' encodings.
    public sealed partial class TlvReaderTests
    {
        [TestMethod]
        public void GetInteger_EachWidth_IsSigned()
        {
            ExpectInteger("C10000", 0);
            ExpectInteger("C1007F", 127);
            ExpectInteger("C10080", -128);
            ExpectInteger("C100FF", -1);
            ExpectInteger("C2000080", 128);
            ExpectInteger("C2007FFF", 32767);
            ExpectInteger("C2008000", -32768);
            ExpectInteger("C4000000FFFF", 65535);
            ExpectInteger("C4007FFFFFFF", 2147483647);
            ExpectInteger("C40080000000", -2147483648);
            ExpectInteger("C800080000000080000000", 2147483648);
            ExpectInteger("C800087FFFFFFFFFFFFFFF", long.MaxValue);
            ExpectInteger("C800088000000000000000", long.MinValue);
            ExpectInteger("C80008FFFFFFFFFFFFFFFE", -2);
        }

        [TestMethod]
        public void GetUnsigned_EachWidth_IsUnsigned()
        {
            ExpectUnsigned("C10000", 0);
            ExpectUnsigned("C100FF", 255);
            ExpectUnsigned("C200FFFF", 65535);
            ExpectUnsigned("C400FFFFFFFF", 4294967295);
            ExpectUnsigned("C80008FFFFFFFFFFFFFFFF", ulong.MaxValue);
            ExpectUnsigned("C800080123456789ABCDEF", 0x0123456789ABCDEF);
        }

        [TestMethod]
        public void GetIdentifier_TwoBytes_AreUnsigned()
        {
            ExpectIdentifier("C10005", 5);
            ExpectIdentifier("C100FF", -1);
            ExpectIdentifier("C2007FFF", 32767);
            ExpectIdentifier("C2008000", 32768);
            ExpectIdentifier("C200FFFF", 65535);
            ExpectIdentifier("C4000000FFFF", 65535);
            ExpectIdentifier("C400FFFFFFFF", -1);
            ExpectIdentifier("C4007FFFFFFF", int.MaxValue);
        }

        [TestMethod]
        public void GetIdentifier_BeyondInt_Saturates()
        {
            ExpectIdentifier("C800080000000080000000", int.MaxValue);
            ExpectIdentifier("C800087FFFFFFFFFFFFFFF", int.MaxValue);
            ExpectIdentifier("C80008FFFFFFFF7FFFFFFF", int.MinValue);
            ExpectIdentifier("C800088000000000000000", int.MinValue);
            ExpectIdentifier("C80008000000000000FFFF", 65535);
        }

        [TestMethod]
        [DataRow("C000")]
        [DataRow("C300000001")]
        [DataRow("C5000000000001")]
        [DataRow("C600000000000001")]
        [DataRow("C70000000000000001")]
        [DataRow("C80009000000000000000001")]
        [DataRow("C8001400000000000000000000000000000000000000FF")]
        public void GetInteger_AnyOtherWidth_IsRefusedAtTheEntry(string hex)
        {
            // Behind an Object Instance's header, so that the entry's offset is not 0; and longer than the window, too.
            TlvReader reader = Inside(hex);
            ExpectRejection(reader, 3, () => reader.GetInteger());
            ExpectRejection(reader, 3, () => reader.GetUnsigned());
            ExpectRejection(reader, 3, () => reader.GetIdentifier());
            ExpectRejection(reader, 3, () => reader.GetTime());
            Walk.End(reader);
        }

        [TestMethod]
        public void GetBoolean_ZeroOrOne_IsTheValue()
        {
            Assert.IsFalse(Walk.On("C10000").GetBoolean());
            Assert.IsTrue(Walk.On("C10001").GetBoolean());
        }

        [TestMethod]
        [DataRow("C10002", 5)]
        [DataRow("C100FF", 5)]
        [DataRow("C80001FE", 6)]
        [DataRow("C000", 3)]
        [DataRow("C2000001", 3)]
        [DataRow("C8001400000000000000000000000000000000000000FF", 3)]
        public void GetBoolean_Otherwise_IsRefused(string hex, int offset)
        {
            TlvReader reader = Inside(hex);
            ExpectRejection(reader, offset, () => reader.GetBoolean());
        }

        [TestMethod]
        public void GetFloat_Binary32_KeepsTheValue()
        {
            ExpectFloat("C40000000000", 0x0000000000000000);
            ExpectFloat("C40080000000", long.MinValue); // -0
            ExpectFloat("C4003F800000", 0x3FF0000000000000); // 1
            ExpectFloat("C400C0200000", -0x3FFC000000000000); // -2.5 = C004000000000000
            ExpectFloat("C40042F6E979", 0x405EDD2F20000000); // 123.456...
            ExpectFloat("C4007F7FFFFF", 0x47EFFFFFE0000000); // the largest
            ExpectFloat("C40000800000", 0x3810000000000000); // 2^-126, the smallest normal number
            ExpectFloat("C400007FFFFF", 0x380FFFFFC0000000); // the largest subnormal one
            ExpectFloat("C40000000001", 0x36A0000000000000); // 2^-149
            ExpectFloat("C4007F800000", 0x7FF0000000000000); // infinity
            ExpectFloat("C4007FC00000", 0x7FF8000000000000); // not a number
        }

        [TestMethod]
        public void GetFloat_Binary64_IsTheValue()
        {
            Assert.AreEqual(1.0, Walk.On("C800083FF0000000000000").GetFloat());
            Assert.AreEqual(-0.1, Walk.On("C80008BFB999999999999A").GetFloat());
            ExpectFloat("C800080000000000000001", 1);
            ExpectFloat("C800087FF0000000000000", 0x7FF0000000000000);
        }

        [TestMethod]
        [DataRow("C000")]
        [DataRow("C2003C00")]
        [DataRow("C3003C0000")]
        [DataRow("C5003C00000000")]
        [DataRow("C80009000000000000000000")]
        public void GetFloat_AnyOtherWidth_IsRefusedAtTheEntry(string hex)
        {
            TlvReader reader = Inside(hex);
            ExpectRejection(reader, 3, () => reader.GetFloat());
        }

        [TestMethod]
        public void GetTime_IsAnInteger()
        {
            Assert.AreEqual(1367491215L, Walk.On("C40D5182428F").GetTime());
            Assert.AreEqual(-1L, Walk.On("C10DFF").GetTime());
            Assert.AreEqual(4294967296L, Walk.On("C80D080000000100000000").GetTime());
        }

        [TestMethod]
        public void GetObjectLink_FourBytes_AreTwoIdentifiers()
        {
            Walk.Link(Walk.On("C40000420001"), 66, 1);
            Walk.Link(Walk.On("C40080000001"), 32768, 1);
            Walk.Link(Walk.On("C400FFFFFFFF"), 65535, 65535);
            Assert.IsTrue(Walk.On("C400FFFFFFFF").GetObjectLink().IsNull);
            Assert.IsFalse(Walk.On("C400FFFF0000").GetObjectLink().IsNull);
            Assert.IsFalse(Walk.On("C4000000FFFF").GetObjectLink().IsNull);
            Assert.IsFalse(Walk.On("C40000000000").GetObjectLink().IsNull);
        }

        [TestMethod]
        [DataRow("C000")]
        [DataRow("C3000000FF")]
        [DataRow("C500FFFFFFFFFF")]
        [DataRow("C80008FFFFFFFFFFFFFFFF")]
        public void GetObjectLink_AnyOtherWidth_IsRefusedAtTheEntry(string hex)
        {
            TlvReader reader = Inside(hex);
            ExpectRejection(reader, 3, () => reader.GetObjectLink());
        }

        [TestMethod]
        public void GetString_Utf8_IsDecoded()
        {
            Assert.AreEqual("", Walk.On("C000").GetString());
            Assert.AreEqual("U", Walk.On("C10055").GetString());
            Assert.AreEqual("\u00E9\u20AC", Walk.On("C500C3A9E282AC").GetString());
            Assert.AreEqual("\u0080\u07FF", Walk.On("C400C280DFBF").GetString());
            Assert.AreEqual("\u0800\uD7FF", Walk.On("C600E0A080ED9FBF").GetString());
            Assert.AreEqual("\uE000\uFFFF", Walk.On("C600EE8080EFBFBF").GetString());
            Assert.AreEqual("\u007F", Walk.On("C1007F").GetString());
        }

        [TestMethod]
        public void GetString_BeyondTheBasicPlane_IsAccepted()
        {
            Assert.IsNotNull(Walk.On("C400F0908080").GetString()); // U+10000, the first
            Assert.IsNotNull(Walk.On("C400F48FBFBF").GetString()); // U+10FFFF, the last
        }

        [TestMethod]
        // NUL.
        [DataRow("00", 0)]
        [DataRow("416200", 2)]
        [DataRow("410062", 1)]
        // A byte that begins no character.
        [DataRow("80", 0)]
        [DataRow("41BF", 1)]
        [DataRow("FE", 0)]
        [DataRow("FF41", 0)]
        // RFC 3629 3: overlong forms.
        [DataRow("C080", 0)]
        [DataRow("C1BF", 0)]
        [DataRow("41E0809F", 1)]
        [DataRow("E09FBF", 0)]
        [DataRow("F0808080", 0)]
        [DataRow("F08FBFBF", 0)]
        // Surrogates.
        [DataRow("EDA080", 0)]
        [DataRow("4142EDBFBF", 2)]
        // Above U+10FFFF.
        [DataRow("F4908080", 0)]
        [DataRow("F5808080", 0)]
        [DataRow("F8888080", 0)]
        // Cut off by the end of the value.
        [DataRow("C3", 0)]
        [DataRow("41E282", 1)]
        [DataRow("41E2", 1)]
        [DataRow("F09F98", 0)]
        // Cut off by another character.
        [DataRow("C341", 0)]
        [DataRow("E28241", 0)]
        [DataRow("E24182", 0)]
        [DataRow("F0418080", 0)]
        [DataRow("F09F9841", 0)]
        [DataRow("F09F4180", 0)]
        [DataRow("C3A9C3C3", 2)]
        public void GetString_NoUtf8_IsRefusedAtTheByte(string value, int index)
        {
            // As they are, and behind 20 letters, which makes the value longer than the window.
            int length = value.Length / 2;
            TlvReader reader = Inside("C800" + Byte(length) + value);
            ExpectRejection(reader, 6 + index, () => reader.GetString());

            TlvReader longer = Inside("C800" + Byte(length + 20) + "4142434445464748494A4B4C4D4E4F5051525354" + value);
            ExpectRejection(longer, 26 + index, () => longer.GetString());
        }

        [TestMethod]
        public void GetString_EveryByteAnywhereAmongLetters_IsJudgedByItself()
        {
            const string Letters = "4142434445464748494A4B4C4D4E4F5051525354";
            byte[] bytes = Hex.Bytes("C80014" + Letters);
            TlvReader reader = new TlvReader();
            for (int place = 0; place < 20; place++)
            {
                for (int b = 0; b <= 0xFF; b++)
                {
                    bytes[3 + place] = (byte)b;
                    reader.Reset(new ByteArraySource(bytes), bytes.Length);
                    reader.Read();
                    int offset = -1;
                    try
                    {
                        Assert.AreEqual(b, (int)reader.GetString()[place]);
                    }
                    catch (ContentException e)
                    {
                        offset = e.Offset;
                    }

                    Assert.AreEqual(b > 0 && b < 0x80 ? -1 : 3 + place, offset);
                }

                bytes[3 + place] = (byte)('A' + place);
            }
        }

        [TestMethod]
        public void GetOpaque_IsACopy()
        {
            TlvReader reader = Walk.On("C400000102FF");
            byte[] first = reader.GetOpaque();
            Expect.Bytes("000102FF", first);
            first[0] = 9;
            Expect.Bytes("000102FF", reader.GetOpaque());
            Assert.AreEqual(0, Walk.On("C000").GetOpaque().Length);
        }

        [TestMethod]
        [DataRow(15)]
        [DataRow(16)]
        [DataRow(17)]
        [DataRow(31)]
        [DataRow(33)]
        [DataRow(300)]
        public void Getters_ValueAcrossTheWindowsEdge_GetAllOfIt(int length)
        {
            // Two such values in a window of 16 bytes, pieces of 1, 5 and 1000 bytes, each value got in three ways.
            byte[] bytes = TwoTexts(length);
            for (int piece = 1; piece <= 1000; piece = piece == 1 ? 5 : piece * 200)
            {
                TlvReader reader = new TlvReader(16);
                reader.Reset(new PieceSource(bytes, piece), bytes.Length);
                for (int id = 0; id < 2; id++)
                {
                    Walk.Resource(reader, id, length);
                    string text = reader.GetString();
                    Assert.AreEqual(length, text.Length);
                    Assert.AreEqual('a', text[0]);
                    Assert.AreEqual((char)('a' + ((length - 1) % 26)), text[length - 1]);
                    Assert.AreEqual(text, reader.GetString());
                    Assert.AreEqual(length, reader.GetOpaque().Length);
                    Assert.AreEqual(length, reader.Remaining);

                    byte[] all = new byte[length];
                    int have = 0;
                    while (reader.Remaining > 0)
                        have += reader.ReadValue(all, have, length - have);
                    Assert.AreEqual(length, have);
                    Assert.AreEqual(text, System.Text.Encoding.UTF8.GetString(all, 0, length));
                }

                Walk.End(reader);
            }
        }

        [TestMethod]
        public void GetInteger_AcrossTheWindowsEdge_GetsAllOfIt()
        {
            // The window ends at every place of the last entry once.
            for (int filler = 0; filler < 16; filler++)
            {
                byte[] bytes = new byte[3 + filler + 11];
                Array.Copy(Hex.Bytes("C801" + Byte(filler)), 0, bytes, 0, 3);
                Array.Copy(Hex.Bytes("C802080102030405060708"), 0, bytes, 3 + filler, 11);
                TlvReader reader = new TlvReader(16);
                reader.Reset(new ByteArraySource(bytes), bytes.Length);
                Walk.Resource(reader, 1, filler);
                Walk.Number(reader, 2, 8, 0x0102030405060708);
                Walk.End(reader);
            }
        }

        [TestMethod]
        public void ReadValue_Pieces_AddUpToTheValue()
        {
            TlvReader reader = Walk.On("C5004142434445 C10109");
            byte[] buffer = new byte[8];

            Assert.AreEqual(2, reader.ReadValue(buffer, 3, 2));
            Assert.AreEqual(3, reader.Remaining);
            Assert.AreEqual(5, reader.Length);
            Assert.AreEqual(0, reader.ReadValue(buffer, 0, 0));
            Assert.AreEqual(3, reader.ReadValue(buffer, 5, 3));
            Assert.AreEqual(0, reader.Remaining);
            Assert.AreEqual(0, reader.ReadValue(buffer, 0, 8));
            Expect.Bytes("0000004142434445", buffer);
            Walk.Number(reader, 1, 1, 9);
        }

        [TestMethod]
        public void Read_ValueHalfRead_SkipsTheRest()
        {
            TlvReader reader = Walk.On("C5004142434445 C10109");
            Assert.AreEqual(2, reader.ReadValue(new byte[2], 0, 2));
            Walk.Number(reader, 1, 1, 9);
            Walk.End(reader);
        }

        [TestMethod]
        public void Getters_ValueHalfRead_IsMisuse()
        {
            TlvReader reader = Walk.On("C2004142");
            Assert.AreEqual(1, reader.ReadValue(new byte[1], 0, 1));
            Expect.Throws(typeof(InvalidOperationException), () => reader.GetInteger());
            Expect.Throws(typeof(InvalidOperationException), () => reader.GetString());
            Expect.Throws(typeof(InvalidOperationException), () => reader.GetOpaque());
            Assert.AreEqual(1, reader.Remaining);
        }

        [TestMethod]
        public void Getters_NoLeaf_IsMisuse()
        {
            ExpectMisuse(new TlvReader());
            ExpectMisuse(Walk.Over("C10001"));
            ExpectMisuse(Walk.On("0203 8000"));
            ExpectMisuse(Walk.On("8203 4100"));

            TlvReader ended = Walk.On("C10001");
            Walk.End(ended);
            ExpectMisuse(ended);
        }

        [TestMethod]
        public void ReadValue_WrongArgument_IsRefused()
        {
            TlvReader reader = Walk.On("C10001");
            byte[] buffer = new byte[4];
            Expect.Throws(typeof(ArgumentNullException), () => reader.ReadValue(null, 0, 1));
            Expect.Throws(typeof(ArgumentOutOfRangeException), () => reader.ReadValue(buffer, -1, 1));
            Expect.Throws(typeof(ArgumentOutOfRangeException), () => reader.ReadValue(buffer, 5, 0));
            Expect.Throws(typeof(ArgumentOutOfRangeException), () => reader.ReadValue(buffer, 0, -1));
            Expect.Throws(typeof(ArgumentOutOfRangeException), () => reader.ReadValue(buffer, 2, 3));
            Expect.Throws(typeof(ArgumentOutOfRangeException), () => reader.ReadValue(buffer, 2, int.MaxValue));
            Assert.AreEqual(1, reader.Remaining);
        }

        [TestMethod]
        public void Getters_SourceEndsInTheValue_SayWhere()
        {
            TlvReader within = Truncated(10);
            Expect.Content(8, () => within.GetOpaque());
            TlvReader beyond = Truncated(100);
            Expect.Content(8, () => beyond.GetString());
            Expect.Throws(typeof(InvalidOperationException), () => beyond.GetString());
            TlvReader pieces = Truncated(100);
            Assert.AreEqual(5, pieces.ReadValue(new byte[100], 0, 100));
            Expect.Content(8, () => pieces.ReadValue(new byte[1], 0, 1));
        }

        private static TlvReader Truncated(int length)
        {
            TlvReader reader = new TlvReader(16);
            reader.Reset(new PieceSource(Hex.Bytes("C800" + Byte(length) + "4142434445"), 100), 3 + length);
            Walk.Resource(reader, 0, length);
            return reader;
        }

        private static void ExpectInteger(string hex, long value)
        {
            TlvReader reader = Walk.On(hex, 16);
            Assert.AreEqual(value, reader.GetInteger(), hex);
            Assert.AreEqual(value, reader.GetInteger(), "again " + hex);
            Walk.End(reader);
        }

        private static void ExpectUnsigned(string hex, ulong value)
        {
            Assert.AreEqual(value, Walk.On(hex).GetUnsigned(), hex);
        }

        private static void ExpectIdentifier(string hex, int value)
        {
            Assert.AreEqual(value, Walk.On(hex).GetIdentifier(), hex);
        }

        private static void ExpectFloat(string hex, long bits)
        {
            Assert.AreEqual(bits, BitConverter.DoubleToInt64Bits(Walk.On(hex).GetFloat()), hex);
        }

        /// <summary>Makes a reader with a window of 16 bytes that stands on a resource, at offset 3 in an instance.</summary>
        private static TlvReader Inside(string hex)
        {
            TlvReader reader = Walk.On("0800" + Byte(hex.Length / 2) + hex, 16);
            Assert.IsTrue(reader.Read());
            return reader;
        }

        private static void ExpectRejection(TlvReader reader, int offset, Action getter)
        {
            int remaining = reader.Remaining;
            Expect.Content(offset, getter);
            Assert.AreEqual(3, reader.Offset, "offset");
            Assert.AreEqual(remaining, reader.Remaining, "remaining");
            Expect.Content(offset, getter);
            Assert.AreEqual(remaining, reader.GetOpaque().Length, "the right getter");
        }

        private static void ExpectMisuse(TlvReader reader)
        {
            Type misuse = typeof(InvalidOperationException);
            Expect.Throws(misuse, () => reader.GetInteger());
            Expect.Throws(misuse, () => reader.GetUnsigned());
            Expect.Throws(misuse, () => reader.GetIdentifier());
            Expect.Throws(misuse, () => reader.GetBoolean());
            Expect.Throws(misuse, () => reader.GetFloat());
            Expect.Throws(misuse, () => reader.GetTime());
            Expect.Throws(misuse, () => reader.GetString());
            Expect.Throws(misuse, () => reader.GetOpaque());
            Expect.Throws(misuse, () => reader.GetObjectLink());
            Expect.Throws(misuse, () => reader.ReadValue(new byte[1], 0, 1));
            Assert.AreEqual(0, reader.Remaining);
        }

        private static byte[] TwoTexts(int length)
        {
            byte[] bytes = new byte[2 * (4 + length)];
            for (int id = 0; id < 2; id++)
            {
                int at = id * (4 + length);
                bytes[at] = 0xD0;
                bytes[at + 1] = (byte)id;
                bytes[at + 2] = (byte)(length >> 8);
                bytes[at + 3] = (byte)length;
                for (int i = 0; i < length; i++)
                    bytes[at + 4 + i] = (byte)('a' + (i % 26));
            }

            return bytes;
        }

        private static string Byte(int value)
        {
            return value.ToString("X2");
        }
    }
}
