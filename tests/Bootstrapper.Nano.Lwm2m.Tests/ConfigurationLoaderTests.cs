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
    public sealed class ConfigurationLoaderTests
    {
        [TestMethod]
        public void Load_AllFF_IsBlank()
        {
            LoadResult result = Sample.Load("FFFFFFFFFFFFFFFF");
            Assert.AreEqual((int)LoadOutcome.Blank, (int)result.Outcome);
            Assert.IsNull(result.Configuration);
            Assert.AreEqual(0, result.Findings.Length);
        }

        [TestMethod]
        public void Load_AllZero_IsEmpty()
        {
            LoadResult result = Sample.Load("0000000000000000");
            Assert.AreEqual((int)LoadOutcome.Empty, (int)result.Outcome);
            Assert.IsNull(result.Configuration);
            Assert.AreEqual(0, result.Findings.Length);
        }

        [TestMethod]
        public void Load_RecordsWithoutInstances_IsEmpty()
        {
            LoadResult result = Sample.Load(Tlv.File(Tlv.Record(0, ""), Tlv.Record(1, "")));
            Assert.AreEqual((int)LoadOutcome.Empty, (int)result.Outcome);
        }

        [TestMethod]
        public void Load_NoAccountButOtherInstances_IsEmptyWithoutFindings()
        {
            LoadResult result = Sample.Load(Tlv.File(
                Sample.AccessControl(SampleInstance.AccessControl(0, 9)), Sample.Oscore(SampleInstance.Oscore(0).Remove(0))));
            Assert.AreEqual((int)LoadOutcome.Empty, (int)result.Outcome);
            Assert.IsNull(result.Configuration);
            Assert.AreEqual(0, result.Findings.Length);
        }

        [TestMethod]
        public void Load_Warnings_ComeWithTheConfiguration()
        {
            LoadResult result = Sample.Load(Tlv.File(
                Sample.Security(SampleInstance.Security(0, 1).Remove(3)), Sample.Server(SampleInstance.Server(0, 1))));
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)result.Outcome);
            Assert.IsNotNull(result.Configuration);
            Assert.AreEqual("7?/0/0/3", Sample.Describe(result.Findings));
        }

        [TestMethod]
        [DataRow("")]
        [DataRow("00")]
        [DataRow("0000000100")] // more than the file has
        [DataRow("0001000000")]
        [DataRow(Vectors.C)] // no bootstrap file
        public void Load_NotAFile_ThrowsContent(string file)
        {
            Expect.Throws(typeof(ContentException), () => Sample.Load(file));
        }

        [TestMethod]
        public void Load_Digest_IsTheCrc32OfTheContent()
        {
            // By an independent computation (zlib), of 126 and of 58 bytes.
            Assert.AreEqual(0xCACEC06CU, Sample.Load(Vectors.A).Digest);
            Assert.AreEqual(0xD9919478U, Sample.Load(Vectors.B).Digest);
        }

        [TestMethod]
        public void Load_Padding_IsNotInTheDigestAndNotRead()
        {
            uint digest = Sample.Load(Vectors.A).Digest;
            Assert.AreEqual(digest, Sample.Load(Vectors.A + "FFFFFF").Digest);
            Assert.AreEqual(digest, Sample.Load(Vectors.A + Tlv.Bytes(600)).Digest);

            ByteArraySource source = (ByteArraySource)Sample.Source(Vectors.A + "ABCD");
            new ConfigurationLoader().Load(source);
            byte[] left = new byte[4];
            Assert.AreEqual(2, source.Read(left, 0, 4));
            Assert.AreEqual(0xAB, (int)left[0]);
        }

        [TestMethod]
        public void Load_Inconsistent_HasTheDigestAsWell()
        {
            string file = Tlv.File(Sample.Server(SampleInstance.Server(0, 1)));
            LoadResult result = Sample.Load(file);
            Assert.AreEqual((int)LoadOutcome.Inconsistent, (int)result.Outcome);
            Crc32Source crc = new Crc32Source(Sample.Source(file));
            byte[] all = new byte[file.Length / 2];
            Assert.AreEqual(all.Length, crc.Read(all, 0, all.Length));
            Assert.AreEqual(crc.Value, result.Digest);
        }

        [TestMethod]
        [DataRow(0, 1, 0)]
        [DataRow(0, 1, 1)]
        [DataRow(0, 1, 255)] // an unknown minor version
        [DataRow(1, 1, 2)]
        [DataRow(2, 1, 1)]
        [DataRow(21, 1, 0)]
        [DataRow(21, 2, 0)]
        [DataRow(21, 2, 9)]
        public void Load_KnownMajorVersion_IsKept(int objectId, int major, int minor)
        {
            LoadResult result = Sample.Load(FileWithVersion(objectId, major, minor));
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)result.Outcome);
            Assert.AreEqual(0, result.SkippedObjectCount);
            BootstrapConfiguration configuration = result.Configuration;
            Assert.AreEqual(objectId == 1 ? 2 : 1, configuration.SecurityInstances.Length);
            Assert.AreEqual(objectId == 1 ? 1 : 0, configuration.ServerInstances.Length);
            Assert.AreEqual(objectId == 2 ? 1 : 0, configuration.AccessControlInstances.Length);
            Assert.AreEqual(objectId == 21 ? 1 : 0, configuration.OscoreInstances.Length);
        }

        [TestMethod]
        [DataRow(0, 2, 0)]
        [DataRow(1, 2, 0)]
        [DataRow(1, 255, 255)]
        [DataRow(2, 2, 1)]
        [DataRow(21, 3, 7)]
        public void Load_UnknownMajorVersion_IsSkippedAndNamed(int objectId, int major, int minor)
        {
            LoadResult result = Sample.Load(FileWithVersion(objectId, major, minor));
            Assert.AreEqual((int)(objectId == 0 ? LoadOutcome.Empty : LoadOutcome.Loaded), (int)result.Outcome);
            Assert.AreEqual(1, result.SkippedObjectCount);
            Assert.AreEqual(1, result.SkippedObjects.Length);
            Assert.AreEqual(objectId, result.SkippedObjects[0].ObjectId);
            Assert.AreEqual(major, result.SkippedObjects[0].MajorVersion);
            Assert.AreEqual(minor, result.SkippedObjects[0].MinorVersion);
            if (objectId == 1)
                Assert.AreEqual(0, result.Configuration.ServerInstances.Length);
        }

        [TestMethod]
        public void Load_UnknownObjects_AreNamedUpToALimit()
        {
            string[] records = new string[20];
            for (int i = 0; i < records.Length; i++)
                records[i] = Tlv.Record(1000 + i, Tlv.Instance(0, Tlv.Resource(1, "00") + Tlv.Resource(2, "00")));
            records[1] = Tlv.Record(1001, 3, 4, "");
            LoadResult result = Sample.Load(Sample.AccountFile(records));
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)result.Outcome);
            Assert.AreEqual(20, result.SkippedObjectCount);
            Assert.AreEqual(16, result.SkippedObjects.Length);
            Assert.AreEqual(1000, result.SkippedObjects[0].ObjectId);
            Assert.AreEqual(0, result.SkippedObjects[0].MajorVersion);
            Assert.AreEqual(1001, result.SkippedObjects[1].ObjectId);
            Assert.AreEqual(3, result.SkippedObjects[1].MajorVersion);
            Assert.AreEqual(4, result.SkippedObjects[1].MinorVersion);
            Assert.AreEqual(1015, result.SkippedObjects[15].ObjectId);

            // Their resources are counted, and named by the object.
            Assert.AreEqual(38, result.SkippedResourceCount);
            Assert.AreEqual(0, result.SkippedResources.Length);
        }

        [TestMethod]
        public void Load_UnknownResources_AreCountedAndNamed()
        {
            SampleInstance server = SampleInstance.Server(3, 1).Set(4, "").Set(28, "0102").Set(63, "");
            LoadResult result = Sample.Load(Tlv.File(
                Sample.Security(SampleInstance.Security(7, 1).SetMultiple(
                    40, Tlv.ResourceInstance(0, "01"), Tlv.ResourceInstance(1, "02"))),
                Sample.Server(server.SetMultiple(62))));
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)result.Outcome);
            Assert.AreEqual(5, result.SkippedResourceCount);
            Assert.AreEqual(5, result.SkippedResources.Length);
            Assert.AreEqual("/0/7/40", result.SkippedResources[0]); // one, whatever the number of its values
            Assert.AreEqual("/1/3/4", result.SkippedResources[1]); // an executable
            Assert.AreEqual("/1/3/28", result.SkippedResources[2]);
            Assert.AreEqual("/1/3/62", result.SkippedResources[3]);
            Assert.AreEqual("/1/3/63", result.SkippedResources[4]);
        }

        [TestMethod]
        public void Load_ManyUnknownResources_AreNamedUpToALimit()
        {
            string resources = "";
            for (int i = 0; i < 40; i++)
                resources = resources + Tlv.Resource(200 + i, "");
            LoadResult result = Sample.Load(Tlv.File(
                Tlv.Record(0, SampleInstance.BootstrapServer(0).ToString()),
                Tlv.Record(21, Tlv.Instance(1, Tlv.Resource(0, "") + Tlv.Resource(1, "") + Tlv.Resource(2, "") + resources))));
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)result.Outcome);
            Assert.AreEqual(40, result.SkippedResourceCount);
            Assert.AreEqual(16, result.SkippedResources.Length);
            Assert.AreEqual("/21/1/200", result.SkippedResources[0]);
            Assert.AreEqual("/21/1/215", result.SkippedResources[15]);
        }

        [TestMethod]
        public void Load_SkippedRecordMalformed_ThrowsContent()
        {
            // The resource says 2 bytes, the instance has 1 for it.
            Expect.Content(11, () => Sample.Load(Tlv.File(Tlv.Record(3, Tlv.Instance(0, "C20001")))));
            Expect.Content(12, () => Sample.Load(Tlv.File(Tlv.Record(1, 2, 0, Tlv.Instance(0, "C20001")))));
        }

        [TestMethod]
        public void Load_UpToTheLimit_IsAccepted()
        {
            LoadResult result = new ConfigurationLoader(4).Load(Sample.Source(Instances(4)));
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)result.Outcome);
        }

        [TestMethod]
        public void Load_MoreInstancesThanTheLimit_ThrowsContent()
        {
            // 9 bytes of headers, 4 instances of 2 bytes: the limit counts the instances of all objects together.
            string file = Tlv.File(
                Sample.AccessControl(), Tlv.Record(21, "0000" + "0001" + "0002"), Tlv.Record(2 + 3, "0000" + "0001"),
                Tlv.Record(1, "0000" + "0001"));
            Expect.Content(4 + 5 + 5 + 6 + 5 + 4 + 5 + 2, () => new ConfigurationLoader(4).Load(Sample.Source(file)));
            Assert.AreEqual((int)LoadOutcome.Inconsistent, (int)new ConfigurationLoader(5).Load(Sample.Source(file)).Outcome);
        }

        [TestMethod]
        public void Load_DefaultLimit_Is16()
        {
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)Sample.Load(Instances(16)).Outcome);
            ContentException thrown =
                (ContentException)Expect.Throws(typeof(ContentException), () => Sample.Load(Instances(17)));
            Assert.IsTrue(thrown.Reason.IndexOf("16") >= 0, thrown.Reason);
        }

        [TestMethod]
        public void Load_AfterALoadThatReachedTheLimit_StartsAnew()
        {
            ConfigurationLoader loader = new ConfigurationLoader(4);
            Expect.Throws(typeof(ContentException), () => loader.Load(Sample.Source(Instances(5))));
            for (int i = 0; i < 3; i++)
                Assert.AreEqual((int)LoadOutcome.Loaded, (int)loader.Load(Sample.Source(Instances(4))).Outcome);
        }

        [TestMethod]
        public void Load_Again_DisturbsNothingOfBefore()
        {
            ConfigurationLoader loader = new ConfigurationLoader();
            BootstrapConfiguration first = loader.Load(Sample.Source(Vectors.A)).Configuration;
            BootstrapConfiguration second = loader.Load(Sample.Source(Vectors.B)).Configuration;
            Assert.AreNotSame(first, second);
            ExpectIsA(first);
            Assert.AreEqual("coap://leshan.eclipseprojects.io:5783", second.SecurityInstances[0].ServerUri);
            Assert.AreEqual(0, second.ServerInstances.Length);
        }

        [TestMethod]
        public void Load_Failed_DisturbsNothingOfBefore()
        {
            ConfigurationLoader loader = new ConfigurationLoader();
            BootstrapConfiguration before = loader.Load(Sample.Source(Vectors.A)).Configuration;
            string truncated = Vectors.AppendixF.Substring(0, Vectors.AppendixF.Length - 2);
            Expect.Throws(typeof(ContentException), () => loader.Load(Sample.Source(truncated)));
            LoadResult inconsistent = loader.Load(Sample.Source(Tlv.File(Sample.Server(SampleInstance.Server(0, 9)))));
            Assert.AreEqual((int)LoadOutcome.Inconsistent, (int)inconsistent.Outcome);
            Assert.IsNull(inconsistent.Configuration);
            ExpectIsA(before);

            LoadResult after = loader.Load(Sample.Source(Vectors.AppendixF));
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)after.Outcome);
            Assert.AreEqual(3, after.Configuration.SecurityInstances.Length);
            Assert.AreEqual(2, after.Configuration.ServerInstances.Length);
            Assert.AreEqual(5, after.Configuration.AccessControlInstances.Length);
            Assert.AreEqual(0, after.Findings.Length);
        }

        [TestMethod]
        public void Load_FailedInAList_DisturbsNotTheNext()
        {
            ConfigurationLoader loader = new ConfigurationLoader();
            SampleInstance bad = SampleInstance.BootstrapServer(0).SetMultiple(
                25, Tlv.ResourceInstance(0, Tlv.Text("coap://a")), Tlv.ResourceInstance(1, "FF"));
            Expect.Throws(typeof(ContentException), () => loader.Load(Sample.Source(Tlv.File(Sample.Security(bad)))));
            SampleInstance good = SampleInstance.BootstrapServer(0).SetMultiple(
                25, Tlv.ResourceInstance(0, Tlv.Text("coap://b")));
            LoadResult result = loader.Load(Sample.Source(Tlv.File(Sample.Security(good))));
            Assert.AreEqual(1, result.Configuration.SecurityInstances[0].SecondaryServerUris.Length);
            Assert.AreEqual("coap://b", result.Configuration.SecurityInstances[0].SecondaryServerUris[0]);
        }

        [TestMethod]
        public void Arguments_OutOfRange_Throw()
        {
            Expect.Throws(typeof(ArgumentOutOfRangeException), () => new ConfigurationLoader(0).Load(Sample.Source(Vectors.A)));
            Expect.Throws(typeof(ArgumentNullException), () => new ConfigurationLoader().Load(null));
        }

        // A file whose record of the object has the version; the accounts it needs besides are complete.
        private static string FileWithVersion(int objectId, int major, int minor)
        {
            string bootstrap = Sample.Security(SampleInstance.BootstrapServer(5));
            switch (objectId)
            {
                case 0:
                    return Tlv.File(Tlv.Record(0, major, minor, SampleInstance.BootstrapServer(5).ToString()));
                case 1:
                    string both = Sample.Security(SampleInstance.BootstrapServer(5), SampleInstance.Security(0, 1));
                    return Tlv.File(
                        major == 1 ? both : bootstrap,
                        Tlv.Record(1, major, minor, SampleInstance.Server(0, 1).ToString()));
                case 2:
                    return Tlv.File(bootstrap, Tlv.Record(2, major, minor, SampleInstance.AccessControl(0, 0).ToString()));
                default:
                    return Tlv.File(bootstrap, Tlv.Record(21, major, minor, SampleInstance.Oscore(0).ToString()));
            }
        }

        // So many instances of known objects, and some of another one.
        private static string Instances(int count)
        {
            string oscores = "";
            for (int i = 1; i < count; i++)
                oscores = oscores + SampleInstance.Oscore(i * 1000).ToString();
            return Tlv.File(
                Sample.Security(SampleInstance.BootstrapServer(0)), Tlv.Record(3, "000000010002"), Tlv.Record(21, oscores));
        }

        private static void ExpectIsA(BootstrapConfiguration configuration)
        {
            Assert.AreEqual(1, configuration.SecurityInstances.Length);
            Assert.AreEqual(1, configuration.ServerInstances.Length);
            Assert.AreEqual("coaps://eu.iot.avsystem.cloud:5684", configuration.FindSecurity(1).ServerUri);
            Expect.Bytes(Tlv.Text("3x@mpl3P5K53cr3tK3y"), configuration.FindSecurity(1).SecretKey);
            Assert.AreEqual(86400L, configuration.FindServer(1).Lifetime);
            Assert.AreEqual("U", configuration.FindServer(1).Binding);
        }
    }
}
