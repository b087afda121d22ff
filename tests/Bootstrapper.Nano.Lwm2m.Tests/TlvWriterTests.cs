using System;
using Bootstrapper.Lwm2m;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Lwm2m
{
    [TestClass]
    public sealed class TlvWriterTests
    {
        [TestMethod]
        public void Constructor_WrongArgument_IsRefused()
        {
            Expect.Throws(typeof(ArgumentNullException), () => Assert.IsNotNull(new TlvWriter(null)));
            Expect.Throws(typeof(ArgumentOutOfRangeException), () => Assert.IsNotNull(new TlvWriter(-1)));
        }

        [TestMethod]
        public void WriteInteger_AnyValue_TakesTheFewestBytes()
        {
            ExpectInteger(0, "C10500");
            ExpectInteger(127, "C1057F");
            ExpectInteger(-128, "C10580");
            ExpectInteger(128, "C2050080");
            ExpectInteger(-129, "C205FF7F");
            ExpectInteger(32767, "C2057FFF");
            ExpectInteger(32768, "C40500008000");
            ExpectInteger(-32769, "C405FFFF7FFF");
            ExpectInteger(65535, "C4050000FFFF");
            ExpectInteger(2147483647, "C4057FFFFFFF");
            ExpectInteger(-2147483648, "C40580000000");
            ExpectInteger(2147483648, "C805080000000080000000");
            ExpectInteger(-2147483649, "C80508FFFFFFFF7FFFFFFF");
            ExpectInteger(long.MaxValue, "C805087FFFFFFFFFFFFFFF");
            ExpectInteger(long.MinValue, "C805088000000000000000");
        }

        [TestMethod]
        public void WriteUnsigned_AnyValue_TakesTheFewestBytes()
        {
            ExpectUnsigned(255, "C105FF");
            ExpectUnsigned(256, "C2050100");
            ExpectUnsigned(65535, "C205FFFF");
            ExpectUnsigned(65536, "C40500010000");
            ExpectUnsigned(4294967295, "C405FFFFFFFF");
            ExpectUnsigned(4294967296, "C805080000000100000000");
            ExpectUnsigned(ulong.MaxValue, "C80508FFFFFFFFFFFFFFFF");
        }

        [TestMethod]
        public void WriteFloat_AnyValue_TakesTheFewestBytes()
        {
            ExpectFloat(1, "C4053F800000");
            ExpectFloat(-2.5, "C405C0200000");
            ExpectFloat(0.1, "C805083FB999999999999A");
            ExpectFloat(1e300, "C805087E37E43C8800759C");
            ExpectFloat(double.PositiveInfinity, "C4057F800000");
        }

        [TestMethod]
        public void Write_OtherTypes_AreEncoded()
        {
            TlvWriter writer = new TlvWriter(0);
            writer.WriteBoolean(1, true);
            writer.WriteBoolean(2, false);
            writer.WriteTime(13, 1367491215);
            writer.WriteString(14, "+02:00");
            writer.WriteString(15, "\u00E9\u20AC");
            writer.WriteString(16, "");
            writer.WriteOpaque(17, new byte[] { 0, 255 });
            writer.WriteObjectLink(18, 66, 1);
            writer.WriteObjectLink(19, 65535, 65535);
            Expect.Bytes(
                "C10101 C10200 C40D5182428F C60E2B30323A3030 C50FC3A9E282AC C010 C21100FF C41200420001 C413FFFFFFFF",
                writer.ToArray());
        }

        [TestMethod]
        // The edges of the length: in the type byte, in one byte, in two, in three.
        [DataRow(0, "C005")]
        [DataRow(7, "C705")]
        [DataRow(8, "C80508")]
        [DataRow(255, "C805FF")]
        [DataRow(256, "D0050100")]
        [DataRow(65535, "D005FFFF")]
        [DataRow(65536, "D805010000")]
        public void WriteOpaque_AnyLength_TakesTheShortestHeader(int length, string header)
        {
            TlvWriter writer = new TlvWriter();
            writer.WriteOpaque(5, new byte[length]);
            ExpectHeader(header, length, writer);
        }

        [TestMethod]
        [DataRow(0, "8005")]
        [DataRow(7, "8705")]
        [DataRow(8, "880508")]
        [DataRow(255, "8805FF")]
        [DataRow(256, "90050100")]
        [DataRow(65535, "9005FFFF")]
        [DataRow(65536, "9805010000")]
        public void End_AnyLength_GivesTheShortestHeader(int length, string header)
        {
            // A resource instance fills the container to the wanted length.
            TlvWriter writer = new TlvWriter();
            writer.BeginMultipleResource(5);
            if (length > 0)
                writer.WriteOpaque(0, new byte[length - HeaderOf(length)]);
            writer.End();
            ExpectHeader(header, length, writer);
        }

        [TestMethod]
        [DataRow(0, "C000")]
        [DataRow(255, "C0FF")]
        [DataRow(256, "E00100")]
        [DataRow(65534, "E0FFFE")]
        public void Write_AnyIdentifier_TakesTheFewestBytes(int id, string hex)
        {
            TlvWriter writer = new TlvWriter();
            writer.WriteOpaque(id, new byte[0]);
            Expect.Bytes(hex, writer.ToArray());
        }

        [TestMethod]
        public void Write_AccessControl_IsTheSpecificationsExample()
        {
            TlvWriter writer = new TlvWriter(1);
            WriteAccessControl(writer);
            Expect.Bytes(Vectors.AccessControl, writer.ToArray());
        }

        [TestMethod]
        public void Write_CallersArray_FillsItToTheLastByte()
        {
            byte[] buffer = new byte[38];
            TlvWriter writer = new TlvWriter(buffer);
            WriteAccessControl(writer);
            Assert.AreEqual(38, writer.Length);
            Expect.Bytes(Vectors.AccessControl, buffer);

            writer.Reset();
            Assert.AreEqual(0, writer.Length);
            WriteAccessControl(writer);
            Expect.Bytes(Vectors.AccessControl, writer.ToArray());
        }

        [TestMethod]
        public void Write_CallersArrayTooSmall_IsMisuseAndWritesNothing()
        {
            TlvWriter writer = new TlvWriter(new byte[4]);
            writer.WriteInteger(0, 1);
            Expect.Throws(typeof(InvalidOperationException), () => writer.WriteInteger(1, 1));
            Expect.Throws(typeof(InvalidOperationException), () => writer.BeginMultipleResource(1));
            Expect.Bytes("C10001", writer.ToArray());

            // A container that has no room for the length field at its end.
            TlvWriter full = new TlvWriter(new byte[12]);
            full.BeginObjectInstance(0);
            full.WriteOpaque(0, new byte[8 - 3]);
            full.WriteInteger(1, 0);
            Expect.Throws(typeof(InvalidOperationException), () => full.End());
            Assert.AreEqual(12, full.Length);
        }

        [TestMethod]
        public void Write_WrongIdentifier_IsRefused()
        {
            TlvWriter writer = new TlvWriter();
            Type refusal = typeof(ArgumentOutOfRangeException);
            Expect.Throws(refusal, () => writer.WriteInteger(-1, 0));
            Expect.Throws(refusal, () => writer.WriteInteger(65535, 0));
            Expect.Throws(refusal, () => writer.BeginObjectInstance(65535));
            Expect.Throws(refusal, () => writer.BeginMultipleResource(65535));
            Expect.Throws(refusal, () => writer.WriteObjectLink(0, 65536, 0));
            Expect.Throws(refusal, () => writer.WriteObjectLink(0, 0, -1));
            Assert.AreEqual(0, writer.Length);

            // Nothing was begun by any of them.
            Expect.Throws(typeof(InvalidOperationException), () => writer.End());
            writer.BeginObjectInstance(0);
        }

        [TestMethod]
        public void WriteString_NoText_IsRefused()
        {
            TlvWriter writer = new TlvWriter();
            Expect.Throws(typeof(ArgumentNullException), () => writer.WriteString(0, null));
            Expect.Throws(typeof(ArgumentNullException), () => writer.WriteOpaque(0, null));
            Assert.AreEqual(0, writer.Length);
        }

        [TestMethod]
        public void Write_WhereItMustNotStand_IsMisuse()
        {
            Type misuse = typeof(InvalidOperationException);
            TlvWriter writer = new TlvWriter();
            Expect.Throws(misuse, () => writer.End());

            // Beside resources there are no Object Instances.
            writer.WriteInteger(0, 1);
            Expect.Throws(misuse, () => writer.BeginObjectInstance(0));
            writer.BeginMultipleResource(1);
            Expect.Throws(misuse, () => writer.BeginObjectInstance(0));
            Expect.Throws(misuse, () => writer.BeginMultipleResource(2));
            writer.End();

            // Beside Object Instances there are no resources; inside them there are no Object Instances.
            writer.Reset();
            writer.BeginObjectInstance(0);
            Expect.Throws(misuse, () => writer.BeginObjectInstance(1));
            writer.WriteInteger(0, 1);
            writer.End();
            Expect.Throws(misuse, () => writer.WriteInteger(0, 1));
            Expect.Throws(misuse, () => writer.BeginMultipleResource(0));
            Expect.Throws(misuse, () => writer.End());
            Expect.Bytes("0300C10001", writer.ToArray());
        }

        private static void WriteAccessControl(TlvWriter writer)
        {
            writer.BeginObjectInstance(0);
            writer.WriteInteger(0, 1);
            writer.WriteInteger(1, 0);
            writer.BeginMultipleResource(2);
            writer.WriteInteger(127, 7);
            writer.End();
            writer.WriteInteger(3, 127);
            writer.End();

            writer.BeginObjectInstance(2);
            writer.WriteInteger(0, 3);
            writer.WriteInteger(1, 0);
            writer.BeginMultipleResource(2);
            writer.WriteInteger(127, 7);
            writer.WriteInteger(310, 1);
            writer.End();
            writer.WriteInteger(3, 127);
            writer.End();
        }

        private static void ExpectInteger(long value, string hex)
        {
            TlvWriter writer = new TlvWriter();
            writer.WriteInteger(5, value);
            Expect.Bytes(hex, writer.ToArray());
        }

        private static void ExpectUnsigned(ulong value, string hex)
        {
            TlvWriter writer = new TlvWriter();
            writer.WriteUnsigned(5, value);
            Expect.Bytes(hex, writer.ToArray());
        }

        private static void ExpectFloat(double value, string hex)
        {
            TlvWriter writer = new TlvWriter();
            writer.WriteFloat(5, value);
            Expect.Bytes(hex, writer.ToArray());
        }

        /// <summary>The bytes that a resource instance's header takes in a container of this length.</summary>
        private static int HeaderOf(int length)
        {
            return length - 2 < 8 ? 2 : length - 3 < 0x100 ? 3 : length - 4 < 0x10000 ? 4 : 5;
        }

        private static void ExpectHeader(string hex, int length, TlvWriter writer)
        {
            byte[] header = Hex.Bytes(hex);
            byte[] written = writer.ToArray();
            Assert.AreEqual(header.Length + length, written.Length, "length");
            for (int i = 0; i < header.Length; i++)
                Assert.AreEqual((int)header[i], (int)written[i], "byte " + i.ToString());

            TlvReader reader = new TlvReader();
            reader.Reset(new ByteArraySource(written), written.Length);
            Assert.IsTrue(reader.Read());
            Assert.AreEqual(length, reader.Length);
        }
    }
}
