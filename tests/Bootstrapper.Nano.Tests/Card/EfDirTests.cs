using Bootstrapper.Card;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    [TestClass]
    public sealed class EfDirTests
    {
        // A data row can hold no null on the device.
        private const string Default = "";

        private const string Usim =
            "61184F10A0000000871002FFFFFFFF890300000050045553494DFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF";

        private const string Unused = "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF";

        [TestMethod]
        public void Find_TemplateWithLabelPathAndDiscretionary_ReturnsTheIdentifier()
        {
            Finds(Vectors.Aid, null, Vectors.Dir1);
        }

        [TestMethod]
        public void Find_TemplateWithFiller_ReturnsTheIdentifier()
        {
            Finds(Vectors.Aid, null, Vectors.Dir2);
        }

        [TestMethod]
        public void Find_TemplateWithoutPath_ReturnsTheIdentifier()
        {
            Finds(Vectors.Aid, null, "610E4F0C" + Vectors.Aid);
        }

        [TestMethod]
        public void Find_LabelBeforeTheIdentifier_ReturnsTheIdentifier()
        {
            Finds(Vectors.Aid, null, "6112500250314F0C" + Vectors.Aid);
        }

        [TestMethod]
        public void Find_OtherApplicationsAndUnusedRecordsFirst_ReturnsTheIdentifier()
        {
            Finds(Vectors.Aid, null, Usim, Unused, "00000000", Vectors.Dir2);
        }

        [TestMethod]
        public void Find_ManyApplicationsFirst_ReturnsTheIdentifier()
        {
            string[] records = new string[20];
            for (int i = 0; i < 19; i++)
                records[i] = Usim;
            records[19] = Vectors.Dir2;
            Finds(Vectors.Aid, null, records);
        }

        [TestMethod]
        public void Find_LongerIdentifier_ReturnsAllOfIt()
        {
            Finds(Vectors.Aid + "01020304", null, "61124F10" + Vectors.Aid + "01020304");
        }

        [TestMethod]
        public void Find_SeveralMatches_ReturnsTheFirst()
        {
            Finds(Vectors.Aid + "01", null, "610F4F0D" + Vectors.Aid + "01", Vectors.Dir2);
        }

        [TestMethod]
        [DataRow("7308 3006 0404 3F006031", "3F006031")]
        [DataRow("7306 3004 0402 6031", "6031")]
        [DataRow("730C 06022A03 3006 0404 7FFF6031", "7FFF6031")]
        [DataRow("730A A108 0406 3F0050154320", Default)]
        [DataRow("7306 3004 0403 603100", Default)]
        [DataRow("7302 3004", Default)]
        [DataRow("7300", Default)]
        public void Find_DiscretionaryData_MayNameTheOdf(string discretionary, string odfPath)
        {
            byte[] data = Hex.Bytes(discretionary);
            Finds(Vectors.Aid, odfPath == Default ? null : odfPath, "61" + (14 + data.Length).ToString("X2") + "4F0C" + Vectors.Aid + discretionary);
        }

        [TestMethod]
        [DataRow("6135")]
        [DataRow("61")]
        [DataRow("61144F0CA000000063504B43532D313551043F0050")]
        [DataRow("61064F0CA0000000")]
        [DataRow("61004F0CA000000063504B43532D3135")]
        [DataRow("4F0CA000000063504B43532D3135")]
        [DataRow("620E4F0CA000000063504B43532D3135")]
        [DataRow("61024F00")]
        [DataRow("610D4F0BA000000063504B43532D31")]
        [DataRow("610E4F0CA000000063504B43532D3136")]
        [DataRow("61134F11A000000063504B43532D31350102030405")]
        [DataRow("FFFFFFFF")]
        [DataRow("6180")]
        [DataRow("618500000000014F")]
        public void Find_RecordThatIsNoneOfIt_IsSkipped(string record)
        {
            Finds(Vectors.Aid, null, record, Vectors.Dir2);
            Assert.IsNull(Search(record));
        }

        [TestMethod]
        public void Find_NoFileOrNoSuchApplication_ReturnsFalse()
        {
            Assert.IsFalse(new EfDir(new MemoryFiles()).Find(Hex.Bytes(Vectors.Aid)));
            Assert.IsNull(Search(Usim, Unused, Usim));
        }

        [TestMethod]
        public void IsThere_ListWithoutTheApplication_IsTrue()
        {
            MemoryFiles files = new MemoryFiles();
            EfDir directory = new EfDir(files);
            files.Records = new[] { Usim };
            directory.Find(Hex.Bytes(Vectors.Aid));
            Assert.IsTrue(directory.IsThere);

            files.Records = new string[0];
            directory.Find(Hex.Bytes(Vectors.Aid));
            Assert.IsFalse(directory.IsThere, "not that of the card before");
        }

        [TestMethod]
        public void Find_EveryByteOfARecordSetToEachValue_EndsWellFormed()
        {
            byte[] record = Hex.Bytes(Vectors.Dir1);
            MemoryFiles files = new MemoryFiles();
            EfDir directory = new EfDir(files);
            string[] records = new string[1];
            files.Records = records;
            for (int i = 0; i < 22; i++)
            {
                string before = Vectors.Dir1.Substring(0, 2 * i);
                string after = Vectors.Dir1.Substring((2 * i) + 2);
                for (int value = 0; value < 256; value++)
                {
                    records[0] = before + value.ToString("X2") + after;
                    bool isFound = directory.Find(Hex.Bytes(Vectors.Aid));
                    Assert.IsTrue(isFound ? directory.Identifier.Length <= 16 : directory.Identifier == null);
                    Assert.IsTrue(value != record[i] || isFound);
                }
            }
        }

        [TestMethod]
        public void Find_CardThatNeverRunsOutOfRecords_GivesUp()
        {
            MemoryFiles files = new MemoryFiles();
            files.Records = new string[1000];
            for (int i = 0; i < files.Records.Length; i++)
                files.Records[i] = Usim;
            Assert.IsFalse(new EfDir(files).Find(Hex.Bytes(Vectors.Aid)));
            Assert.IsTrue(files.Reads < 255, "a record number has one byte");
        }

        private static EfDir Search(params string[] records)
        {
            MemoryFiles files = new MemoryFiles();
            files.Records = records;
            EfDir directory = new EfDir(files);
            bool isFound = directory.Find(Hex.Bytes(Vectors.Aid));
            Assert.AreEqual("2F00/1E|", files.Opened);
            Assert.AreEqual(isFound, directory.Identifier != null);
            return isFound ? directory : null;
        }

        private static void Finds(string identifier, string odfPath, params string[] records)
        {
            EfDir found = Search(records);
            Assert.IsNotNull(found);
            Expect.Bytes(identifier, found.Identifier);
            if (odfPath == null)
                Assert.IsNull(found.OdfPath);
            else
                Expect.Bytes(odfPath, found.OdfPath);
        }
    }
}
