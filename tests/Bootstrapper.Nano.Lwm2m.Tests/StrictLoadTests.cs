using System;
using Bootstrapper.Lwm2m;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Lwm2m
{
    /// <summary>
    /// What stands twice, and values that are not what their resource has. A file begins with 4 bytes and a record here with
    /// 5: the first instance stands at 9.
    /// </summary>
    [TestClass]
    public sealed class StrictLoadTests
    {
        private const int FirstInstance = 9;

        [TestMethod]
        [DataRow(0)]
        [DataRow(3)]
        [DataRow(63)]
        [DataRow(64)]
        [DataRow(65534)]
        public void Load_ObjectTwice_ThrowsContent(int objectId)
        {
            string record = Tlv.Record(objectId, "");
            Expect.Content(9, () => Sample.Load(Tlv.File(record, record)));
            string file = Tlv.File(record, Tlv.Record(5, ""), Tlv.Record(objectId, 1, 0, ""));
            Expect.Content(14, () => Sample.Load(file));
        }

        [TestMethod]
        public void Load_ObjectTwiceInAnotherVersion_ThrowsContent()
        {
            Expect.Content(9, () => Sample.Load(Tlv.File(Tlv.Record(0, ""), Tlv.Record(0, 2, 0, ""))));
        }

        [TestMethod]
        [DataRow(0, 0)]
        [DataRow(0, 63)]
        [DataRow(1, 64)]
        [DataRow(2, 65534)]
        [DataRow(21, 300)]
        [DataRow(3, 0)] // of an object that is skipped
        [DataRow(3, 300)]
        public void Load_InstanceTwice_ThrowsContent(int objectId, int instanceId)
        {
            string instance = Tlv.Instance(instanceId, "");
            string before = instance + Tlv.Instance(7, "");
            string file = Tlv.File(Tlv.Record(objectId, before + instance));
            Expect.Content(FirstInstance + (before.Length / 2), () => Sample.Load(file));
        }

        [TestMethod]
        public void Load_LastOfManyInstancesTwice_ThrowsContent()
        {
            // All kept ones are compared, however many the limit lets in.
            string before = "";
            for (int i = 0; i < 40; i++)
                before = before + Tlv.Instance(1000 + i, "");
            string file = Tlv.File(Tlv.Record(21, before + Tlv.Instance(1039, "")));
            Expect.Content(
                FirstInstance + (before.Length / 2), () => new ConfigurationLoader(41).Load(Sample.Source(file)));
        }

        [TestMethod]
        [DataRow(70)]
        [DataRow(65000)]
        [DataRow(300)]
        [DataRow(64)]
        [DataRow(301)]
        [DataRow(69)]
        public void Load_OneOfInstancesOutOfOrderTwice_ThrowsContent(int instanceId)
        {
            string before = Tlv.Instance(70, "") + Tlv.Instance(65000, "") + Tlv.Instance(300, "") + Tlv.Instance(64, "")
                + Tlv.Instance(301, "") + Tlv.Instance(69, "");
            string file = Tlv.File(Tlv.Record(3, before + Tlv.Instance(instanceId, "")));
            Expect.Content(FirstInstance + (before.Length / 2), () => Sample.Load(file));
            Sample.Load(Tlv.File(Tlv.Record(3, before + Tlv.Instance(68, "") + Tlv.Instance(302, ""))));
        }

        [TestMethod]
        public void Load_SameInstanceIdInTwoObjects_IsFine()
        {
            Sample.Accept(Tlv.File(
                Sample.Security(SampleInstance.Security(300, 1)), Sample.Server(SampleInstance.Server(300, 1))));
        }

        [TestMethod]
        [DataRow(0, 2, "03")]
        [DataRow(0, 63, "")]
        [DataRow(0, 64, "")]
        [DataRow(0, 65534, "")]
        [DataRow(3, 4, "")] // of an object that is skipped
        [DataRow(3, 400, "")]
        public void Load_ResourceTwice_ThrowsContent(int objectId, int resourceId, string value)
        {
            string resource = Tlv.Resource(resourceId, value);
            string file = FileOf(objectId, resource + Tlv.Resource(33, "0102") + resource);
            Expect.Content((file.Length - resource.Length) / 2, () => Sample.Load(file));
        }

        [TestMethod]
        public void Load_ResourceTwiceInBothForms_ThrowsContent()
        {
            string file = FileOf(0, Tlv.Resource(90, "01") + Tlv.Multiple(90));
            Expect.Content((file.Length / 2) - 2, () => Sample.Load(file));
        }

        [TestMethod]
        public void Load_ResourceTwiceInAHandledObject_ThrowsContent()
        {
            ConfigurationLoader loader = new ConfigurationLoader();
            loader.AddHandler(3, new RecordingHandler());
            string resource = Tlv.Resource(200, "01");
            string file = FileOf(3, resource + resource);
            Expect.Content((file.Length - resource.Length) / 2, () => loader.Load(Sample.Source(file)));
        }

        [TestMethod]
        public void Load_SameResourceInTwoInstances_IsFine()
        {
            string instances = Tlv.Instance(0, Tlv.Resource(200, "")) + Tlv.Instance(1, Tlv.Resource(200, ""));
            Sample.Accept(Sample.AccountFile(Tlv.Record(3, instances)));
        }

        [TestMethod]
        public void Load_IdsThatDifferBy64_AreFine()
        {
            string resources = Tlv.Resource(36, "") + Tlv.Resource(100, "") + Tlv.Resource(164, "") + Tlv.Resource(292, "");
            string instances = Tlv.Instance(0, resources) + Tlv.Instance(64, resources) + Tlv.Instance(128, "");
            Sample.Accept(Sample.AccountFile(Tlv.Record(3, instances), Tlv.Record(67, instances), Tlv.Record(66, "")));
        }

        [TestMethod]
        [DataRow(2, 2, 0)]
        [DataRow(2, 2, 310)]
        [DataRow(0, 99, 64)] // of a resource that is skipped
        [DataRow(3, 7, 5)] // of an object that is skipped
        public void Load_ResourceInstanceTwice_ThrowsContent(int objectId, int resourceId, int id)
        {
            string value = Tlv.ResourceInstance(id, "01");
            string file = FileOf(objectId, Tlv.Multiple(resourceId, value, Tlv.ResourceInstance(1, "02"), value));
            Expect.Content((file.Length - value.Length) / 2, () => Sample.Load(file));
        }

        [TestMethod]
        public void Load_LastOf32EntriesTwice_ThrowsContent()
        {
            string[] entries = new string[32];
            for (int i = 0; i < 31; i++)
                entries[i] = Tlv.ResourceInstance(100 + i, "01");
            entries[31] = entries[30];
            string file = FileOf(2, Tlv.Multiple(2, entries));
            Expect.Content((file.Length / 2) - 3, () => Sample.Load(file));
        }

        [TestMethod]
        public void Load_SameResourceInstanceInTwoResources_IsFine()
        {
            string entry = Tlv.ResourceInstance(0, "01");
            SampleInstance security = SampleInstance.BootstrapServer(0).SetMultiple(16, entry).SetMultiple(18, entry);
            Sample.Accept(Tlv.File(Sample.Security(security)));
        }

        [TestMethod]
        public void Load_Strings_AreLimitedTo1024Bytes()
        {
            // Server Name Indication, 14: its entry begins behind file, record and instance header.
            string longest = new string('s', 1024);
            SampleInstance accepted = SampleInstance.BootstrapServer(0).Set(14, Tlv.Text(longest));
            Assert.AreEqual(longest, Sample.Accept(Tlv.File(Sample.Security(accepted))).SecurityInstances[0].Sni);

            Expect.Content(13, () => Sample.Load(FileOf(0, Tlv.Resource(14, Tlv.Text(longest + "s")))));
        }

        [TestMethod]
        public void Load_NoSource_ThrowsAndTheNextLoadWorks()
        {
            ConfigurationLoader loader = new ConfigurationLoader();
            Expect.Throws(typeof(ArgumentNullException), () => loader.Load(null));
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)loader.Load(Sample.Source(Vectors.A)).Outcome);
        }

        [TestMethod]
        public void Load_WithinALoad_IsRefused()
        {
            ConfigurationLoader loader = new ConfigurationLoader();
            ReloadingSource source = new ReloadingSource(loader);
            Expect.Throws(typeof(InvalidOperationException), () => loader.Load(source));
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)loader.Load(Sample.Source(Vectors.A)).Outcome);
        }

        [TestMethod]
        public void Load_ValuesOfOneResource_AreLimitedTo32()
        {
            string[] entries = new string[32];
            for (int i = 0; i < 32; i++)
                entries[i] = Tlv.ResourceInstance(i, "01");
            string file = Tlv.File(Sample.Security(SampleInstance.BootstrapServer(0).SetMultiple(16, entries)));
            Assert.AreEqual(32, Sample.Accept(file).SecurityInstances[0].Ciphersuite.Length);

            string before = string.Concat(entries);
            string more = FileOf(0, Tlv.Multiple(16, before, Tlv.ResourceInstance(32, "01")));
            Expect.Content((more.Length / 2) - 3, () => Sample.Load(more));

            // Nobody keeps these.
            Sample.Accept(Sample.AccountFile(
                Tlv.Record(3, Tlv.Instance(0, Tlv.Multiple(7, before, Tlv.ResourceInstance(32, "01"))))));
        }

        [TestMethod]
        [DataRow(0, 0)] // String
        [DataRow(0, 1)] // Boolean
        [DataRow(0, 2)] // Integer
        [DataRow(0, 5)] // Opaque
        [DataRow(0, 10)] // an ID
        [DataRow(0, 13)] // Unsigned
        [DataRow(0, 17)] // Objlnk
        [DataRow(1, 4)] // executable
        [DataRow(2, 3)]
        [DataRow(21, 0)]
        public void Load_SingleResourceInMultipleForm_ThrowsContent(int objectId, int resourceId)
        {
            Expect.Content(FirstInstance + 2, () => Sample.Load(FileOf(objectId, Tlv.Multiple(resourceId))));
            string one = Tlv.Multiple(resourceId, Tlv.ResourceInstance(0, "01"));
            Expect.Content(FirstInstance + 2, () => Sample.Load(FileOf(objectId, one)));
        }

        [TestMethod]
        public void Load_MultipleResourceInSingleForm_IsOneValue()
        {
            SampleInstance security = SampleInstance.Security(0, 1).Set(16, "C0A8").Set(25, Tlv.Text("coaps://b"));
            security.Set(27, "00170001");
            SampleInstance server = SampleInstance.Server(0, 1).Set(24, "000B0002").Set(25, Tlv.Text("1.2"));
            BootstrapConfiguration configuration = Sample.Accept(Tlv.File(Sample.Security(security), Sample.Server(server)));
            Assert.AreEqual(1, configuration.SecurityInstances[0].Ciphersuite.Length);
            Assert.AreEqual(0xC0A8, configuration.SecurityInstances[0].Ciphersuite[0]);
            Assert.AreEqual(1, configuration.SecurityInstances[0].SecondaryServerUris.Length);
            Assert.AreEqual("coaps://b", configuration.SecurityInstances[0].SecondaryServerUris[0]);
            Assert.AreEqual(1, configuration.SecurityInstances[0].CoseSecurity.Length);
            Assert.AreEqual(1, configuration.ServerInstances[0].AlternateApnLinks.Length);
            Assert.AreEqual(2, configuration.ServerInstances[0].AlternateApnLinks[0].InstanceId);
            Assert.AreEqual("1.2", configuration.ServerInstances[0].SupportedServerVersions[0]);
        }

        [TestMethod]
        public void Load_AclInSingleForm_ThrowsContent()
        {
            // The ID that is missing would say which server has the rights.
            Expect.Content(FirstInstance + 2, () => Sample.Load(FileOf(2, Tlv.Resource(2, "0F"))));
        }

        [TestMethod]
        [DataRow(4)]
        [DataRow(8)]
        [DataRow(9)]
        public void Load_ExecutableWithValue_ThrowsContent(int resourceId)
        {
            Expect.Content(FirstInstance + 2, () => Sample.Load(FileOf(1, Tlv.Resource(resourceId, "00"))));
            string file = Tlv.File(
                Sample.Security(SampleInstance.Security(0, 1)), Sample.Server(SampleInstance.Server(0, 1).Set(resourceId, "")));
            Assert.IsFalse(Sample.Accept(file).ServerInstances[0].Has(resourceId));
        }

        [TestMethod]
        [DataRow(0, 1, "")] // Boolean
        [DataRow(0, 1, "0001")]
        [DataRow(0, 2, "")] // Integer
        [DataRow(0, 2, "000003")]
        [DataRow(0, 10, "")] // an ID
        [DataRow(0, 10, "000001")]
        [DataRow(0, 13, "")] // Unsigned
        [DataRow(0, 13, "0000000003")]
        [DataRow(0, 17, "")] // Objlnk
        [DataRow(0, 17, "001500")]
        [DataRow(1, 1, "000000000001")]
        [DataRow(1, 12, "000001")] // Time
        public void Load_ValueOfAnotherLength_ThrowsContent(int objectId, int resourceId, string value)
        {
            int header = value.Length / 2 + 2 < 8 ? 2 : 3;
            Expect.Content(FirstInstance + header, () => Sample.Load(FileOf(objectId, Tlv.Resource(resourceId, value))));
        }

        [TestMethod]
        public void Load_ListValueOfAnotherLength_ThrowsContent()
        {
            string first = Tlv.ResourceInstance(0, "01");
            string file = FileOf(0, Tlv.Multiple(16, first, Tlv.ResourceInstance(1, "")));
            Expect.Content((file.Length / 2) - 2, () => Sample.Load(file));
        }

        [TestMethod]
        public void Load_BooleanOf2_ThrowsContent()
        {
            Expect.Content(FirstInstance + 4, () => Sample.Load(FileOf(0, Tlv.Resource(1, "02"))));
        }

        [TestMethod]
        [DataRow("FF")]
        [DataRow("6100")] // NUL
        public void Load_StringNoText_ThrowsContent(string value)
        {
            int offset = FirstInstance + 4 + (value.Length / 2) - 1;
            Expect.Content(offset, () => Sample.Load(FileOf(0, Tlv.Resource(0, value))));
        }

        /// <summary>A file of one instance, whose resources begin at 11, or at 12 if they are 8 bytes or more.</summary>
        private static string FileOf(int objectId, string resources)
        {
            return Tlv.File(Tlv.Record(objectId, Tlv.Instance(0, resources)));
        }

        private sealed class ReloadingSource : IByteSource
        {
            private readonly ConfigurationLoader _loader;

            public ReloadingSource(ConfigurationLoader loader)
            {
                _loader = loader;
            }

            public int Read(byte[] buffer, int offset, int count)
            {
                _loader.Load(Sample.Source(Vectors.A));
                return 0;
            }
        }
    }
}
