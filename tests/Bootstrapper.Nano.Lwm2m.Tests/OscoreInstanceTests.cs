using Bootstrapper.Lwm2m;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Lwm2m
{
    [TestClass]
    public sealed class OscoreInstanceTests
    {
        [TestMethod]
        public void Properties_Present_AreRead()
        {
            SampleInstance sample = SampleInstance.Oscore(4).Set(0, "0102").Set(1, "03").Set(2, "04").Set(3, "0A").Set(4, "05");
            OscoreInstance oscore = Read(Sample.Oscore(sample.Set(5, "06").Set(6, "0708")));
            Assert.AreEqual(21, oscore.ObjectId);
            Assert.AreEqual(4, oscore.InstanceId);
            Expect.Bytes("0102", oscore.MasterSecret);
            Expect.Bytes("03", oscore.SenderId);
            Expect.Bytes("04", oscore.RecipientId);
            Assert.AreEqual(10, oscore.AeadAlgorithm);
            Assert.AreEqual(5, oscore.HmacAlgorithm);
            Expect.Bytes("06", oscore.MasterSalt);
            Expect.Bytes("0708", oscore.IdContext);
            for (int id = 0; id < 64; id++)
                Assert.AreEqual(id < 7, oscore.Has(id), id.ToString());
        }

        [TestMethod]
        public void Algorithms_Negative_AreRead()
        {
            OscoreInstance oscore = Read(Sample.Oscore(SampleInstance.Oscore(0).Set(3, "FF").Set(4, "FFF6")));
            Assert.AreEqual(-1, oscore.AeadAlgorithm);
            Assert.AreEqual(-10, oscore.HmacAlgorithm);
        }

        [TestMethod]
        public void Properties_Absent_HaveTheirDefaults()
        {
            OscoreInstance oscore = Read(Sample.Oscore(SampleInstance.Oscore(0)));
            Assert.AreEqual(0, oscore.AeadAlgorithm);
            Assert.AreEqual(0, oscore.HmacAlgorithm);
            Assert.IsNull(oscore.MasterSalt);
            Assert.IsNull(oscore.IdContext);
            for (int id = 0; id < 64; id++)
                Assert.AreEqual(id < 3, oscore.Has(id), id.ToString());
        }

        [TestMethod]
        public void MajorVersion_StatedOrNot_IsRead()
        {
            string instance = SampleInstance.Oscore(0).ToString();
            Assert.AreEqual(0, Read(Tlv.Record(21, instance)).MajorVersion);
            Assert.AreEqual(1, Read(Tlv.Record(21, 1, 1, instance)).MajorVersion);
            Assert.AreEqual(2, Read(Tlv.Record(21, 2, 0, instance)).MajorVersion);
        }

        [TestMethod]
        public void MasterSecret_StringOfVersion1_IsTheBytesOfTheFile()
        {
            // No UTF-8: whether a 1.x string is text or hex is the client's to decide.
            string instance = SampleInstance.Oscore(0).Set(0, "FF00").ToString();
            Expect.Bytes("FF00", Read(Tlv.Record(21, 1, 0, instance)).MasterSecret);
        }

        private static OscoreInstance Read(string record)
        {
            return Sample.Accept(Sample.AccountFile(record)).OscoreInstances[0];
        }
    }
}
