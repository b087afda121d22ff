using System;
using Bootstrapper.Card;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    [TestClass]
    public sealed class CardFileReaderTests
    {
        [TestMethod]
        [DataRow(0)]
        [DataRow(256)]
        [DataRow(-1)]
        public void Constructor_ChunkSizeOutOfRange_Throws(int chunkSize)
        {
            Expect.Throws(typeof(ArgumentOutOfRangeException), () => Opened(new MemoryFiles(), 1, chunkSize));
        }

        [TestMethod]
        public void Open_NoSuchFile_IsFalse()
        {
            Assert.IsFalse(new CardFileReader(new MemoryFiles(), 240).Open(new CardPath(Hex.Bytes("6432")), "EF(X)"));
        }

        [TestMethod]
        [DataRow(1, 700, 700)]
        [DataRow(128, 700, 6)]
        [DataRow(240, 700, 3)]
        [DataRow(255, 700, 3)]
        [DataRow(240, 240, 1)]
        [DataRow(240, 1, 1)]
        [DataRow(240, 32768, 137)]
        public void Read_WholeFile_ComesInChunks(int chunkSize, int size, int reads)
        {
            MemoryFiles files = new MemoryFiles();
            CardFileReader reader = Opened(files, size, chunkSize);
            Assert.AreEqual(size, ReadToEnd(reader, 0, 100));
            Assert.AreEqual(chunkSize, files.LargestCount);
            Assert.AreEqual(size, reader.Position);
            Assert.AreEqual(0, reader.Read(new byte[1], 0, 1));

            // One more finds the end, which costs no command where the size is known.
            Assert.AreEqual(reads + 1, files.Reads);
        }

        [TestMethod]
        [DataRow(1)]
        [DataRow(7)]
        [DataRow(239)]
        public void Read_ShortAnswers_AreReadOn(int bytesPerRead)
        {
            MemoryFiles files = new MemoryFiles();
            files.BytesPerRead = bytesPerRead;
            files.TellsSize = false;
            Assert.AreEqual(1000, ReadToEnd(Opened(files, 1000, 240), 0, 64));
        }

        [TestMethod]
        public void Read_AtTheEndOfAFileOfUnknownSize_AsksTheCardOnce()
        {
            MemoryFiles files = new MemoryFiles();
            files.TellsSize = false;
            CardFileReader reader = Opened(files, 10, 240);
            Assert.AreEqual(10, ReadToEnd(reader, 0, 64));
            Assert.AreEqual(0, reader.Read(new byte[4], 0, 4));
            Assert.AreEqual(2, files.Reads);
        }

        [TestMethod]
        [DataRow(0, 0, 0)]
        [DataRow(0, 1, 1)]
        [DataRow(16, 122, 122)]
        [DataRow(300, 400, 400)]
        [DataRow(300, 401, 400)]
        [DataRow(699, 5, 1)]
        [DataRow(700, 5, 0)]
        [DataRow(5000, 5, 0)]
        [DataRow(0x7FFFFFFF, 0x7FFFFFFF, 0)]
        [DataRow(1, 0x7FFFFFFF, 699)]
        public void Read_IndexAndLength_LimitIt(int index, int length, int expected)
        {
            // Through a directory entry, the only way to such a path.
            CardPath path = CardPathTests.FromEntry(
                "04026432" + Integer("02", index) + Integer("80", length));
            Assert.AreEqual(index, path.Index);
            Assert.AreEqual(length, path.Length);

            MemoryFiles files = new MemoryFiles();
            files.TellsSize = false;
            files.Add("6432", Pattern(700));
            CardFileReader reader = new CardFileReader(files, 240);
            Assert.IsTrue(reader.Open(path, "EF(X)"));
            Assert.AreEqual(index, reader.Position);
            Assert.AreEqual(expected, ReadToEnd(reader, index, 50));
        }

        [TestMethod]
        public void Read_IndexAndLength_AsksForNoByteOutside()
        {
            CardPath path = CardPathTests.FromEntry("04026432" + "020110" + "8001 08");
            MemoryFiles files = new MemoryFiles();
            files.Add("6432", Pattern(700));
            CardFileReader reader = new CardFileReader(files, 240);
            reader.Open(path, "EF(X)");
            Assert.AreEqual(8, ReadToEnd(reader, 16, 50));
            Assert.AreEqual(8, files.LargestCount);
            Assert.AreEqual(1, files.Reads);
        }

        [TestMethod]
        public void Read_PartOfABuffer_LeavesTheRest()
        {
            CardFileReader reader = Opened(new MemoryFiles(), 100, 240);
            byte[] buffer = Hex.Bytes("EEEEEEEE");
            Assert.AreEqual(2, reader.Read(buffer, 1, 2));
            Expect.Bytes("EE0001EE", buffer);
            Assert.AreEqual(2, reader.Position);
        }

        [TestMethod]
        [DataRow(0, 1)]
        [DataRow(5, 1)]
        [DataRow(235, 1)]
        [DataRow(236, 2)]
        [DataRow(500, 2)]
        public void Skip_InsideTheChunkOrBeyond_ReadsNoMoreThanItMust(int count, int reads)
        {
            MemoryFiles files = new MemoryFiles();
            CardFileReader reader = Opened(files, 1000, 240);
            byte[] buffer = new byte[4];
            Assert.AreEqual(4, reader.Read(buffer, 0, 4));
            reader.Skip(count);
            Assert.AreEqual(4 + count, reader.Position);
            Assert.AreEqual(1, reader.Read(buffer, 0, 1) > 0 ? 1 : 0);
            Assert.AreEqual(At(4 + count), (int)buffer[0]);
            Assert.AreEqual(5 + count, reader.Position);
            Assert.AreEqual(reads, files.Reads);
        }

        [TestMethod]
        [DataRow(100)]
        [DataRow(101)]
        [DataRow(70000)]
        [DataRow(0x7FFFFFFF)]
        public void Skip_ToTheEndOrBeyond_IsTheEnd(int count)
        {
            CardFileReader reader = Opened(new MemoryFiles(), 100, 240);
            reader.Skip(count);
            Assert.AreEqual(0, reader.Read(new byte[1], 0, 1));
            reader.Skip(count);
            Assert.AreEqual(0, reader.Read(new byte[1], 0, 1));
        }

        [TestMethod]
        public void Open_AnotherFile_StartsOver()
        {
            MemoryFiles files = new MemoryFiles();
            CardFileReader reader = Opened(files, 100, 240);
            reader.Read(new byte[10], 0, 10);
            files.Add("6433", Hex.Bytes("A1A2"));
            Assert.IsTrue(reader.Open(new CardPath(Hex.Bytes("6433")), "EF(Y)"));
            byte[] buffer = new byte[10];
            Assert.AreEqual(0, reader.Position);
            Assert.AreEqual(2, reader.Read(buffer, 0, 10));
            Assert.AreEqual(0xA1, (int)buffer[0]);
            Assert.AreEqual(0, reader.Read(buffer, 0, 10));
        }

        private static CardFileReader Opened(MemoryFiles files, int size, int chunkSize)
        {
            files.Add("6432", Pattern(size));
            CardFileReader reader = new CardFileReader(files, chunkSize);
            Assert.IsTrue(reader.Open(new CardPath(Hex.Bytes("6432")), "EF(X)"));
            return reader;
        }

        private static int ReadToEnd(CardFileReader reader, int start, int count)
        {
            byte[] buffer = new byte[count];
            int total = 0;
            int read = reader.Read(buffer, 0, count);
            while (read > 0)
            {
                Assert.IsTrue(read <= count);
                for (int i = 0; i < read; i++)
                    Assert.AreEqual(At(start + total + i), (int)buffer[i], "byte " + (total + i).ToString());
                total += read;
                read = reader.Read(buffer, 0, count);
            }

            return total;
        }

        private static byte[] Pattern(int size)
        {
            byte[] bytes = new byte[size];
            for (int i = 0; i < size; i++)
                bytes[i] = (byte)At(i);
            return bytes;
        }

        // Differs at every multiple of 256, too.
        private static int At(int offset)
        {
            return (offset + (offset >> 8)) & 0xFF;
        }

        private static string Integer(string tag, int value)
        {
            return tag + "04" + value.ToString("X8");
        }
    }
}
