using Bootstrapper.Lwm2m;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Lwm2m
{
    [TestClass]
    public sealed class ServerInstanceTests
    {
        [TestMethod]
        [DataRow("01", 1)]
        [DataRow("8000", 32768)] // two bytes of an ID count as unsigned
        [DataRow("FFFE", 65534)]
        [DataRow("0000FFFE", 65534)]
        public void ShortServerId_Present_IsRead(string value, int expected)
        {
            BootstrapConfiguration configuration = Sample.Accept(Tlv.File(
                Sample.Security(SampleInstance.Security(0, 1).Set(10, value)),
                Sample.Server(SampleInstance.Server(0, 1).Set(0, value))));
            ServerInstance server = configuration.ServerInstances[0];
            Assert.AreEqual(expected, server.ShortServerId);
            Assert.IsTrue(server.Has(ServerResources.ShortServerId));
            Assert.AreSame(server, configuration.FindServer(expected));
            Assert.AreSame(configuration.SecurityInstances[0], configuration.FindSecurity(expected));
        }

        [TestMethod]
        [DataRow("3C", 60L)]
        [DataRow("012C", 300L)]
        [DataRow("00015180", 86400L)]
        [DataRow("7FFFFFFFFFFFFFFF", long.MaxValue)]
        public void Seconds_Present_AreRead(string value, long expected)
        {
            ServerInstance server = Read(SampleInstance.Server(0, 1).Set(1, value).Set(2, value).Set(3, value).Set(5, value));
            Assert.AreEqual(expected, server.Lifetime);
            Assert.AreEqual(expected, server.DefaultMinimumPeriod);
            Assert.AreEqual(expected, server.DefaultMaximumPeriod);
            Assert.AreEqual(expected, server.DisableTimeout);
            Assert.IsTrue(server.Has(ServerResources.Lifetime));
            Assert.IsTrue(server.Has(ServerResources.DefaultMinimumPeriod));
            Assert.IsTrue(server.Has(ServerResources.DefaultMaximumPeriod));
            Assert.IsTrue(server.Has(ServerResources.DisableTimeout));
        }

        [TestMethod]
        public void Seconds_AllDifferent_AreReadEachForItself()
        {
            ServerInstance server = Read(SampleInstance.Server(0, 1).Set(1, "01").Set(2, "02").Set(3, "03").Set(5, "05"));
            Assert.AreEqual(1L, server.Lifetime);
            Assert.AreEqual(2L, server.DefaultMinimumPeriod);
            Assert.AreEqual(3L, server.DefaultMaximumPeriod);
            Assert.AreEqual(5L, server.DisableTimeout);
        }

        [TestMethod]
        public void NotificationStoring_Present_IsRead()
        {
            ServerInstance server = ReadWith(6, "00");
            Assert.IsFalse(server.NotificationStoring);
            Assert.IsTrue(server.Has(ServerResources.NotificationStoring));
            Assert.IsTrue(ReadWith(6, "01").NotificationStoring);
        }

        [TestMethod]
        public void Binding_Present_IsRead()
        {
            ServerInstance server = ReadWith(7, Tlv.Text("UQS"));
            Assert.AreEqual("UQS", server.Binding);
            Assert.IsTrue(server.Has(ServerResources.Binding));
        }

        [TestMethod]
        public void ApnLink_Present_IsRead()
        {
            ServerInstance server = ReadWith(10, "000B0003");
            Assert.AreEqual(11, server.ApnLink.ObjectId);
            Assert.AreEqual(3, server.ApnLink.InstanceId);
            Assert.IsTrue(server.Has(ServerResources.ApnLink));
        }

        [TestMethod]
        [DataRow("FF", 255)]
        [DataRow("8000000000000000", int.MaxValue)]
        public void TlsDtlsAlertCode_Present_IsRead(string value, int expected)
        {
            ServerInstance server = ReadWith(11, value);
            Assert.AreEqual(expected, server.TlsDtlsAlertCode);
            Assert.IsTrue(server.Has(ServerResources.TlsDtlsAlertCode));
        }

        [TestMethod]
        public void LastBootstrapped_Present_IsRead()
        {
            ServerInstance server = ReadWith(12, "5182428F");
            Assert.AreEqual(1367491215L, server.LastBootstrapped);
            Assert.IsTrue(server.Has(ServerResources.LastBootstrapped));
        }

        [TestMethod]
        public void Registration_Present_IsRead()
        {
            SampleInstance sample = SampleInstance.Server(0, 1).Set(13, "07").Set(14, "FF").Set(15, "01").Set(16, "00");
            ServerInstance server = Read(sample);
            Assert.AreEqual(7L, server.RegistrationPriorityOrder);
            Assert.AreEqual(255L, server.InitialRegistrationDelayTimer);
            Assert.IsTrue(server.RegistrationFailureBlock);
            Assert.IsFalse(server.BootstrapOnRegistrationFailure);
            Assert.IsTrue(server.Has(ServerResources.RegistrationPriorityOrder));
            Assert.IsTrue(server.Has(ServerResources.InitialRegistrationDelayTimer));
            Assert.IsTrue(server.Has(ServerResources.RegistrationFailureBlock));
            Assert.IsTrue(server.Has(ServerResources.BootstrapOnRegistrationFailure));
        }

        [TestMethod]
        public void Communication_Present_IsRead()
        {
            SampleInstance sample = SampleInstance.Server(0, 1).Set(17, "03").Set(18, "FFFF").Set(20, "02");
            ServerInstance server = Read(sample.Set(19, "FFFFFFFF"));
            Assert.AreEqual(3L, server.CommunicationRetryCount);
            Assert.AreEqual(65535L, server.CommunicationRetryTimer);
            Assert.AreEqual(4294967295L, server.CommunicationSequenceDelayTimer);
            Assert.AreEqual(2L, server.CommunicationSequenceRetryCount);
            Assert.IsTrue(server.Has(ServerResources.CommunicationRetryCount));
            Assert.IsTrue(server.Has(ServerResources.CommunicationRetryTimer));
            Assert.IsTrue(server.Has(ServerResources.CommunicationSequenceDelayTimer));
            Assert.IsTrue(server.Has(ServerResources.CommunicationSequenceRetryCount));
        }

        [TestMethod]
        public void CommunicationSequenceDelayTimer_AboveItsRange_ReadsAsTheHighest()
        {
            Assert.AreEqual(long.MaxValue, ReadWith(19, "FFFFFFFFFFFFFFFF").CommunicationSequenceDelayTimer);
        }

        [TestMethod]
        public void Trigger_Present_IsRead()
        {
            ServerInstance server = ReadWith(21, "01");
            Assert.IsTrue(server.Trigger);
            Assert.IsTrue(server.Has(ServerResources.Trigger));
        }

        [TestMethod]
        public void PreferredTransport_Present_IsRead()
        {
            ServerInstance server = ReadWith(22, Tlv.Text("T"));
            Assert.AreEqual("T", server.PreferredTransport);
            Assert.IsTrue(server.Has(ServerResources.PreferredTransport));
        }

        [TestMethod]
        public void MuteSend_Present_IsRead()
        {
            ServerInstance server = ReadWith(23, "00");
            Assert.IsFalse(server.MuteSend);
            Assert.IsTrue(server.Has(ServerResources.MuteSend));
            Assert.IsTrue(ReadWith(23, "01").MuteSend);
        }

        [TestMethod]
        public void AlternateApnLinks_Several_AreRead()
        {
            ServerInstance server = Read(SampleInstance.Server(0, 1).SetMultiple(
                24, Tlv.ResourceInstance(4, "000B0001"), Tlv.ResourceInstance(300, "000B0002")));
            Assert.AreEqual(2, server.AlternateApnLinks.Length);
            Assert.AreEqual(1, server.AlternateApnLinks[0].InstanceId);
            Assert.AreEqual(2, server.AlternateApnLinks[1].InstanceId);
            Assert.IsTrue(server.Has(ServerResources.AlternateApnLinks));
        }

        [TestMethod]
        public void SupportedServerVersions_Several_AreRead()
        {
            ServerInstance server = Read(SampleInstance.Server(0, 1).SetMultiple(
                25, Tlv.ResourceInstance(0, Tlv.Text("1.1")), Tlv.ResourceInstance(1, Tlv.Text("1.2"))));
            Assert.AreEqual(2, server.SupportedServerVersions.Length);
            Assert.AreEqual("1.1", server.SupportedServerVersions[0]);
            Assert.AreEqual("1.2", server.SupportedServerVersions[1]);
            Assert.IsTrue(server.Has(ServerResources.SupportedServerVersions));
        }

        [TestMethod]
        public void DefaultNotificationMode_Present_IsRead()
        {
            ServerInstance server = ReadWith(26, "01");
            Assert.AreEqual(1, server.DefaultNotificationMode);
            Assert.IsTrue(server.Has(ServerResources.DefaultNotificationMode));
        }

        [TestMethod]
        public void ProfileIdHashAlgorithm_Present_IsRead()
        {
            ServerInstance server = ReadWith(27, "FE");
            Assert.AreEqual(254, server.ProfileIdHashAlgorithm);
            Assert.IsTrue(server.Has(ServerResources.ProfileIdHashAlgorithm));
        }

        [TestMethod]
        public void Properties_Absent_HaveTheirDefaults()
        {
            // LwM2M TS 6.2.1.1 for resources 13 to 20.
            ServerInstance server = Read(SampleInstance.Server(0, 1).Remove(6));
            Assert.AreEqual(1, server.ObjectId);
            Assert.AreEqual(0L, server.DefaultMinimumPeriod);
            Assert.AreEqual(0L, server.DefaultMaximumPeriod);
            Assert.AreEqual(86400L, server.DisableTimeout);
            Assert.IsTrue(server.NotificationStoring);
            Assert.IsNull(server.ApnLink);
            Assert.AreEqual(-1, server.TlsDtlsAlertCode);
            Assert.AreEqual(-1L, server.LastBootstrapped);
            Assert.AreEqual(-1L, server.RegistrationPriorityOrder);
            Assert.AreEqual(0L, server.InitialRegistrationDelayTimer);
            Assert.IsFalse(server.RegistrationFailureBlock);
            Assert.IsTrue(server.BootstrapOnRegistrationFailure);
            Assert.AreEqual(5L, server.CommunicationRetryCount);
            Assert.AreEqual(60L, server.CommunicationRetryTimer);
            Assert.AreEqual(86400L, server.CommunicationSequenceDelayTimer);
            Assert.AreEqual(1L, server.CommunicationSequenceRetryCount);
            Assert.IsFalse(server.Trigger);
            Assert.IsNull(server.PreferredTransport);
            Assert.IsTrue(server.MuteSend);
            Assert.IsNull(server.AlternateApnLinks);
            Assert.IsNull(server.SupportedServerVersions);
            Assert.AreEqual(-1, server.DefaultNotificationMode);
            Assert.AreEqual(-1, server.ProfileIdHashAlgorithm);
            for (int id = 0; id < 64; id++)
                Assert.AreEqual(id == 0 || id == 1 || id == 7, server.Has(id), id.ToString());
        }

        private static ServerInstance ReadWith(int resourceId, string value)
        {
            return Read(SampleInstance.Server(0, 1).Set(resourceId, value));
        }

        private static ServerInstance Read(SampleInstance server)
        {
            string file = Tlv.File(Sample.Security(SampleInstance.Security(0, 1)), Sample.Server(server));
            return Sample.Accept(file).ServerInstances[0];
        }
    }
}
