using Bootstrapper.Lwm2m;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Lwm2m
{
    [TestClass]
    public sealed class AccessControlInstanceTests
    {
        [TestMethod]
        [DataRow("01", 1)]
        [DataRow("FFFE", 65534)] // two bytes of an ID count as unsigned
        [DataRow("00008000", 32768)]
        public void Ids_Present_AreRead(string value, int expected)
        {
            AccessControlInstance instance = Read(SampleInstance.AccessControl(0, 1).Set(0, value).Set(1, value).Set(3, value));
            Assert.AreEqual(expected, instance.TargetObjectId);
            Assert.AreEqual(expected, instance.TargetInstanceId);
            Assert.AreEqual(expected, instance.AccessControlOwner);
            Assert.IsTrue(instance.Has(AccessControlResources.ObjectId));
            Assert.IsTrue(instance.Has(AccessControlResources.ObjectInstanceId));
            Assert.IsTrue(instance.Has(AccessControlResources.AccessControlOwner));
        }

        [TestMethod]
        public void Ids_AllDifferent_AreReadEachForItself()
        {
            AccessControlInstance instance = Read(SampleInstance.AccessControl(9, 1).Set(0, "03").Set(1, "05").Set(3, "FFFF"));
            Assert.AreEqual(2, instance.ObjectId);
            Assert.AreEqual(9, instance.InstanceId);
            Assert.AreEqual(3, instance.TargetObjectId);
            Assert.AreEqual(5, instance.TargetInstanceId);
            Assert.AreEqual(65535, instance.AccessControlOwner);
        }

        [TestMethod]
        public void Acl_Several_AreReadInOrder()
        {
            AccessControlInstance instance = Read(SampleInstance.AccessControl(0, 1).SetMultiple(
                2, Tlv.ResourceInstance(310, "1F"), Tlv.ResourceInstance(0, "0001"), Tlv.ResourceInstance(1, "00")));
            Assert.IsTrue(instance.Has(AccessControlResources.Acl));
            Assert.AreEqual(3, instance.Acl.Length);
            Assert.AreEqual(310, instance.Acl[0].ShortServerId);
            Assert.AreEqual(31, instance.Acl[0].Rights);
            Assert.AreEqual(0, instance.Acl[1].ShortServerId);
            Assert.AreEqual(AccessRights.Read, instance.Acl[1].Rights);
            Assert.AreEqual(1, instance.Acl[2].ShortServerId);
            Assert.AreEqual(0, instance.Acl[2].Rights);
        }

        [TestMethod]
        public void Acl_WithoutEntries_IsPresentAndEmpty()
        {
            AccessControlInstance instance = Read(SampleInstance.AccessControl(0, 1).SetMultiple(2));
            Assert.IsTrue(instance.Has(AccessControlResources.Acl));
            Assert.AreEqual(0, instance.Acl.Length);
        }

        [TestMethod]
        public void Properties_Absent_HaveTheirDefaults()
        {
            AccessControlInstance instance = Read(SampleInstance.AccessControl(0, 1).Remove(0).Remove(1).Remove(3));
            Assert.AreEqual(-1, instance.TargetObjectId);
            Assert.AreEqual(-1, instance.TargetInstanceId);
            Assert.IsNull(instance.Acl);
            Assert.AreEqual(-1, instance.AccessControlOwner);
            for (int id = 0; id < 64; id++)
                Assert.IsFalse(instance.Has(id), id.ToString());
        }

        private static AccessControlInstance Read(SampleInstance instance)
        {
            return Sample.Accept(Sample.AccountFile(Sample.AccessControl(instance))).AccessControlInstances[0];
        }
    }
}
