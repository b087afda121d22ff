using Bootstrapper.Card;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    /// <summary>How much of the directory files is read: they are mostly padding.</summary>
    [TestClass]
    public sealed class Pkcs15DirectoryReadTests
    {
        // EF(ODF) is read this far before its size is asked for, and of EF(DODF) this much at first.
        private const int OdfPiece = 8;
        private const int DodfPiece = 64;

        private const string Other = "A712 3000 3000 A10C 300A 0604672B0902 30020400";

        [TestMethod]
        public void Find_EntryOfAnyLength_ReadsItAndNoPadding()
        {
            for (int label = 0; label < 100; label++)
            {
                byte[] dodf = Padded(string.Empty, label, 200);
                int length = dodf[1] + 2;
                MemoryFiles files = Files(Padded(Vectors.Odf1, -1, 128), dodf);
                Expect.Bytes("6432", Search(files, 240).Octets);
                Assert.AreEqual("5031|6430|", files.Opened);
                Assert.AreEqual(OdfPiece + (length > DodfPiece ? length : DodfPiece), files.BytesRead, label.ToString());
                Assert.AreEqual(length > DodfPiece ? 3 : 2, files.Reads, label.ToString());
            }
        }

        [TestMethod]
        [DataRow(1, 256)]
        [DataRow(3, 256)]
        [DataRow(63, 256)]
        [DataRow(64, 256)]
        [DataRow(65, 256)]
        [DataRow(240, 1)]
        [DataRow(240, 5)]
        [DataRow(240, 63)]
        public void Find_EntryThatSpansPieces_IsReadOn(int chunkSize, int bytesPerRead)
        {
            for (int label = 0; label < 100; label++)
            {
                MemoryFiles files = Files(Hex.Bytes(Vectors.Odf1), Padded(string.Empty, label, 200));
                files.BytesPerRead = bytesPerRead;
                files.TellsSize = (label & 1) == 0;
                Expect.Bytes("6432", Search(files, chunkSize).Octets);
            }
        }

        [TestMethod]
        public void Find_EntryBehindOthers_IsReadAcrossEverySplit()
        {
            // One of another application in front, of every length up to three of the first pieces.
            for (int label = 0; label < 100; label++)
            {
                byte[] dodf = Padded("30" + (label + 2).ToString("X2") + "80" + label.ToString("X2") + Zeros(label), 12, 250);
                MemoryFiles files = Files(Hex.Bytes(Vectors.Odf1), dodf);
                Expect.Bytes("6432", Search(files, 240).Octets);
                Assert.IsTrue(files.Reads <= 4, label.ToString());
            }
        }

        [TestMethod]
        public void Find_EntryBehindManyOthers_IsReadInWholeChunks()
        {
            // 14 of 43 bytes, so that some lie across chunks, then ours: 64 bytes, then three chunks of 240.
            string others = string.Empty;
            for (int i = 0; i < 14; i++)
                others += "30298027" + Zeros(39);
            MemoryFiles files = Files(Hex.Bytes(Vectors.Odf1), Padded(others, 11, 768));
            Expect.Bytes("6432", Search(files, 240).Octets);
            Assert.AreEqual(5, files.Reads);
        }

        [TestMethod]
        [DataRow(Vectors.Odf1)]
        [DataRow(Vectors.Odf1 + "A706300404026431")]
        [DataRow("A006300404024400" + Vectors.Odf1)]
        [DataRow("A70830060404 7FFF6430")]
        [DataRow("A70A30080406 3F007FFF6430")]
        [DataRow("0000" + Vectors.Odf1)]
        [DataRow("000000000000000000" + Vectors.Odf1)]
        [DataRow("A00630040402" + "4400A006300404024400" + Vectors.Odf1)]
        [DataRow("A700" + Vectors.Odf1)]
        public void Find_AnyOdf_IsReadBlindlyOnlyAsFarAsAnEntryGoes(string odf)
        {
            MemoryFiles files = Files(Hex.Bytes(odf), Padded(string.Empty, 11, 128));
            files.Add("7FFF6430", Padded(string.Empty, 11, 128));
            files.Add("3F007FFF6430", Padded(string.Empty, 11, 128));
            Expect.Bytes("6432", Search(files, 240).Octets);
            Assert.AreEqual(OdfPiece, files.FarthestBlindly);
        }

        [TestMethod]
        public void Find_FirstDirectoryWithoutIt_IsNotSearchedTwice()
        {
            MemoryFiles files = Files(Hex.Bytes(Vectors.Odf1 + "A706300404026431"), Hex.Bytes(Other));
            files.Add("6431", Padded(string.Empty, 11, 128));
            Expect.Bytes("6432", Search(files, 240).Octets);
            Assert.AreEqual("5031|6430|5031|6431|", files.Opened);
        }

        [TestMethod]
        [DataRow("6700")]
        [DataRow("6A86")]
        [DataRow("6281")]
        [DataRow("6B00")]
        [DataRow("9000")]
        [DataRow("6282")]
        [DataRow("FFFFFF6281")]
        public void Find_OdfShorterThanAnEntry_IsReadByItsSize(string answer)
        {
            // TS 102 221 11.1.3: 6282 or 6CXX. These are what cards say in their place.
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01A4080C047FFF5031", "9000");
            card.Card.Expect("01B0000008", answer);
            card.Card.Expect("01A40804047FFF503100", "62088202412180020003" + "9000");
            card.Card.Expect("01B0000003", "FFFFFF9000");
            Assert.IsNull(Search(card));
            card.Ends();
        }

        [TestMethod]
        public void Find_OdfEmpty_IsNotThere()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01A4080C047FFF5031", "9000");
            card.Card.Expect("01B0000008", "6A86");
            card.Card.Expect("01A40804047FFF503100", "62088202412180020000" + "9000");
            Assert.IsNull(Search(card));
            card.Ends();
        }

        [TestMethod]
        public void Find_OdfShorterThanAnEntryAndMalformed_ThrowsContent()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01A4080C047FFF5031", "9000");
            card.Card.Expect("01B0000008", "6A86");
            card.Card.Expect("01A40804047FFF503100", "62088202412180020003" + "9000");
            card.Card.Expect("01B0000003", "A706309000");
            Expect.Throws(typeof(ContentException), () => Search(card));
            card.Ends();
        }

        [TestMethod]
        public void Find_OdfRefusedWithItsSizeToo_Throws()
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01A4080C047FFF5031", "9000");
            card.Card.Expect("01B0000008", "6981");
            card.Card.Expect("01A40804047FFF503100", "62088202412180020008" + "9000");
            card.Card.Expect("01B0000008", "6981");
            CardException thrown = (CardException)Expect.Throws(typeof(CardException), () => Search(card));
            Assert.AreEqual(0x6981, thrown.StatusWord);
            card.Ends();
        }

        [TestMethod]
        [DataRow("6982", 0x6982)]
        [DataRow("6983", 0x6983)]
        public void Find_OdfBehindAPin_ThrowsAtOnce(string answer, int statusWord)
        {
            CardFixture card = CardFixture.WithChannel("01");
            card.Card.Expect("01A4080C047FFF5031", "9000");
            card.Card.Expect("01B0000008", answer);
            CardException thrown = (CardException)Expect.Throws(typeof(CardException), () => Search(card));
            Assert.AreEqual(statusWord, thrown.StatusWord);
            card.Ends();
        }

        // What stands in front, an entry with a label of that many characters (-1: none), and padding.
        private static byte[] Padded(string before, int label, int size)
        {
            string entry = string.Empty;
            if (label >= 0)
            {
                string attributes = "30" + (label + 2).ToString("X2") + "0C" + label.ToString("X2") + Zeros(label);
                string rest = "3000 A10E 300C 0604672B0901 3004 04026432";
                entry = "A1" + (label + 22).ToString("X2") + attributes + rest;
            }

            byte[] content = Hex.Bytes(before + entry);
            byte[] padded = new byte[size];
            for (int i = 0; i < size; i++)
                padded[i] = i < content.Length ? content[i] : (byte)0xFF;
            return padded;
        }

        private static string Zeros(int count)
        {
            string digits = string.Empty;
            for (int i = 0; i < count; i++)
                digits += "00";
            return digits;
        }

        private static MemoryFiles Files(byte[] odf, byte[] dodf)
        {
            MemoryFiles files = new MemoryFiles();
            files.Add("5031", odf);
            files.Add("6430", dodf);
            return files;
        }

        private static CardPath Search(CardFixture card)
        {
            CardFileReader reader = new CardFileReader(card.Files, 240);
            return new Pkcs15Directory(reader, Hex.Bytes(Vectors.BootstrapOid)).Find(null);
        }

        private static CardPath Search(MemoryFiles files, int chunkSize)
        {
            CardFileReader reader = new CardFileReader(files, chunkSize);
            return new Pkcs15Directory(reader, Hex.Bytes(Vectors.BootstrapOid)).Find(null);
        }
    }
}
