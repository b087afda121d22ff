using Bootstrapper.Lwm2m;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Lwm2m
{
    [TestClass]
    public sealed class SecurityInstanceTests
    {
        [TestMethod]
        public void InstanceId_SixteenBits_IsRead()
        {
            string file = Tlv.File(Sample.Security(SampleInstance.BootstrapServer(65534)));
            SecurityInstance security = Sample.Accept(file).SecurityInstances[0];
            Assert.AreEqual(65534, security.InstanceId);
            Assert.AreEqual(0, security.ObjectId);
        }

        [TestMethod]
        public void ServerUri_Present_IsRead()
        {
            SecurityInstance security = ReadWith(0, Tlv.Text("coap://host/\u00e9"));
            Assert.AreEqual("coap://host/\u00e9", security.ServerUri);
            Assert.IsTrue(security.Has(SecurityResources.ServerUri));
        }

        [TestMethod]
        public void IsBootstrapServer_Present_IsRead()
        {
            SecurityInstance security = Sample.Accept(Sample.BootstrapServerFile()).SecurityInstances[0];
            Assert.IsTrue(security.IsBootstrapServer);
            Assert.IsTrue(security.Has(SecurityResources.BootstrapServer));
            security = Sample.Accept(Sample.AccountFile()).SecurityInstances[0];
            Assert.IsFalse(security.IsBootstrapServer);
            Assert.IsTrue(security.Has(SecurityResources.BootstrapServer));
        }

        [TestMethod]
        [DataRow("03", 3)]
        [DataRow("0003", 3)] // a wider form than needed
        [DataRow("0000000000000003", 3)]
        public void SecurityMode_Present_IsRead(string value, int expected)
        {
            SecurityInstance security = ReadWith(2, value);
            Assert.AreEqual(expected, security.SecurityMode);
            Assert.IsTrue(security.Has(SecurityResources.SecurityMode));
        }

        [TestMethod]
        public void Keys_Present_AreRead()
        {
            SecurityInstance security = Read(SampleInstance.BootstrapServer(0).Set(3, "0102").Set(4, "03").Set(5, "04FF00"));
            Expect.Bytes("0102", security.PublicKeyOrIdentity);
            Expect.Bytes("03", security.ServerPublicKey);
            Expect.Bytes("04FF00", security.SecretKey);
            Assert.IsTrue(security.Has(SecurityResources.PublicKeyOrIdentity));
            Assert.IsTrue(security.Has(SecurityResources.ServerPublicKey));
            Assert.IsTrue(security.Has(SecurityResources.SecretKey));
        }

        [TestMethod]
        public void Keys_Empty_ArePresent()
        {
            SecurityInstance security = ReadWith(4, "");
            Expect.Bytes("", security.ServerPublicKey);
            Assert.IsTrue(security.Has(SecurityResources.ServerPublicKey));
        }

        [TestMethod]
        public void SecretKey_LongerThanTheWindow_IsRead()
        {
            SecurityInstance security = ReadWith(5, Tlv.Bytes(1000) + "01");
            Assert.AreEqual(1001, security.SecretKey.Length);
            Assert.AreEqual(0x5A, (int)security.SecretKey[999]);
            Assert.AreEqual(0x01, (int)security.SecretKey[1000]);
        }

        [TestMethod]
        [DataRow("02", 2)]
        [DataRow("00FF", 255)]
        [DataRow("7FFFFFFFFFFFFFFF", int.MaxValue)]
        [DataRow("8000000000000000", int.MinValue)]
        public void SmsSecurityMode_Present_IsRead(string value, int expected)
        {
            SecurityInstance security = ReadWith(6, value);
            Assert.AreEqual(expected, security.SmsSecurityMode);
            Assert.IsTrue(security.Has(SecurityResources.SmsSecurityMode));
        }

        [TestMethod]
        public void SmsBinding_Present_IsRead()
        {
            SampleInstance sample = SampleInstance.BootstrapServer(0).Set(7, "010203040506").Set(8, Tlv.Bytes(16));
            SecurityInstance security = Read(sample.Set(9, Tlv.Text("+491701234567")));
            Expect.Bytes("010203040506", security.SmsBindingKeyParameters);
            Expect.Bytes(Tlv.Bytes(16), security.SmsBindingSecretKeys);
            Assert.AreEqual("+491701234567", security.ServerSmsNumber);
            Assert.IsTrue(security.Has(SecurityResources.SmsBindingKeyParameters));
            Assert.IsTrue(security.Has(SecurityResources.SmsBindingSecretKeys));
            Assert.IsTrue(security.Has(SecurityResources.ServerSmsNumber));
        }

        [TestMethod]
        [DataRow("01", 1)]
        [DataRow("7FFF", 32767)]
        [DataRow("8000", 32768)] // two bytes of an ID count as unsigned
        [DataRow("FFFE", 65534)]
        [DataRow("0000FFFE", 65534)]
        public void ShortServerId_Present_IsRead(string value, int expected)
        {
            SecurityInstance security = ReadWith(10, value);
            Assert.AreEqual(expected, security.ShortServerId);
            Assert.IsTrue(security.Has(SecurityResources.ShortServerId));
        }

        [TestMethod]
        [DataRow("0E10", 3600L)]
        [DataRow("7FFFFFFFFFFFFFFF", long.MaxValue)]
        [DataRow("FF", -1L)]
        public void Seconds_Present_AreRead(string value, long expected)
        {
            SecurityInstance security = Read(SampleInstance.BootstrapServer(0).Set(11, value).Set(12, value));
            Assert.AreEqual(expected, security.ClientHoldOffTime);
            Assert.AreEqual(expected, security.BootstrapServerAccountTimeout);
            Assert.IsTrue(security.Has(SecurityResources.ClientHoldOffTime));
            Assert.IsTrue(security.Has(SecurityResources.BootstrapServerAccountTimeout));
        }

        [TestMethod]
        [DataRow("00", 0)]
        [DataRow("03", 3)]
        public void MatchingTypeAndCertificateUsage_Present_AreRead(string value, int expected)
        {
            SecurityInstance security = Read(SampleInstance.BootstrapServer(0).Set(13, value).Set(15, value));
            Assert.AreEqual(expected, security.MatchingType);
            Assert.AreEqual(expected, security.CertificateUsage);
            Assert.IsTrue(security.Has(SecurityResources.MatchingType));
            Assert.IsTrue(security.Has(SecurityResources.CertificateUsage));
        }

        [TestMethod]
        public void Sni_Present_IsRead()
        {
            SecurityInstance security = ReadWith(14, Tlv.Text("name.example"));
            Assert.AreEqual("name.example", security.Sni);
            Assert.IsTrue(security.Has(SecurityResources.Sni));
        }

        [TestMethod]
        public void Ciphersuite_Several_AreReadInOrder()
        {
            SecurityInstance security = ReadMultiple(16, "C0A8", "000000AE");
            Assert.AreEqual(2, security.Ciphersuite.Length);
            Assert.AreEqual(49320, security.Ciphersuite[0]);
            Assert.AreEqual(174, security.Ciphersuite[1]);
            Assert.IsTrue(security.Has(SecurityResources.Ciphersuite));
        }

        [TestMethod]
        public void Ciphersuite_WithoutValues_IsPresentAndEmpty()
        {
            SecurityInstance security = Read(SampleInstance.BootstrapServer(0).SetMultiple(16));
            Assert.AreEqual(0, security.Ciphersuite.Length);
            Assert.IsTrue(security.Has(SecurityResources.Ciphersuite));
        }

        [TestMethod]
        public void Ciphersuite_AboveItsRange_ReadsAsTheHighest()
        {
            SecurityInstance security = ReadMultiple(16, "FFFFFFFFFFFFFFFF", "80000000");
            Assert.AreEqual(int.MaxValue, security.Ciphersuite[0]);
            Assert.AreEqual(int.MaxValue, security.Ciphersuite[1]);
        }

        [TestMethod]
        public void OscoreSecurityMode_Present_IsRead()
        {
            string file = Tlv.File(
                Sample.Security(SampleInstance.BootstrapServer(0).Set(17, "00150007")),
                Sample.Oscore(SampleInstance.Oscore(7)));
            BootstrapConfiguration configuration = Sample.Accept(file);
            SecurityInstance security = configuration.SecurityInstances[0];
            Assert.AreEqual(21, security.OscoreSecurityMode.ObjectId);
            Assert.AreEqual(7, security.OscoreSecurityMode.InstanceId);
            Assert.IsTrue(security.Has(SecurityResources.OscoreSecurityMode));
            Assert.AreSame(configuration.OscoreInstances[0], configuration.FindOscore(security.OscoreSecurityMode));
        }

        [TestMethod]
        public void GroupsToUse_Several_AreRead()
        {
            SecurityInstance security = ReadMultiple(18, "17", "001D");
            Numbers(23, 29, security.GroupsToUse);
            Assert.IsTrue(security.Has(SecurityResources.GroupsToUse));
        }

        [TestMethod]
        public void SignatureAlgorithms_Several_AreRead()
        {
            SecurityInstance security = ReadMultiple(19, "0403", "0804");
            Numbers(0x0403, 0x0804, security.SignatureAlgorithmsSupported);
            Assert.IsTrue(security.Has(SecurityResources.SignatureAlgorithmsSupported));
            security = ReadMultiple(20, "0403", "0804");
            Numbers(0x0403, 0x0804, security.SignatureAlgorithmsToUse);
            Assert.IsTrue(security.Has(SecurityResources.SignatureAlgorithmsToUse));
            security = ReadMultiple(21, "0403", "0804");
            Numbers(0x0403, 0x0804, security.SignatureAlgorithmCertsSupported);
            Assert.IsTrue(security.Has(SecurityResources.SignatureAlgorithmCertsSupported));
        }

        [TestMethod]
        public void TlsBits_All_AreKept()
        {
            SampleInstance sample = SampleInstance.BootstrapServer(0).Set(22, "05").Set(23, "80000001");
            SecurityInstance security = Read(sample.Set(24, "8000000000000001"));
            Assert.AreEqual(0x05UL, security.Tls13FeaturesToUse);
            Assert.AreEqual(0x80000001UL, security.TlsExtensionsSupported);
            Assert.AreEqual(0x8000000000000001UL, security.TlsExtensionsToUse);
            Assert.IsTrue(security.Has(SecurityResources.Tls13FeaturesToUse));
            Assert.IsTrue(security.Has(SecurityResources.TlsExtensionsSupported));
            Assert.IsTrue(security.Has(SecurityResources.TlsExtensionsToUse));
        }

        [TestMethod]
        public void SecondaryServerUris_Several_AreRead()
        {
            SecurityInstance security = ReadMultiple(25, Tlv.Text("coap://b"), "");
            Assert.AreEqual(2, security.SecondaryServerUris.Length);
            Assert.AreEqual("coap://b", security.SecondaryServerUris[0]);
            Assert.AreEqual("", security.SecondaryServerUris[1]);
            Assert.IsTrue(security.Has(SecurityResources.SecondaryServerUri));
        }

        [TestMethod]
        public void MqttServer_Present_IsRead()
        {
            SecurityInstance security = ReadWith(26, "00180002");
            Assert.AreEqual(24, security.MqttServer.ObjectId);
            Assert.AreEqual(2, security.MqttServer.InstanceId);
            Assert.IsTrue(security.Has(SecurityResources.MqttServer));
        }

        [TestMethod]
        public void CoseSecurity_Several_AreRead()
        {
            SecurityInstance security = ReadMultiple(27, "00170001", "FFFFFFFF");
            Assert.AreEqual(2, security.CoseSecurity.Length);
            Assert.AreEqual(23, security.CoseSecurity[0].ObjectId);
            Assert.AreEqual(1, security.CoseSecurity[0].InstanceId);
            Assert.IsTrue(security.CoseSecurity[1].IsNull);
            Assert.IsTrue(security.Has(SecurityResources.CoseSecurity));
        }

        [TestMethod]
        public void Rds_Present_IsRead()
        {
            SampleInstance sample = SampleInstance.BootstrapServer(0).Set(28, "0F").Set(29, "01");
            SecurityInstance security = Read(sample.Set(30, Tlv.Text("app")));
            Assert.AreEqual(15, security.RdsDestinationPort);
            Assert.AreEqual(1, security.RdsSourcePort);
            Assert.AreEqual("app", security.RdsApplicationId);
            Assert.IsTrue(security.Has(SecurityResources.RdsDestinationPort));
            Assert.IsTrue(security.Has(SecurityResources.RdsSourcePort));
            Assert.IsTrue(security.Has(SecurityResources.RdsApplicationId));
        }

        [TestMethod]
        public void Has_AllResources_IsTrueForEach()
        {
            SampleInstance sample = SampleInstance.BootstrapServer(0);
            for (int id = 3; id <= 30; id++)
            {
                if (id == 17 || id == 26)
                    sample.Set(id, "FFFFFFFF");
                else if (id == 16 || (id >= 18 && id <= 21) || id == 25 || id == 27)
                    sample.SetMultiple(id);
                else
                    sample.Set(id, "01");
            }

            SecurityInstance security = Read(sample);
            for (int id = 0; id < 300; id++)
                Assert.AreEqual(id <= 30, security.Has(id), id.ToString());
            Assert.AreEqual("coap://host", security.ServerUri);
            Expect.Bytes("01", security.PublicKeyOrIdentity);
            Assert.AreEqual(1, security.ShortServerId);
            Assert.AreEqual(1UL, security.TlsExtensionsToUse);
            Assert.AreEqual("\u0001", security.RdsApplicationId);
        }

        [TestMethod]
        public void Has_OnlyTheThreeResources_IsFalseForTheOthers()
        {
            SecurityInstance security = Read(SampleInstance.BootstrapServer(0));
            for (int id = 0; id < 300; id++)
                Assert.AreEqual(id < 3, security.Has(id), id.ToString());
            Assert.IsFalse(security.Has(-1));
            Assert.IsFalse(security.Has(256 + 2)); // not the resource of the same last byte
        }

        [TestMethod]
        public void Properties_Absent_HaveTheirDefaults()
        {
            SecurityInstance security = Read(SampleInstance.BootstrapServer(0));
            Assert.IsNull(security.PublicKeyOrIdentity);
            Assert.IsNull(security.ServerPublicKey);
            Assert.IsNull(security.SecretKey);
            Assert.AreEqual(-1, security.SmsSecurityMode);
            Assert.IsNull(security.SmsBindingKeyParameters);
            Assert.IsNull(security.SmsBindingSecretKeys);
            Assert.IsNull(security.ServerSmsNumber);
            Assert.AreEqual(-1, security.ShortServerId);
            Assert.AreEqual(0L, security.ClientHoldOffTime);
            Assert.AreEqual(0L, security.BootstrapServerAccountTimeout);
            Assert.AreEqual(0, security.MatchingType);
            Assert.IsNull(security.Sni);
            Assert.AreEqual(3, security.CertificateUsage);
            Assert.IsNull(security.Ciphersuite);
            Assert.IsNull(security.OscoreSecurityMode);
            Assert.IsNull(security.GroupsToUse);
            Assert.IsNull(security.SignatureAlgorithmsSupported);
            Assert.IsNull(security.SignatureAlgorithmsToUse);
            Assert.IsNull(security.SignatureAlgorithmCertsSupported);
            Assert.AreEqual(0UL, security.Tls13FeaturesToUse);
            Assert.AreEqual(0UL, security.TlsExtensionsSupported);
            Assert.AreEqual(0UL, security.TlsExtensionsToUse);
            Assert.IsNull(security.SecondaryServerUris);
            Assert.IsNull(security.MqttServer);
            Assert.IsNull(security.CoseSecurity);
            Assert.AreEqual(-1, security.RdsDestinationPort);
            Assert.AreEqual(-1, security.RdsSourcePort);
            Assert.IsNull(security.RdsApplicationId);
        }

        private static SecurityInstance ReadWith(int resourceId, string value)
        {
            return Read(SampleInstance.BootstrapServer(0).Set(resourceId, value));
        }

        private static SecurityInstance ReadMultiple(int resourceId, string first, string second)
        {
            return Read(SampleInstance.BootstrapServer(0).SetMultiple(
                resourceId, Tlv.ResourceInstance(0, first), Tlv.ResourceInstance(1, second)));
        }

        private static SecurityInstance Read(SampleInstance security)
        {
            return Sample.Accept(Tlv.File(Sample.Security(security))).SecurityInstances[0];
        }

        private static void Numbers(int first, int second, int[] actual)
        {
            Assert.AreEqual(2, actual.Length);
            Assert.AreEqual(first, actual[0]);
            Assert.AreEqual(second, actual[1]);
        }
    }
}
