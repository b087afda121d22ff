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
    public sealed class Crc32SourceTests
    {
        [TestMethod]
        public void Constructor_NoSource_IsRefused()
        {
            Expect.Throws(typeof(ArgumentNullException), () => Assert.IsNotNull(new Crc32Source(null)));
        }

        [TestMethod]
        // IEEE 802.3: the check value over the nine digits, and those of simpler inputs.
        [DataRow("313233343536373839", "CBF43926")]
        [DataRow("", "00000000")]
        [DataRow("00", "D202EF8D")]
        [DataRow("00000000", "2144DF1C")]
        [DataRow("FFFFFFFF", "FFFFFFFF")]
        public void Value_AllRead_IsTheCrc(string hex, string crc)
        {
            byte[] bytes = Hex.Bytes(hex);
            for (int piece = 1; piece <= 10; piece++)
            {
                Crc32Source source = new Crc32Source(new PieceSource(bytes, piece));
                byte[] buffer = new byte[12];
                int have = 0;
                int count = source.Read(buffer, 2, 10);
                while (count > 0)
                {
                    have += count;
                    count = source.Read(buffer, 2 + have, 10 - have);
                }

                Assert.AreEqual(bytes.Length, have);
                for (int i = 0; i < bytes.Length; i++)
                    Assert.AreEqual((int)bytes[i], (int)buffer[2 + i]);
                Assert.AreEqual(crc, source.Value.ToString("X8"));
            }
        }

        [TestMethod]
        public void Value_MuchRead_IsTheCrcHoweverItIsSplit()
        {
            // The first 1100 of the bytes 0, 1, 2, .. 255, 0, ..: each bit on its own.
            byte[] bytes = new byte[1100];
            uint crc = 0xFFFFFFFF;
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)i;
                crc ^= bytes[i];
                for (int bit = 0; bit < 8; bit++)
                    crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }

            crc ^= 0xFFFFFFFF;
            byte[] buffer = new byte[1100];
            for (int first = 1018; first <= 1030; first++)
            {
                for (int second = 1; second <= 9; second++)
                {
                    Crc32Source source = new Crc32Source(new ByteArraySource(bytes));
                    source.Read(buffer, 0, first);
                    source.Read(buffer, 0, second);
                    source.Read(buffer, 0, 1100);
                    Assert.AreEqual(1100, source.Length);
                    Assert.AreEqual(crc.ToString("X8"), source.Value.ToString("X8"));
                }
            }
        }

        [TestMethod]
        public void Value_FileRead_CoversHeaderAndContentOnly()
        {
            // However the reader goes over it, and whatever the padding is.
            Crc32Source bare = new Crc32Source(new ByteArraySource(Hex.Bytes(Vectors.B)));
            byte[] content = new byte[58];
            Assert.AreEqual(58, bare.Read(content, 0, 58));

            byte[] other = Hex.Bytes(Vectors.B);
            other[58] = 0x12;
            for (int windowSize = 16; windowSize <= 256; windowSize *= 2)
            {
                Crc32Source source = new Crc32Source(new PieceSource(other, 5));
                BootstrapFileReader file = new BootstrapFileReader(windowSize);
                file.Open(source);
                while (file.ReadObject())
                {
                }

                Assert.AreEqual(bare.Value, source.Value);
            }
        }

        [TestMethod]
        public void Value_LastValueSkipped_CoversIt()
        {
            // 80 zeros as the last value, longer than the window; then padding.
            byte[] start = Hex.Bytes("0001005B 0000000056 080053 C80050");
            Crc32Source bare = new Crc32Source(new PieceSource(start, 100, 80));
            byte[] content = new byte[95];
            int have = bare.Read(content, 0, 95);
            Assert.AreEqual(95, have);

            Crc32Source source = new Crc32Source(new PieceSource(start, 100, 100));
            BootstrapFileReader file = new BootstrapFileReader(16);
            file.Open(source);
            Assert.IsTrue(file.ReadObject());
            Assert.IsFalse(file.ReadObject());
            Assert.AreEqual(bare.Value, source.Value);
        }
    }
}
