using Bootstrapper.Lwm2m;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Lwm2m
{
    /// <summary>The rules about the set as a whole. Expected is what <see cref="Sample.Describe"/> writes.</summary>
    [TestClass]
    public sealed class SetRulesTests
    {
        [TestMethod]
        public void Rule5_SecondBootstrapServer_IsViolated()
        {
            ExpectFindings("5!/0/7/1 5!/0/2/1", Tlv.File(Sample.Security(
                SampleInstance.BootstrapServer(9), SampleInstance.BootstrapServer(7), SampleInstance.BootstrapServer(2))));
        }

        [TestMethod]
        public void Rule5_OneBootstrapServerOfAnyNumber_IsFine()
        {
            ExpectFindings("", Tlv.File(
                Sample.Security(SampleInstance.Security(0, 1), SampleInstance.BootstrapServer(77)),
                Sample.Server(SampleInstance.Server(0, 1))));
        }

        [TestMethod]
        public void Rule10_SecurityInstancesOfOneServer_AreViolations()
        {
            ExpectFindings("10!/0/1/10 10!/0/3/10", Tlv.File(
                Sample.Security(
                    SampleInstance.Security(0, 1),
                    SampleInstance.Security(1, 1),
                    SampleInstance.Security(2, 2),
                    SampleInstance.Security(3, 1)),
                Sample.Server(SampleInstance.Server(0, 1), SampleInstance.Server(1, 2))));
        }

        [TestMethod]
        public void Rule10_ServerInstancesOfOneServer_AreViolations()
        {
            ExpectFindings("10!/1/4/0", Tlv.File(
                Sample.Security(SampleInstance.Security(0, 1)),
                Sample.Server(SampleInstance.Server(3, 1), SampleInstance.Server(4, 1))));
        }

        [TestMethod]
        public void Rule10_BootstrapServerWithTheSameId_IsNotCounted()
        {
            ExpectFindings("4?/0/0/10", Tlv.File(
                Sample.Security(SampleInstance.BootstrapServer(0).Set(10, "01"), SampleInstance.Security(1, 1)),
                Sample.Server(SampleInstance.Server(0, 1))));
        }

        [TestMethod]
        public void Rule11_SecurityWithoutServer_IsViolated()
        {
            ExpectFindings("11!/0/0/10", Tlv.File(Sample.Security(SampleInstance.Security(0, 1))));
            ExpectFindings("11!/0/1/10", Tlv.File(
                Sample.Security(SampleInstance.Security(0, 1), SampleInstance.Security(1, 2)),
                Sample.Server(SampleInstance.Server(0, 1))));
        }

        [TestMethod]
        public void Rule11_ServerWithoutSecurity_IsViolated()
        {
            ExpectFindings("11!/1/0/0", Tlv.File(Sample.Server(SampleInstance.Server(0, 1))));
            ExpectFindings("11!/1/1/0", Tlv.File(
                Sample.Security(SampleInstance.Security(0, 1)),
                Sample.Server(SampleInstance.Server(0, 1), SampleInstance.Server(1, 2))));
        }

        [TestMethod]
        public void Rule11_ServerWithoutSecurityWhereAnotherHasTwo_IsViolated()
        {
            // As many of one as of the other.
            ExpectFindings("10!/0/1/10 11!/1/1/0", Tlv.File(
                Sample.Security(SampleInstance.Security(0, 1), SampleInstance.Security(1, 1)),
                Sample.Server(SampleInstance.Server(0, 1), SampleInstance.Server(1, 2))));
        }

        [TestMethod]
        public void Rule11_ServerOfABootstrapServer_IsViolated()
        {
            ExpectFindings("4?/0/0/10 11!/1/0/0", Tlv.File(
                Sample.Security(SampleInstance.BootstrapServer(0).Set(10, "01")), Sample.Server(SampleInstance.Server(0, 1))));
        }

        [TestMethod]
        public void Rule11_ServerBeforeSecurityInTheFile_IsFine()
        {
            ExpectFindings("", Tlv.File(
                Sample.Server(SampleInstance.Server(0, 1)), Sample.Security(SampleInstance.Security(5, 1))));
        }

        [TestMethod]
        [DataRow("00150005", "")]
        [DataRow("FFFFFFFF", "")] // the null link
        [DataRow("00150004", "15!/0/0/17")] // no such instance
        [DataRow("00010000", "15!/0/0/17")] // another object
        [DataRow("0015FFFF", "15!/0/0/17")] // half a null link
        [DataRow("FFFF0005", "15!/0/0/17")]
        public void Rule15_OscoreLink_IsInTheSet(string link, string expected)
        {
            ExpectFindings(expected, Tlv.File(
                Sample.Security(SampleInstance.BootstrapServer(0).Set(17, link)), Sample.Oscore(SampleInstance.Oscore(5))));
        }

        [TestMethod]
        public void Rule15_OneOscoreInstanceForTwo_IsViolated()
        {
            ExpectFindings("15!/0/1/17", Tlv.File(
                Sample.Security(
                    SampleInstance.BootstrapServer(0).Set(17, "00150005"),
                    SampleInstance.Security(1, 1).Set(17, "00150005"),
                    SampleInstance.Security(2, 2).Set(17, "00150006")),
                Sample.Server(SampleInstance.Server(0, 1), SampleInstance.Server(1, 2)),
                Sample.Oscore(SampleInstance.Oscore(5), SampleInstance.Oscore(6))));
        }

        [TestMethod]
        public void Rules10And11_ServersInAnyOrder_AreFound()
        {
            ExpectFindings("", Tlv.File(
                Sample.Security(
                    SampleInstance.Security(0, 3), SampleInstance.Security(1, 1), SampleInstance.BootstrapServer(2),
                    SampleInstance.Security(3, 2), SampleInstance.Security(4, 9)),
                Sample.Server(
                    SampleInstance.Server(0, 2), SampleInstance.Server(1, 9), SampleInstance.Server(2, 3),
                    SampleInstance.Server(3, 1))));
        }

        [TestMethod]
        public void Rules10And11_FaultsAmongServersOutOfOrder_AreFound()
        {
            ExpectFindings("10!/0/2/10 11!/0/3/10 10!/1/2/0 11!/1/3/0", Tlv.File(
                Sample.Security(
                    SampleInstance.Security(0, 3), SampleInstance.Security(1, 1), SampleInstance.Security(2, 1),
                    SampleInstance.Security(3, 2)),
                Sample.Server(
                    SampleInstance.Server(0, 1), SampleInstance.Server(1, 3), SampleInstance.Server(2, 1),
                    SampleInstance.Server(3, 4))));
        }

        [TestMethod]
        public void Rule15_TwoNullLinks_AreFine()
        {
            ExpectFindings("", Tlv.File(
                Sample.Security(
                    SampleInstance.BootstrapServer(0).Set(17, "FFFFFFFF"), SampleInstance.Security(1, 1).Set(17, "FFFFFFFF")),
                Sample.Server(SampleInstance.Server(0, 1))));
        }

        [TestMethod]
        public void Rule15_OscoreOfAnUnknownVersion_IsNotInTheSet()
        {
            ExpectFindings("15!/0/0/17", Tlv.File(
                Sample.Security(SampleInstance.BootstrapServer(0).Set(17, "00150005")),
                Tlv.Record(21, 3, 0, SampleInstance.Oscore(5).ToString())));
        }

        [TestMethod]
        public void Rule17_AccessControlForSeveralWithoutTheObject_IsViolated()
        {
            string file = TwoServers(
                Sample.AccessControl(SampleInstance.AccessControl(0, 1), SampleInstance.AccessControl(1, 2)));
            ExpectFindings("", file);
            ConfigurationLoader loader = new ConfigurationLoader();
            loader.HasAccessControl = false;
            LoadResult result = loader.Load(Sample.Source(file));
            Assert.AreEqual("17!/2", Sample.Describe(result.Findings));
            Assert.AreEqual((int)LoadOutcome.Inconsistent, (int)result.Outcome);
        }

        [TestMethod]
        public void Rule17_OneServerOrNoAccessControl_IsFine()
        {
            ConfigurationLoader loader = new ConfigurationLoader();
            loader.HasAccessControl = false;
            string one = Sample.AccountFile(Sample.AccessControl(SampleInstance.AccessControl(0, 1)));
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)loader.Load(Sample.Source(one)).Outcome);
            string none = TwoServers(Sample.AccessControl());
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)loader.Load(Sample.Source(none)).Outcome);
        }

        [TestMethod]
        public void Rule18_ServersWithoutAccount_AreWarnings()
        {
            SampleInstance first = SampleInstance.AccessControl(0, 4).SetMultiple(
                2, Tlv.ResourceInstance(1, "1F"), Tlv.ResourceInstance(3, "1F"), Tlv.ResourceInstance(310, "01"));
            SampleInstance second = SampleInstance.AccessControl(1, 1).SetMultiple(2, Tlv.ResourceInstance(5, "01"));
            string file = TwoServers(Sample.AccessControl(first, second));
            ExpectFindings("18?/2/0/2 18?/2/0/3 18?/2/1/2", file);
            Finding[] findings = Sample.Load(file).Findings;
            Assert.AreEqual("/2/0/2: no account for Short Server ID 3, 310", findings[0].ToString());
            Assert.AreEqual("/2/0/3: no account for Short Server ID 4", findings[1].ToString());
            Assert.AreEqual("/2/1/2: no account for Short Server ID 5", findings[2].ToString());
        }

        [TestMethod]
        public void Rule18_DefaultEntryAndBootstrapOwner_AreFine()
        {
            SampleInstance first = SampleInstance.AccessControl(0, 65535).SetMultiple(
                2, Tlv.ResourceInstance(0, "01"), Tlv.ResourceInstance(2, "01"));
            ExpectFindings("", TwoServers(Sample.AccessControl(first, SampleInstance.AccessControl(1, 0).Remove(0))));
            ExpectFindings("", TwoServers(Sample.AccessControl(SampleInstance.AccessControl(1, 0).Remove(3))));
        }

        [TestMethod]
        public void Rule19_UnknownResourcesAndObjects_AreFine()
        {
            ExpectFindings("", Tlv.File(
                Sample.Security(SampleInstance.Security(0, 1).Set(31, "01").Set(60, "")),
                Sample.Server(SampleInstance.Server(0, 1).SetMultiple(28)),
                Tlv.Record(3, Tlv.Instance(0, Tlv.Resource(0, "41")))));
        }

        [TestMethod]
        public void Judge_SeveralFaults_AreAllFoundOnceInOrder()
        {
            string file = Tlv.File(
                Sample.Security(
                    SampleInstance.Security(0, 1).Remove(5).Set(3, ""),
                    SampleInstance.Security(1, 1).Set(13, "04"),
                    SampleInstance.BootstrapServer(2).Set(10, "01"),
                    SampleInstance.BootstrapServer(3).Set(17, "00150000"),
                    SampleInstance.Security(4, 4).Set(2, "03")),
                Sample.Server(
                    SampleInstance.Server(0, 1).Set(1, "00").Remove(6),
                    SampleInstance.Server(1, 5).Set(7, Tlv.Text("Z")).Set(17, "00")),
                Sample.AccessControl(SampleInstance.AccessControl(0, 9)),
                Sample.Oscore(SampleInstance.Oscore(1).Remove(2)));
            ExpectFindings(
                "6!/0/0/5 7?/0/0/3 9!/0/1/13 10!/0/1/10 4?/0/2/10 5!/0/3/1 15!/0/3/17 2!/0/4/0 11!/0/4/10 "
                + "12?/1/0/1 13?/1/0/6 12!/1/1/7 14!/1/1/17 11!/1/1/0 18?/2/0/3 16!/21/1/2",
                file);
        }

        private static string TwoServers(string record)
        {
            return Tlv.File(
                Sample.Security(SampleInstance.Security(0, 1), SampleInstance.Security(1, 2)),
                Sample.Server(SampleInstance.Server(0, 1), SampleInstance.Server(1, 2)),
                record);
        }

        private static void ExpectFindings(string expected, string file)
        {
            LoadResult result = Sample.Load(file);
            Assert.AreEqual(expected, Sample.Describe(result.Findings));
            bool isViolated = expected.IndexOf('!') >= 0;
            Assert.AreEqual((int)(isViolated ? LoadOutcome.Inconsistent : LoadOutcome.Loaded), (int)result.Outcome);
            Assert.AreEqual(isViolated, result.Configuration == null);
        }
    }
}
