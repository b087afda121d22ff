using Bootstrapper.Card;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    [TestClass]
    public sealed class CardPathTests
    {
        // A data row can hold no null on the device.
        private const string Refused = "";

        [TestMethod]
        public void Constructor_Octets_NameTheWholeFile()
        {
            CardPath path = new CardPath(Hex.Bytes("7FFF6432"));
            Expect.Bytes("7FFF6432", path.Octets);
            Assert.AreEqual(0, path.Index);
            Assert.AreEqual(CardPath.WholeFile, path.Length);
        }

        [TestMethod]
        [DataRow("04026432", "6432", 0, CardPath.WholeFile)]
        [DataRow("04047FFF6432", "7FFF6432", 0, CardPath.WholeFile)]
        [DataRow("04063F0050154320", "3F0050154320", 0, CardPath.WholeFile)]
        [DataRow("040E1111222233334444555566667777", "1111222233334444555566667777", 0, CardPath.WholeFile)]
        [DataRow("04026432 020110 80017A", "6432", 16, 122)]
        [DataRow("04026432 020110 8002007A", "6432", 16, 122)]
        [DataRow("04026432 02020080 80020080", "6432", 128, 128)]
        [DataRow("04026432 020100 800100", "6432", 0, 0)]
        [DataRow("04026432 02027FFF 80028000", Refused, 0, 0)]
        [DataRow("04026432 020110", "6432", 0, CardPath.WholeFile)]
        [DataRow("04026432 80017A", "6432", 0, CardPath.WholeFile)]
        [DataRow("04026432 0C0141 020110 80017A", "6432", 16, 122)]
        [DataRow("04026432 0201FB 80017A", Refused, 0, 0)]
        [DataRow("04026432 020110 8001FF", Refused, 0, 0)]
        [DataRow("04026432 0200 80017A", Refused, 0, 0)]
        [DataRow("04026432 02050100000000 80017A", Refused, 0, 0)]
        [DataRow("04026432 020110 80", Refused, 0, 0)]
        [DataRow("04026432 FF", Refused, 0, 0)]
        [DataRow("0400", Refused, 0, 0)]
        [DataRow("040164", Refused, 0, 0)]
        [DataRow("0403643200", Refused, 0, 0)]
        [DataRow("041011112222333344445555666677778888", Refused, 0, 0)]
        [DataRow("0404 6432", Refused, 0, 0)]
        [DataRow("020110 80017A", Refused, 0, 0)]
        [DataRow("020110 04026432", Refused, 0, 0)]
        [DataRow("", Refused, 0, 0)]
        public void Path_InADirectoryEntry_IsReadOrRefused(string contents, string octets, int index, int length)
        {
            if (octets == Refused)
            {
                Expect.Throws(typeof(ContentException), () => FromEntry(contents));
                return;
            }

            CardPath path = FromEntry(contents);
            Expect.Bytes(octets, path.Octets);
            Assert.AreEqual(index, path.Index);
            Assert.AreEqual(length, path.Length);
        }

        /// <summary>Reads a Path, of which these are the contents, from the entry of a DODF.</summary>
        public static CardPath FromEntry(string contents)
        {
            // oidDO { common, class, [1] { { id, Path } } }
            byte[] path = Tagged(0x30, Hex.Bytes(contents));
            byte[] type = Tagged(0xA1, Tagged(0x30, Joined(Hex.Bytes("0604672B0901"), path)));
            byte[] entry = Tagged(0xA1, Joined(Hex.Bytes("30003000"), type));
            MemoryFiles files = new MemoryFiles();
            files.Add("5031", Hex.Bytes(Vectors.Odf1));
            files.Add("6430", entry);
            return new Pkcs15Directory(new CardFileReader(files, 240), Hex.Bytes(Vectors.BootstrapOid)).Find(null);
        }

        private static byte[] Tagged(int tag, byte[] value)
        {
            return Joined(new byte[] { (byte)tag, (byte)value.Length }, value);
        }

        private static byte[] Joined(byte[] first, byte[] second)
        {
            byte[] both = new byte[first.Length + second.Length];
            System.Array.Copy(first, 0, both, 0, first.Length);
            System.Array.Copy(second, 0, both, first.Length, second.Length);
            return both;
        }
    }
}
