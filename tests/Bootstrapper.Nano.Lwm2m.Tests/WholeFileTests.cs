using Bootstrapper.Lwm2m;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Lwm2m
{
    /// <summary>The whole files, to every value.</summary>
    [TestClass]
    public sealed class WholeFileTests
    {
        [TestMethod]
        public void Load_ExampleA_HasEveryValue()
        {
            LoadResult result = Sample.Load(Vectors.A);
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)result.Outcome);
            Assert.AreEqual("", Sample.Describe(result.Findings));
            ExpectNothingSkipped(result);

            BootstrapConfiguration configuration = result.Configuration;
            Assert.AreEqual(1, configuration.SecurityInstances.Length);
            Assert.AreEqual(1, configuration.ServerInstances.Length);
            Assert.AreEqual(0, configuration.AccessControlInstances.Length);
            Assert.AreEqual(0, configuration.OscoreInstances.Length);
            Assert.IsNull(configuration.BootstrapServer);

            SecurityInstance security = configuration.SecurityInstances[0];
            Assert.AreEqual(1, security.InstanceId);
            Assert.AreEqual("coaps://eu.iot.avsystem.cloud:5684", security.ServerUri);
            Assert.IsFalse(security.IsBootstrapServer);
            Assert.AreEqual(SecurityModes.PreSharedKey, security.SecurityMode);
            Expect.Bytes(Tlv.Text("example-psk-identity"), security.PublicKeyOrIdentity);
            Assert.IsFalse(security.Has(SecurityResources.ServerPublicKey));
            Expect.Bytes(Tlv.Text("3x@mpl3P5K53cr3tK3y"), security.SecretKey);
            Assert.AreEqual(1, security.ShortServerId);

            ServerInstance server = configuration.ServerInstances[0];
            Assert.AreEqual(1, server.InstanceId);
            ExpectServer(server, 1, 86400, false, "U");
            Assert.AreSame(server, configuration.FindServer(1));
            Assert.AreSame(security, configuration.FindSecurity(1));
        }

        [TestMethod]
        public void Load_ExampleB_IsABootstrapServerAlone()
        {
            LoadResult result = Sample.Load(Vectors.B);
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)result.Outcome);
            Assert.AreEqual("", Sample.Describe(result.Findings));
            ExpectNothingSkipped(result);

            Assert.AreEqual(1, result.Configuration.SecurityInstances.Length);
            Assert.AreEqual(0, result.Configuration.ServerInstances.Length);
            SecurityInstance security = result.Configuration.BootstrapServer;
            Assert.AreSame(result.Configuration.SecurityInstances[0], security);
            Assert.AreEqual(0, security.InstanceId);
            Assert.AreEqual("coap://leshan.eclipseprojects.io:5783", security.ServerUri);
            Assert.IsTrue(security.IsBootstrapServer);
            Assert.AreEqual(SecurityModes.NoSec, security.SecurityMode);
            for (int id = 3; id < 64; id++)
                Assert.IsFalse(security.Has(id), id.ToString());
        }

        [TestMethod]
        public void Load_AppendixF_HasTheAccounts()
        {
            LoadResult result = Sample.Load(Vectors.AppendixF);
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)result.Outcome);
            Assert.AreEqual("", Sample.Describe(result.Findings));
            ExpectNothingSkipped(result);

            BootstrapConfiguration configuration = result.Configuration;
            Assert.AreEqual(3, configuration.SecurityInstances.Length);
            Assert.AreEqual(2, configuration.ServerInstances.Length);

            SecurityInstance bootstrap = configuration.BootstrapServer;
            ExpectPsk(bootstrap, 0, "coaps://bootstrap.example.com", "E1297913 59950CBB 1C8C3C58 2913B551");
            Assert.IsTrue(bootstrap.IsBootstrapServer);
            Assert.IsFalse(bootstrap.Has(SecurityResources.ShortServerId));
            Assert.AreEqual(3600L, bootstrap.ClientHoldOffTime);

            SecurityInstance first = configuration.FindSecurity(101);
            ExpectPsk(first, 1, "coaps://server1.example.com", "1CA2028D 7197C778 E9AEF5EF 69082BEA");
            Assert.IsFalse(first.IsBootstrapServer);
            Assert.IsFalse(first.Has(SecurityResources.ClientHoldOffTime));

            Assert.AreEqual(0, configuration.ServerInstances[0].InstanceId);
            ExpectServer(configuration.ServerInstances[0], 101, 86400, true, "U");
            Assert.AreEqual(300L, configuration.ServerInstances[0].DefaultMinimumPeriod);
            Assert.AreEqual(6000L, configuration.ServerInstances[0].DefaultMaximumPeriod);
            Assert.AreEqual(86400L, configuration.ServerInstances[0].DisableTimeout);
            Assert.IsTrue(configuration.ServerInstances[0].Has(ServerResources.DisableTimeout));

            Assert.AreEqual(1, configuration.ServerInstances[1].InstanceId);
            ExpectServer(configuration.ServerInstances[1], 102, 86400, false, "UQ");
            Assert.AreEqual(60L, configuration.ServerInstances[1].DefaultMinimumPeriod);
            Assert.AreEqual(6000L, configuration.ServerInstances[1].DefaultMaximumPeriod);
            Assert.AreEqual(86400L, configuration.ServerInstances[1].DisableTimeout);
        }

        [TestMethod]
        public void Load_AppendixF_HasTheRawPublicKeys()
        {
            SecurityInstance second = Sample.Accept(Vectors.AppendixF).FindSecurity(102);
            Assert.AreEqual(2, second.InstanceId);
            Assert.AreEqual("coaps://server2.example.com", second.ServerUri);
            Assert.AreEqual(SecurityModes.RawPublicKey, second.SecurityMode);

            // All of SubjectPublicKeyInfo but the point, and the last bytes of the point.
            Assert.AreEqual(91, second.PublicKeyOrIdentity.Length);
            const string publicKeyInfo = "3059301306072A8648CE3D020106082A8648CE3D03010703420004";
            Expect.Bytes(publicKeyInfo + "A09DCB1B", Part(second.PublicKeyOrIdentity, 0, 31));
            Expect.Bytes("A6A7229C3A91C2", Part(second.PublicKeyOrIdentity, 84, 7));

            Assert.AreEqual(91, second.ServerPublicKey.Length);
            Expect.Bytes(publicKeyInfo + "82C773F3", Part(second.ServerPublicKey, 0, 31));
            Expect.Bytes("2A455199A4C960", Part(second.ServerPublicKey, 84, 7));

            // An EC private key whose last part is the public key again.
            Assert.AreEqual(121, second.SecretKey.Length);
            Expect.Bytes("30770201010420 9F352DA164", Part(second.SecretKey, 0, 12));
            Expect.Bytes("A6A7229C3A91C2", Part(second.SecretKey, 114, 7));
        }

        [TestMethod]
        public void Load_AppendixF_HasTheAccessControl()
        {
            AccessControlInstance[] instances = Sample.Accept(Vectors.AppendixF).AccessControlInstances;
            Assert.AreEqual(5, instances.Length);
            ExpectAccessControl(instances[0], 0, 1, 0, 101);
            ExpectEntry(instances[0], 0, 1, 101, 15);
            ExpectAccessControl(instances[1], 1, 1, 1, 102);
            ExpectEntry(instances[1], 0, 1, 102, 15);
            ExpectAccessControl(instances[2], 2, 3, 0, 101);
            ExpectEntry(instances[2], 0, 2, 101, 15);
            ExpectEntry(instances[2], 1, 2, 102, 1);
            ExpectAccessControl(instances[3], 3, 4, 0, 101);
            ExpectEntry(instances[3], 0, 2, 101, 1);
            ExpectEntry(instances[3], 1, 2, 0, 1);
            ExpectAccessControl(instances[4], 4, 5, 65535, 65535);
            ExpectEntry(instances[4], 0, 1, 101, AccessRights.Create);
        }

        [TestMethod]
        public void Load_ExplicitVersions_HasEveryValue()
        {
            LoadResult result = Sample.Load(Vectors.Versions);
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)result.Outcome);
            Assert.AreEqual("", Sample.Describe(result.Findings));
            ExpectNothingSkipped(result);

            BootstrapConfiguration configuration = result.Configuration;
            SecurityInstance security = configuration.SecurityInstances[0];
            Assert.AreEqual(0, security.InstanceId);
            Assert.AreEqual("coap://10.0.0.1", security.ServerUri);
            Assert.IsFalse(security.IsBootstrapServer);
            Assert.AreEqual(SecurityModes.NoSec, security.SecurityMode);
            Assert.AreEqual(1, security.ShortServerId);

            ExpectServer(configuration.FindServer(1), 1, 300, false, "U");

            OscoreInstance oscore = configuration.FindOscore(security.OscoreSecurityMode);
            Assert.AreSame(configuration.OscoreInstances[0], oscore);
            Assert.AreEqual(2, oscore.MajorVersion);
            Expect.Bytes("0102030405060708090A0B0C0D0E0F10", oscore.MasterSecret);
            Expect.Bytes("01", oscore.SenderId);
            Expect.Bytes("02", oscore.RecipientId);
            Assert.AreEqual(10, oscore.AeadAlgorithm);
            Assert.IsFalse(oscore.Has(OscoreResources.HmacAlgorithm));
        }

        [TestMethod]
        public void Find_WhatIsNotThere_IsNull()
        {
            BootstrapConfiguration configuration = Sample.Accept(Vectors.B);
            Assert.IsNull(configuration.FindSecurity(-1)); // what an absent Short Server ID reads as
            Assert.IsNull(configuration.FindSecurity(1));
            Assert.IsNull(configuration.FindServer(-1));
            Assert.IsNull(configuration.FindServer(1));
            Assert.IsNull(configuration.FindOscore(null));
            Assert.IsNull(configuration.FindOscore(configuration.SecurityInstances[0].OscoreSecurityMode));
        }

        private static void ExpectNothingSkipped(LoadResult result)
        {
            Assert.AreEqual(0, result.SkippedObjectCount);
            Assert.AreEqual(0, result.SkippedObjects.Length);
            Assert.AreEqual(0, result.SkippedResourceCount);
            Assert.AreEqual(0, result.SkippedResources.Length);
        }

        private static void ExpectPsk(SecurityInstance security, int instanceId, string uri, string key)
        {
            Assert.AreEqual(instanceId, security.InstanceId);
            Assert.AreEqual(uri, security.ServerUri);
            Assert.AreEqual(SecurityModes.PreSharedKey, security.SecurityMode);
            Expect.Bytes(Tlv.Text("b313cc22-f969-42ec-ad42"), security.PublicKeyOrIdentity);
            Expect.Bytes("", security.ServerPublicKey);
            Assert.IsTrue(security.Has(SecurityResources.ServerPublicKey));
            Expect.Bytes(key, security.SecretKey);
        }

        private static void ExpectServer(ServerInstance server, int id, long lifetime, bool isStoring, string binding)
        {
            Assert.AreEqual(id, server.ShortServerId);
            Assert.AreEqual(lifetime, server.Lifetime);
            Assert.AreEqual(isStoring, server.NotificationStoring);
            Assert.IsTrue(server.Has(ServerResources.NotificationStoring));
            Assert.AreEqual(binding, server.Binding);
        }

        private static void ExpectAccessControl(AccessControlInstance instance, int id, int objectId, int instanceId, int owner)
        {
            Assert.AreEqual(id, instance.InstanceId);
            Assert.AreEqual(objectId, instance.TargetObjectId);
            Assert.AreEqual(instanceId, instance.TargetInstanceId);
            Assert.AreEqual(owner, instance.AccessControlOwner);
        }

        private static void ExpectEntry(AccessControlInstance instance, int index, int count, int shortServerId, int rights)
        {
            Assert.AreEqual(count, instance.Acl.Length);
            Assert.AreEqual(shortServerId, instance.Acl[index].ShortServerId);
            Assert.AreEqual(rights, instance.Acl[index].Rights);
        }

        private static byte[] Part(byte[] bytes, int start, int count)
        {
            byte[] part = new byte[count];
            System.Array.Copy(bytes, start, part, 0, count);
            return part;
        }
    }
}
