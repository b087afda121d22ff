using Bootstrapper.Card;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    [TestClass]
    public sealed class Pkcs15DirectoryTests
    {
        private const string OtherOid = "A112 30003000 A10C 300A 0604672B0902 30020400";

        [TestMethod]
        [DataRow(Vectors.DodfBad, "6432", 0, CardPath.WholeFile)]
        [DataRow(Vectors.DodfOk, "6432", 0, CardPath.WholeFile)]
        [DataRow(Vectors.DodfIdx, "6432", 16, 122)]
        [DataRow(Vectors.DodfOpq, "7FFF6432", 0, CardPath.WholeFile)]
        public void Find_Vector_ReturnsThePath(string dodf, string octets, int index, int length)
        {
            MemoryFiles files = Files(Vectors.Odf1, dodf);
            CardPath path = Search(files, null);
            Expect.Bytes(octets, path.Octets);
            Assert.AreEqual(index, path.Index);
            Assert.AreEqual(length, path.Length);
            Assert.AreEqual("5031|6430|", files.Opened);
        }

        [TestMethod]
        [DataRow(1)]
        [DataRow(2)]
        [DataRow(3)]
        [DataRow(240)]
        public void Find_ShortAnswersAndUnknownSize_ReturnsThePath(int bytesPerRead)
        {
            MemoryFiles files = Files(Vectors.Odf2, string.Empty);
            files.Add("4407", Hex.Bytes(Vectors.DodfIdx + "FF"));
            files.BytesPerRead = bytesPerRead;
            files.TellsSize = false;
            Expect.Bytes("6432", Search(files, null).Octets);
        }

        [TestMethod]
        public void Find_OdfPathOfTheApplication_IsUsed()
        {
            MemoryFiles files = new MemoryFiles();
            files.Add("7FFF6031", Hex.Bytes(Vectors.Odf1));
            files.Add("6430", Hex.Bytes(Vectors.DodfOk));
            Expect.Bytes("6432", Search(files, "7FFF6031").Octets);
            Assert.AreEqual("7FFF6031|6430|", files.Opened);
        }

        [TestMethod]
        public void Find_OtherEntriesInTheOdf_AreNotOpened()
        {
            MemoryFiles files = Files("A006300404024400" + "A806300404024408" + Vectors.Odf2, string.Empty);
            files.Add("4407", Hex.Bytes(Vectors.DodfOk));
            Expect.Bytes("6432", Search(files, null).Octets);
            Assert.AreEqual("5031|5031|4407|", files.Opened);
        }

        [TestMethod]
        public void Find_SeveralDirectories_AreSearchedInOrder()
        {
            MemoryFiles files = Files("A706300404026431A706300404026430A706300404026433", Vectors.DodfOk);
            files.Add("6431", Hex.Bytes(OtherOid));
            files.Add("6433", Hex.Bytes(Vectors.DodfOpq));
            Expect.Bytes("6432", Search(files, null).Octets);
            Assert.AreEqual("5031|6431|5031|6430|", files.Opened);
        }

        [TestMethod]
        public void Find_FirstDirectoryDoesNotExist_SearchesTheSecond()
        {
            MemoryFiles files = Files("A706300404026431A706300404026430", Vectors.DodfOk);
            Expect.Bytes("6432", Search(files, null).Octets);
        }

        [TestMethod]
        public void Find_BothDirectoriesNameIt_ReturnsTheFirst()
        {
            MemoryFiles files = Files("A706300404026430A706300404026431", Vectors.DodfOk);
            files.Add("6431", Hex.Bytes(Vectors.DodfOpq));
            Expect.Bytes("6432", Search(files, null).Octets);
        }

        [TestMethod]
        public void Find_DirectoryAtAnIndex_IsReadThere()
        {
            // DODF in 6430 at 4, DODF-opq's 29 bytes.
            MemoryFiles files = Files("A70C300A 04026430 020104 80011D", "30043000" + Vectors.DodfOpq + Vectors.DodfOk);
            Expect.Bytes("7FFF6432", Search(files, null).Octets);

            // One byte less, and the entry overruns its part of the file.
            files = Files("A70C300A 04026430 020104 80011C", "30043000" + Vectors.DodfOpq + Vectors.DodfOk);
            Expect.Content(4, () => Search(files, null));
        }

        [TestMethod]
        [DataRow(OtherOid + Vectors.DodfOk)]
        [DataRow("3000" + Vectors.DodfOk)]
        [DataRow("8001FF" + Vectors.DodfOk)]
        [DataRow("A000A10030020400" + Vectors.DodfOk)]
        [DataRow("300E 3000 3006 0C04746F6F6C A102 3000" + Vectors.DodfOk)]
        [DataRow("30143000 3006 0604672B0902 A108 30060404 7FFF6433" + Vectors.DodfOk)]
        [DataRow("A1163000 3000 A110 300E 0606 0604672B0902 3004 04026433" + Vectors.DodfOk)]
        [DataRow("0000" + Vectors.DodfOk)]
        [DataRow(OtherOid + "000000" + Vectors.DodfOk)]
        public void Find_EntriesOfOthersAndErasedOnes_AreSkipped(string dodf)
        {
            Expect.Bytes("6432", Search(Files(Vectors.Odf1, dodf), null).Octets);
        }

        [TestMethod]
        [DataRow("A118 3000 3006 0604672B0901 A10C 300A 0604672B0902 3002 0400")]
        [DataRow("3016 3000 3008 0606 0604672B0901 A108 3006 0404 7FFF6432")]
        [DataRow("A014 3000 3006 0604672B0901 A108 3006 0404 7FFF6432")]
        [DataRow("3016 3000 3006 0604672B0901 A000 A108 3006 0404 7FFF6432")]
        [DataRow("301A 3000 300C 0C04746F6F6C 0604672B0901 A108 3006 0404 7FFF6432")]
        public void Find_IdentifierInTheClassAttributes_Counts(string dodf)
        {
            MemoryFiles files = Files(Vectors.Odf1, dodf);
            if (dodf[1] == '1')
            {
                // The identifier is the right one, the path is none.
                Expect.Content(0, () => Search(files, null));
                return;
            }

            Expect.Bytes("7FFF6432", Search(files, null).Octets);
        }

        [TestMethod]
        public void Find_AnotherObjectIdentifier_IsWhatIsLookedFor()
        {
            MemoryFiles files = Files(Vectors.Odf1, Vectors.DodfOk + "A112 30003000 A10C 300A 0604672B0902 3002 0400");
            files.Add("6431", Hex.Bytes("A114 30003000 A10E 300C 0604672B0902 3004 04026444"));
            CardFileReader reader = new CardFileReader(files, 240);
            Expect.Content(39, () => new Pkcs15Directory(reader, Hex.Bytes("672B0902")).Find(null));
            Assert.IsNull(new Pkcs15Directory(reader, Hex.Bytes("672B0903")).Find(null));
            Assert.IsNull(new Pkcs15Directory(reader, Hex.Bytes("672B09")).Find(null));
            Assert.IsNull(new Pkcs15Directory(reader, Hex.Bytes("672B090100")).Find(null));
        }

        [TestMethod]
        [DataRow(Vectors.Odf1 + "FFFFFF", Vectors.DodfOk + "FFFFFFFF")]
        [DataRow(Vectors.Odf1 + "0000", Vectors.DodfOk + "00")]
        [DataRow("0000" + Vectors.Odf1 + "00FF", OtherOid + "00" + Vectors.DodfOk)]
        [DataRow(Vectors.Odf1 + "00", Vectors.DodfOk + "A1")]
        public void Find_Padding_IsNoEntry(string odf, string dodf)
        {
            Expect.Bytes("6432", Search(Files(odf, dodf), null).Octets);
        }

        [TestMethod]
        [DataRow("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "")]
        [DataRow("00000000", "")]
        [DataRow("", "")]
        [DataRow("A506300404024404", "")]
        [DataRow(Vectors.Odf1, "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
        [DataRow(Vectors.Odf1, "0000000000000000")]
        [DataRow(Vectors.Odf1, "")]
        [DataRow(Vectors.Odf1, OtherOid)]
        [DataRow(Vectors.Odf1, OtherOid + "FFFF" + Vectors.DodfOk)]
        [DataRow("FF" + Vectors.Odf1, Vectors.DodfOk)]
        [DataRow("A706300404026499", "")]
        public void Find_NoEntry_ReturnsNull(string odf, string dodf)
        {
            Assert.IsNull(Search(Files(odf, dodf), null));
        }

        [TestMethod]
        public void Find_NoOdf_ReturnsNull()
        {
            MemoryFiles files = new MemoryFiles();
            Assert.IsNull(Search(files, null));
            Assert.AreEqual("5031|", files.Opened);
        }

        [TestMethod]
        [DataRow("A70630040402")]
        [DataRow("A7")]
        [DataRow("A781")]
        [DataRow("A780")]
        [DataRow("A783000006")]
        [DataRow("A7820100300404026430")]
        [DataRow("A7FF")]
        [DataRow("A700")]
        [DataRow("A702A000")]
        [DataRow("A7053003040164")]
        [DataRow("A706300504026430")]
        [DataRow("7F06300404026430")]
        public void Find_MalformedOdf_ThrowsContent(string odf)
        {
            Expect.Content(0, () => Search(Files(odf, Vectors.DodfOk), null));
            Expect.Content(8, () => Search(Files("A506300404024404" + odf, Vectors.DodfOk), null));
        }

        [TestMethod]
        [DataRow("A125300030110C0F")]
        [DataRow("A1")]
        [DataRow("A181")]
        [DataRow("A1820126")]
        [DataRow("A18301FFFF")]
        [DataRow("A103300081")]
        [DataRow("A1063000 3004 06FF")]
        [DataRow("30063000 3004 06FF")]
        [DataRow("A10E3000 3000 A108 3006 0604672B 09")]
        [DataRow("30103000 3006 0604672B0901 A104 A002 3000")]
        [DataRow("300C3000 3006 0604672B0901 8000")]
        [DataRow("A10E3000 3000 A108 3006 0604672B0901")]
        public void Find_MalformedDodf_ThrowsContent(string dodf)
        {
            Expect.Content(0, () => Search(Files(Vectors.Odf1, dodf), null));
            int before = Hex.Bytes(OtherOid).Length;
            Expect.Content(before, () => Search(Files(Vectors.Odf1, OtherOid + dodf), null));
        }

        [TestMethod]
        public void Find_MalformedFirstDirectory_IsForgivenIfTheSecondHasIt()
        {
            MemoryFiles files = Files("A706300404026431A706300404026430", Vectors.DodfOk);
            files.Add("6431", Hex.Bytes("A1253000"));
            Expect.Bytes("6432", Search(files, null).Octets);

            files = Files("A706300404026430A70630040402", Vectors.DodfOk);
            Expect.Bytes("6432", Search(files, null).Octets);
        }

        [TestMethod]
        public void Find_SeveralProblems_TellsTheFirst()
        {
            MemoryFiles files = Files("A706300404026430A7", OtherOid + "A1");
            ContentException thrown = (ContentException)Expect.Throws(
                typeof(ContentException), () => Search(files, null));
            Assert.AreEqual(Hex.Bytes(OtherOid).Length, thrown.Offset);
            Assert.IsTrue(thrown.Reason.Contains("EF(DODF)"), thrown.Reason);
        }

        [TestMethod]
        public void Find_Again_KnowsNothingOfTheTimeBefore()
        {
            MemoryFiles files = Files(Vectors.Odf1, "A103300081");
            Pkcs15Directory directory = new Pkcs15Directory(
                new CardFileReader(files, 240), Hex.Bytes(Vectors.BootstrapOid));
            Expect.Content(0, () => directory.Find(null));

            // The card is another one now.
            files.Add("6430", Hex.Bytes("8001AA"));
            Assert.IsNull(directory.Find(null));
            files.Add("6430", Hex.Bytes("30063000 3004 06FF"));
            Expect.Content(0, () => directory.Find(null));
            files.Add("6430", Hex.Bytes("8001AA"));
            Assert.IsNull(directory.Find(null));
            files.Add("6430", Hex.Bytes(Vectors.DodfOk));
            Expect.Bytes("6432", directory.Find(null).Octets);
            files.Add("5031", Hex.Bytes("FF"));
            Assert.IsNull(directory.Find(null));
        }

        [TestMethod]
        [DataRow(240)]
        [DataRow(1)]
        public void Find_OversizedEntriesOfOthers_AreSkipped(int chunkSize)
        {
            // Two of 700 and 256 bytes, full of what would end the directory, then ours.
            byte[] ours = Hex.Bytes(Vectors.DodfOk);
            byte[] dodf = new byte[704 + 260 + ours.Length];
            for (int i = 0; i < dodf.Length; i++)
                dodf[i] = 0xFF;
            System.Array.Copy(Hex.Bytes("A18202BC"), 0, dodf, 0, 4);
            System.Array.Copy(Hex.Bytes("30820100"), 0, dodf, 704, 4);
            System.Array.Copy(ours, 0, dodf, 964, ours.Length);
            MemoryFiles files = new MemoryFiles();
            files.Add("5031", Hex.Bytes(Vectors.Odf1));
            files.Add("6430", dodf);
            CardFileReader reader = new CardFileReader(files, chunkSize);
            CardPath path = new Pkcs15Directory(reader, Hex.Bytes(Vectors.BootstrapOid)).Find(null);
            Expect.Bytes("6432", path.Octets);
        }

        [TestMethod]
        public void Find_LongestEntriesThatMatter_AreRead()
        {
            // A label of 150 characters makes the entry longer than 127 bytes: lengths in the long form throughout.
            byte[] label = new byte[150];
            for (int i = 0; i < label.Length; i++)
                label[i] = (byte)'L';
            byte[] start = Hex.Bytes("A181AC 308199 0C8196");
            byte[] end = Hex.Bytes("3000 A10E 300C 0604672B0901 3004 04026432");
            byte[] dodf = new byte[start.Length + label.Length + end.Length];
            System.Array.Copy(start, 0, dodf, 0, start.Length);
            System.Array.Copy(label, 0, dodf, start.Length, label.Length);
            System.Array.Copy(end, 0, dodf, start.Length + label.Length, end.Length);
            dodf[2] = (byte)(dodf.Length - 3);
            MemoryFiles files = new MemoryFiles();
            files.Add("5031", Hex.Bytes(Vectors.Odf1));
            files.Add("6430", dodf);
            Expect.Bytes("6432", Search(files, null).Octets);
        }

        [TestMethod]
        public void Find_MoreDirectoriesThanAnyCardHas_EndsWell()
        {
            byte[] odf = new byte[32000];
            for (int i = 0; i + 8 <= odf.Length; i += 8)
                System.Array.Copy(Hex.Bytes(Vectors.Odf1), 0, odf, i, 8);
            MemoryFiles files = new MemoryFiles();
            files.Add("5031", odf);
            files.Add("6430", Hex.Bytes(OtherOid));
            Assert.IsNull(Search(files, null));
            Assert.IsTrue(files.Reads < 300, "reads: " + files.Reads.ToString());
        }

        [TestMethod]
        public void Find_EveryPrefixOfEachVector_EndsWellFormed()
        {
            string[] dodfs = { Vectors.DodfBad, Vectors.DodfOk, Vectors.DodfIdx, Vectors.DodfOpq };
            for (int i = 0; i < dodfs.Length; i++)
            {
                byte[] dodf = Hex.Bytes(dodfs[i]);
                for (int length = 0; length < dodf.Length; length++)
                    EndsWellFormed(Hex.Bytes(Vectors.Odf1), Prefix(dodf, length), length == 0 ? 0 : 2);
            }

            byte[] odf = Hex.Bytes(Vectors.Odf1);
            for (int length = 0; length < odf.Length; length++)
                EndsWellFormed(Prefix(odf, length), Hex.Bytes(Vectors.DodfOk), length == 0 ? 0 : 2);
            odf = Hex.Bytes(Vectors.Odf2);
            for (int length = 0; length < odf.Length; length++)
                EndsWellFormed(Prefix(odf, length), Hex.Bytes(Vectors.DodfOk), -1);
        }

        [TestMethod]
        public void Find_EveryByteOfTheOdfSetToEachValue_EndsWellFormed()
        {
            SetEachByte(Vectors.Odf1, Vectors.DodfOk, true);
        }

        [TestMethod]
        public void Find_EveryByteOfADodfWithOidDoSetToEachValue_EndsWellFormed()
        {
            SetEachByte(Vectors.DodfOk, Vectors.Odf1, false);
        }

        [TestMethod]
        public void Find_EveryByteOfADodfWithOpaqueDoSetToEachValue_EndsWellFormed()
        {
            SetEachByte(Vectors.DodfOpq, Vectors.Odf1, false);
        }

        private static void SetEachByte(string vector, string other, bool isOdf)
        {
            byte[] bytes = Hex.Bytes(vector);
            byte[] rest = Hex.Bytes(other);
            for (int i = 0; i < bytes.Length; i++)
            {
                byte right = bytes[i];
                for (int value = 0; value < 256; value++)
                {
                    bytes[i] = (byte)value;
                    EndsWellFormed(isOdf ? bytes : rest, isOdf ? rest : bytes, value == right ? 1 : -1);
                }

                bytes[i] = right;
            }
        }

        // 0: null, 1: a path, 2: a content exception; expected -1: any of them, and never anything else.
        private static void EndsWellFormed(byte[] odf, byte[] dodf, int expected)
        {
            MemoryFiles files = new MemoryFiles();
            files.Add("5031", odf);
            files.Add("6430", dodf);
            int end;
            try
            {
                CardPath path = Search(files, null);
                end = path == null ? 0 : 1;
                Assert.IsTrue(path == null || (path.Octets.Length & 1) == 0);
            }
            catch (ContentException e)
            {
                end = 2;
                Assert.IsTrue(e.Offset >= 0 && e.Offset < odf.Length + dodf.Length, e.Message);
            }

            Assert.IsTrue(expected < 0 || end == expected, "ended as " + end.ToString());
            Assert.IsTrue(files.Reads < 40, "reads: " + files.Reads.ToString());
        }

        private static byte[] Prefix(byte[] bytes, int length)
        {
            byte[] prefix = new byte[length];
            System.Array.Copy(bytes, 0, prefix, 0, length);
            return prefix;
        }

        private static MemoryFiles Files(string odf, string dodf)
        {
            MemoryFiles files = new MemoryFiles();
            files.Add("5031", Hex.Bytes(odf));
            files.Add("6430", Hex.Bytes(dodf));
            return files;
        }

        private static CardPath Search(MemoryFiles files, string odfPath)
        {
            CardFileReader reader = new CardFileReader(files, 240);
            Pkcs15Directory directory = new Pkcs15Directory(reader, Hex.Bytes(Vectors.BootstrapOid));
            return directory.Find(odfPath == null ? null : Hex.Bytes(odfPath));
        }
    }
}
