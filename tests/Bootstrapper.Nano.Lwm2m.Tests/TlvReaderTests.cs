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
    public sealed partial class TlvReaderTests
    {
        [TestMethod]
        public void Constructor_WindowUnder16Bytes_IsRefused()
        {
            Expect.Throws(typeof(ArgumentOutOfRangeException), () => Assert.IsNotNull(new TlvReader(15)));
            Expect.Throws(typeof(ArgumentOutOfRangeException), () => Assert.IsNotNull(new TlvReader(0)));
            Expect.Throws(typeof(ArgumentOutOfRangeException), () => Assert.IsNotNull(new TlvReader(-1)));
            Assert.IsNotNull(new TlvReader(16));
        }

        [TestMethod]
        public void Reset_WrongArgument_IsRefused()
        {
            TlvReader reader = new TlvReader();
            Expect.Throws(typeof(ArgumentOutOfRangeException), () => reader.Reset(new ByteArraySource(new byte[1]), -1));
            Expect.Throws(typeof(ArgumentNullException), () => reader.Reset(null, 1));
        }

        [TestMethod]
        public void Read_BeforeReset_ReturnsFalse()
        {
            Assert.IsFalse(new TlvReader().Read());
        }

        [TestMethod]
        public void Read_NoBytes_ReturnsFalse()
        {
            Walk.End(Walk.Over(""));
        }

        [TestMethod]
        // Identifier of one byte: length in the type byte, in one, two, three bytes.
        [DataRow("C505", 5, 5, 2)]
        [DataRow("C805 08", 5, 8, 3)]
        [DataRow("C8FF FF", 255, 255, 3)]
        [DataRow("D005 0100", 5, 256, 4)]
        [DataRow("D005 FFFF", 5, 65535, 4)]
        [DataRow("D805 010000", 5, 65536, 5)]
        // Identifier of two bytes.
        [DataRow("E7 0100", 256, 7, 3)]
        [DataRow("E8 0100 FF", 256, 255, 4)]
        [DataRow("F0 FFFE 0100", 65534, 256, 5)]
        [DataRow("F8 FFFE 010000", 65534, 65536, 6)]
        // Longer than need be: nothing demands the shortest encoding.
        [DataRow("E0 0005", 5, 0, 3)]
        [DataRow("C805 00", 5, 0, 3)]
        [DataRow("C805 07", 5, 7, 3)]
        [DataRow("D005 0007", 5, 7, 4)]
        [DataRow("D805 0000FF", 5, 255, 5)]
        [DataRow("F8 0005 000000", 5, 0, 6)]
        // Bits 2-0 count for nothing where there is a length field.
        [DataRow("CF05 01", 5, 1, 3)]
        [DataRow("D705 0001", 5, 1, 4)]
        [DataRow("DF05 000001", 5, 1, 5)]
        public void Read_EachHeaderForm_IsDecoded(string header, int id, int length, int valueOffset)
        {
            // An entry in front, so that no offset is that of the start; zeros as the value, and nothing behind it.
            byte[] bytes = Hex.Bytes("C10900" + header);
            TlvReader reader = new TlvReader(16);
            reader.Reset(new PieceSource(bytes, 1000, length), bytes.Length + length);

            Walk.Number(reader, 9, 1, 0);
            Walk.Resource(reader, id, length);
            Assert.AreEqual(3, reader.Offset, "offset");
            Assert.AreEqual(3 + valueOffset, reader.ValueOffset, "offset of the value");
            Walk.End(reader);
        }

        [TestMethod]
        public void Read_EachHeaderFormOfAContainer_IsDecoded()
        {
            TlvReader reader = Walk.Over(
                "0000" + "080102 8000" + "10020003 C10005" + "1803000003 C10006"
                + "200104" + "28010503 E00007" + "3001060003 A00108" + "380107000008 9805000003 41000A", 16);

            Walk.Instance(reader, 0, 0);
            Walk.Instance(reader, 1, 2);
            Walk.Multiple(reader, 0, 0);
            Walk.Instance(reader, 2, 3);
            Walk.Number(reader, 0, 1, 5);
            Walk.Instance(reader, 3, 3);
            Walk.Number(reader, 0, 1, 6);
            Walk.Instance(reader, 260, 0);
            Walk.Instance(reader, 261, 3);
            Walk.Resource(reader, 7, 0);
            Walk.Instance(reader, 262, 3);
            Walk.Multiple(reader, 264, 0);
            Walk.Instance(reader, 263, 8);
            Walk.Multiple(reader, 5, 3);
            Walk.NumberInstance(reader, 0, 1, 10);
            Walk.End(reader);
        }

        [TestMethod]
        public void Read_EmptyInstancesAndMultipleResources_AreEntries()
        {
            // LwM2M TS 7.4.5: a multiple resource has type 10 whatever the number of instances, zero included.
            TlvReader reader = Walk.Over("0001" + "0502 8003 C10409" + "0203 8000" + "0004");

            Walk.Instance(reader, 1, 0);
            Assert.AreEqual(0, reader.Remaining);
            Walk.Instance(reader, 2, 5);
            Walk.Multiple(reader, 3, 0);
            Assert.AreEqual(2, reader.InstanceId);
            Walk.Number(reader, 4, 1, 9);
            Assert.AreEqual(2, reader.InstanceId);
            Walk.Instance(reader, 3, 2);
            Walk.Multiple(reader, 0, 0);
            Walk.Instance(reader, 4, 0);
            Walk.End(reader);
        }

        [TestMethod]
        public void Read_InsideContainers_TellsInstanceAndResource()
        {
            TlvReader reader = Walk.Over("08090C 8706 410201 42030102 C10507");

            Walk.Instance(reader, 9, 12);
            Walk.Multiple(reader, 6, 7);
            Assert.AreEqual(9, reader.InstanceId);
            Walk.NumberInstance(reader, 2, 1, 1);
            Assert.AreEqual(9, reader.InstanceId);
            Assert.AreEqual(6, reader.ResourceId);
            Walk.NumberInstance(reader, 3, 2, 0x0102);
            Assert.AreEqual(6, reader.ResourceId);
            Walk.Number(reader, 5, 1, 7);
            Assert.AreEqual(9, reader.InstanceId);
            Walk.End(reader);
        }

        [TestMethod]
        public void Read_ResourcesWithoutInstance_HaveNoInstanceId()
        {
            TlvReader reader = Walk.Over("8303 410207 C10501");

            Walk.Multiple(reader, 3, 3);
            Assert.AreEqual(-1, reader.InstanceId);
            Walk.NumberInstance(reader, 2, 1, 7);
            Assert.AreEqual(-1, reader.InstanceId);
            Assert.AreEqual(3, reader.ResourceId);
            Walk.Number(reader, 5, 1, 1);
            Assert.AreEqual(-1, reader.InstanceId);
            Walk.End(reader);
        }

        [TestMethod]
        // At the top: Object Instances or resources, whichever comes first, and no resource instance.
        [DataRow("410005", 0)]
        [DataRow("C10001 0000", 3)]
        [DataRow("8000 0000", 2)]
        [DataRow("0000 C10001", 2)]
        [DataRow("0000 8000", 2)]
        [DataRow("C10001 410005", 3)]
        [DataRow("0301C10001 C10001", 5)]
        // In an Object Instance: resources, single or multiple.
        [DataRow("0200 0000", 2)]
        [DataRow("0300 410005", 2)]
        [DataRow("0600 C10001 410005", 5)]
        // In a multiple resource: resource instances.
        [DataRow("8300 C10005", 2)]
        [DataRow("8200 8000", 2)]
        [DataRow("8200 0000", 2)]
        [DataRow("0700 8500 410001 8000", 7)]
        // LwM2M TS 7.3: 65535 is no identifier, of whatever kind.
        [DataRow("20FFFF", 1)]
        [DataRow("E1FFFF00", 1)]
        [DataRow("A0FFFF", 1)]
        [DataRow("A30001 60FFFF", 4)]
        [DataRow("C10001 E8FFFF0101", 4)]
        [DataRow("0011223344556677889900", 5)]
        public void Read_EntryThatMustNotStandThere_IsRefused(string hex, int offset)
        {
            ExpectRefusal(hex, offset);
        }

        [TestMethod]
        // The value goes beyond the end of the whole.
        [DataRow("C20001", 0)]
        [DataRow("C8000201", 0)]
        [DataRow("D0000100", 0)]
        [DataRow("D8FFFFFFFF", 0)]
        [DataRow("0300C100", 0)]
        [DataRow("C10001 C101", 3)]
        // The header itself does.
        [DataRow("C1", 0)]
        [DataRow("E100", 0)]
        [DataRow("C800", 0)]
        [DataRow("D00000", 0)]
        [DataRow("D8000000", 0)]
        [DataRow("F800000000", 0)]
        public void Read_EntryBeyondTheEnd_IsRefused(string hex, int offset)
        {
            ExpectRefusal(hex, offset);
        }

        [TestMethod]
        // An Object Instance's child goes beyond it, though there are bytes to read there.
        [DataRow("0300 C20001 0000", 2)]
        [DataRow("0200 C10001", 2)]
        [DataRow("0400 C10001 C10101", 5)]
        // So does the child's header.
        [DataRow("0100 C10001", 2)]
        [DataRow("0200 C80001 0000", 2)]
        [DataRow("0300 F80000000000", 2)]
        // A multiple resource goes beyond its instance, a resource instance beyond its multiple resource.
        [DataRow("0400 8300 410001", 2)]
        [DataRow("8300 420001 02", 2)]
        [DataRow("0500 8300 420001 0000", 4)]
        [DataRow("8100 410001", 2)]
        public void Read_EntryBeyondItsParent_IsRefused(string hex, int offset)
        {
            ExpectRefusal(hex, offset);
        }

        [TestMethod]
        public void Read_HighestIdentifier_IsAccepted()
        {
            TlvReader reader = Walk.Over("23FFFE A0FFFE");
            Walk.Instance(reader, 65534, 3);
            Walk.Multiple(reader, 65534, 0);
            Walk.End(reader);
        }

        [TestMethod]
        public void Read_AfterRefusal_RefusesAgainAndHasNoValue()
        {
            TlvReader reader = Walk.Over("C10001 C20001");
            Walk.Number(reader, 0, 1, 1);
            Expect.Content(3, () => reader.Read());
            Expect.Throws(typeof(InvalidOperationException), () => reader.GetInteger());
            Expect.Content(3, () => reader.Read());
        }

        [TestMethod]
        public void Read_SourceEndsInAHeader_SaysWhere()
        {
            TlvReader reader = new TlvReader();
            reader.Reset(new PieceSource(Hex.Bytes("C60001020304 0506 C8"), 1), 20);
            Walk.Resource(reader, 0, 6);
            Expect.Content(9, () => reader.Read());
            Expect.Content(9, () => reader.Read());
        }

        [TestMethod]
        public void Read_SourceEndsInASkippedValue_SaysWhere()
        {
            TlvReader reader = new TlvReader(16);
            reader.Reset(new PieceSource(Hex.Bytes("C80050"), 7, 60), 90);
            Walk.Resource(reader, 0, 80);
            Expect.Content(63, () => reader.Read());
        }

        [TestMethod]
        public void Read_SourceEndsInTheLastValue_SaysWhere()
        {
            // There is no entry behind it to look for, and nobody reads it.
            TlvReader reader = new TlvReader(16);
            reader.Reset(new PieceSource(Hex.Bytes("C80050"), 7, 79), 83);
            Walk.Resource(reader, 0, 80);
            Expect.Content(82, () => reader.Read());
            Expect.Content(82, () => reader.Read());
        }

        [TestMethod]
        public void Read_SourceGivesMoreThanAsked_IsMisuse()
        {
            TlvReader reader = new TlvReader();
            reader.Reset(new LyingSource(), 3);
            Expect.Throws(typeof(InvalidOperationException), () => reader.Read());
        }

        [TestMethod]
        public void Read_BytesBehindTheLength_AreNeverAskedFor()
        {
            PieceSource source = new PieceSource(Hex.Bytes("C10001 C10102 C10203"), 100);
            TlvReader reader = new TlvReader();
            reader.Reset(source, 6);
            Walk.Number(reader, 0, 1, 1);
            Walk.Number(reader, 1, 1, 2);
            Walk.End(reader);
            Assert.AreEqual(6, source.Asked);
        }

        [TestMethod]
        public void Reset_InTheMiddle_BeginsAnew()
        {
            TlvReader reader = Walk.On("08090C 8706 410201 42030102 C10507");
            Walk.Multiple(reader, 6, 7);

            byte[] bytes = Hex.Bytes("C10001");
            reader.Reset(new ByteArraySource(bytes), bytes.Length);
            Expect.Throws(typeof(InvalidOperationException), () => reader.GetInteger());
            Walk.Number(reader, 0, 1, 1);
            Assert.AreEqual(0, reader.Offset);
            Assert.AreEqual(-1, reader.InstanceId);
            Walk.End(reader);
        }

        private static void ExpectRefusal(string hex, int offset)
        {
            ExpectRefusal(hex, offset, 256);
            ExpectRefusal(hex, offset, 16);
        }

        private static void ExpectRefusal(string hex, int offset, int windowSize)
        {
            TlvReader reader = Walk.Over(hex, windowSize);
            Expect.Content(offset, () => Walk.Trace(reader));
        }

        private sealed class LyingSource : IByteSource
        {
            public int Read(byte[] buffer, int offset, int count)
            {
                return count + 1;
            }
        }
    }
}
