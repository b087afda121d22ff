using Bootstrapper.Lwm2m;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Lwm2m
{
    /// <summary>The rules about one instance. Expected is what <see cref="Sample.Describe"/> writes.</summary>
    [TestClass]
    public sealed class InstanceRulesTests
    {
        [TestMethod]
        public void Judge_SamplesAsTheyAre_FindsNothing()
        {
            ExpectSecurity("", SampleInstance.Security(0, 1));
            ExpectServer("", SampleInstance.Server(0, 1));
            ExpectBootstrapServer("", SampleInstance.BootstrapServer(0));
        }

        [TestMethod]
        [DataRow(0, "1!/0/0/0")]
        [DataRow(1, "1!/0/0/1")]
        [DataRow(2, "1!/0/0/2")]
        public void Rule1_MissingResource_IsViolated(int resourceId, string expected)
        {
            ExpectSecurity(expected, SampleInstance.Security(0, 1).Remove(resourceId));
        }

        [TestMethod]
        [DataRow("00", "")]
        [DataRow("04", "")]
        [DataRow("05", "1!/0/0/2")]
        [DataRow("FF", "1!/0/0/2")] // -1
        [DataRow("0000000100000000", "1!/0/0/2")] // not 0
        public void Rule1_SecurityMode_IsInItsRange(string mode, string expected)
        {
            ExpectSecurity(expected, SampleInstance.Security(0, 1).Set(2, mode));
        }

        [TestMethod]
        [DataRow("coap://h", "")]
        [DataRow("coap://[2001:db8::1]:5683", "")]
        [DataRow("coap://user@host:1/path?query#fragment", "")]
        [DataRow("COAP://HOST", "")]
        [DataRow("coap+tcp://h", "")]
        [DataRow("", "1!/0/0/0")]
        [DataRow("coap", "1!/0/0/0")]
        [DataRow("host.example:5683", "1!/0/0/0")]
        [DataRow("://host", "1!/0/0/0")]
        [DataRow("//host", "1!/0/0/0")]
        [DataRow("coap:", "1!/0/0/0")]
        [DataRow("coap:/host", "1!/0/0/0")]
        [DataRow("coap://", "1!/0/0/0")]
        [DataRow("coap:///path", "1!/0/0/0")]
        [DataRow("coap://?query", "1!/0/0/0")]
        [DataRow("coap://#fragment", "1!/0/0/0")]
        [DataRow("coap://:5683", "1!/0/0/0")]
        [DataRow("coap://user@", "1!/0/0/0")]
        [DataRow("coap://user@:5683", "1!/0/0/0")]
        [DataRow("coap://[]", "1!/0/0/0")]
        [DataRow("coap://[::1", "1!/0/0/0")]
        [DataRow("coap://[/]", "1!/0/0/0")]
        [DataRow("coap://[a]@[::1", "1!/0/0/0")]
        [DataRow("coap://a@b@", "1!/0/0/0")]
        [DataRow("coap://a@[::1]", "")]
        [DataRow("coap://h/]@", "")]
        [DataRow("1coap://host", "1!/0/0/0")]
        [DataRow("co ap://host", "1!/0/0/0")]
        [DataRow("coap\u000Btcp://host", "1!/0/0/0")]
        [DataRow("coap://a@b@:5683", "1!/0/0/0")]
        [DataRow("coap://a@b@host/@:", "")]
        [DataRow("coap://host?@:", "")]
        public void Rule1_Uri_HasSchemeAndHost(string uri, string expected)
        {
            ExpectBootstrapServer(expected, SampleInstance.BootstrapServer(0).Set(0, Tlv.Text(uri)));
        }

        [TestMethod]
        public void Rule1_Uri_IsNotOver255Bytes()
        {
            string prefix = Tlv.Text("coap://");
            ExpectBootstrapServer("", SampleInstance.BootstrapServer(0).Set(0, prefix + Tlv.Bytes(248)));
            ExpectBootstrapServer("1!/0/0/0", SampleInstance.BootstrapServer(0).Set(0, prefix + Tlv.Bytes(249)));

            // Bytes, not characters: C3A9 is one character.
            SampleInstance sample = SampleInstance.BootstrapServer(0).Set(0, prefix + Tlv.Bytes(247) + "C3A9");
            ExpectBootstrapServer("1!/0/0/0", sample);
        }

        [TestMethod]
        [DataRow("C3A9", 2)]
        [DataRow("E282AC", 3)]
        [DataRow("EFBFBD", 3)]
        [DataRow("F09F9880", 4)]
        public void Rule1_UriWithLongCharacter_CountsItsBytes(string character, int bytes)
        {
            string start = Tlv.Text("coap://") + Tlv.Bytes(248 - bytes);
            ExpectBootstrapServer("", SampleInstance.BootstrapServer(0).Set(0, start + character));
            ExpectBootstrapServer("1!/0/0/0", SampleInstance.BootstrapServer(0).Set(0, start + character + Tlv.Bytes(1)));
        }

        [TestMethod]
        [DataRow("coap://h", "00", "2!/0/0/0")]
        [DataRow("coap://h", "01", "2!/0/0/0")]
        [DataRow("coap://h", "02", "2!/0/0/0")]
        [DataRow("coap://h", "03", "")]
        [DataRow("coap://h", "04", "2!/0/0/0")]
        [DataRow("coap+tcp://h", "00", "2!/0/0/0")]
        [DataRow("coap+tcp://h", "03", "")]
        [DataRow("coaps://h", "00", "")]
        [DataRow("coaps://h", "01", "")]
        [DataRow("coaps://h", "02", "")]
        [DataRow("coaps://h", "03", "2!/0/0/0")]
        [DataRow("coaps://h", "04", "")]
        [DataRow("coaps+tcp://h", "03", "2!/0/0/0")]
        [DataRow("coaps+tcp://h", "00", "")]
        [DataRow("COAPS://h", "03", "2!/0/0/0")]
        [DataRow("cOaP+TcP://h", "00", "2!/0/0/0")]
        [DataRow("coapx://h", "00", "2?/0/0/0")]
        [DataRow("coa://h", "00", "2?/0/0/0")]
        [DataRow("co://h", "00", "2?/0/0/0")]
        [DataRow("c://h", "00", "2?/0/0/0")]
        [DataRow("coap.1-x+y://h", "03", "2?/0/0/0")]
        [DataRow("mqtt://h", "03", "2?/0/0/0")]
        [DataRow("mqtts://h", "00", "2?/0/0/0")]
        [DataRow("CoAP+TCP://h", "03", "")]
        [DataRow("coal://h", "00", "2?/0/0/0")]
        [DataRow("coapz://h", "03", "2?/0/0/0")]
        [DataRow("coap-tcp://h", "00", "2?/0/0/0")]
        [DataRow("coapstcp://h", "00", "2?/0/0/0")]
        [DataRow("coap+tcps://h", "00", "2?/0/0/0")]
        [DataRow("cobp://h", "03", "2?/0/0/0")]
        [DataRow("coap+tcx://h", "03", "2?/0/0/0")]
        [DataRow("coaps+udp://h", "03", "2?/0/0/0")]
        [DataRow("coaps://h", "07", "1!/0/0/2")] // a mode that is none neither agrees nor disagrees
        [DataRow("coap://h", "07", "1!/0/0/2")]
        public void Rule2_SchemeAndMode_Agree(string uri, string mode, string expected)
        {
            SampleInstance sample = SampleInstance.Security(0, 1).Set(0, Tlv.Text(uri)).Set(2, mode);
            ExpectSecurity(expected, sample.Set(4, "01"));
        }

        [TestMethod]
        [DataRow("00", "3!/0/0/10")]
        [DataRow("FFFF", "3!/0/0/10")]
        [DataRow("0000FFFF", "3!/0/0/10")]
        [DataRow("FF", "3!/0/0/10")]
        [DataRow("00010000", "3!/0/0/10")]
        [DataRow("7FFFFFFFFFFFFFFF", "3!/0/0/10")]
        [DataRow("01", "")]
        [DataRow("FFFE", "")]
        public void Rule3_ShortServerId_IsInItsRange(string value, string expected)
        {
            SampleInstance security = SampleInstance.Security(0, 1).Set(10, value);
            string servers = Sample.Server(SampleInstance.Server(0, 1).Set(0, expected == "" ? value : "02"));
            string other = expected == "" ? "" : SampleInstance.Security(1, 2).ToString();
            ExpectFindings(expected, Tlv.File(Tlv.Record(0, security.ToString() + other), servers));
        }

        [TestMethod]
        public void Rule3_ShortServerIdMissing_IsViolated()
        {
            string file = Tlv.File(
                Sample.Security(SampleInstance.Security(0, 1).Remove(10), SampleInstance.Security(1, 2)),
                Sample.Server(SampleInstance.Server(0, 2)));
            ExpectFindings("3!/0/0/10", file);
        }

        [TestMethod]
        [DataRow("01")]
        [DataRow("00")] // ignored, whatever it is
        public void Rule4_BootstrapServerWithShortServerId_IsAWarning(string value)
        {
            ExpectBootstrapServer("4?/0/3/10", SampleInstance.BootstrapServer(3).Set(10, value));
        }

        [TestMethod]
        public void Rule6_PskWithoutKey_IsViolated()
        {
            ExpectSecurity("6!/0/0/5", SampleInstance.Security(0, 1).Remove(5));
            ExpectSecurity("6!/0/0/5", SampleInstance.Security(0, 1).Set(5, ""));
            ExpectSecurity("", SampleInstance.Security(0, 1).Set(5, "00"));
        }

        [TestMethod]
        public void Rule7_PskIdentity_IsThereAndNotLong()
        {
            ExpectSecurity("7?/0/0/3", SampleInstance.Security(0, 1).Remove(3));
            ExpectSecurity("7?/0/0/3", SampleInstance.Security(0, 1).Set(3, ""));
            ExpectSecurity("", SampleInstance.Security(0, 1).Set(3, Tlv.Bytes(128)));
            ExpectSecurity("7?/0/0/3", SampleInstance.Security(0, 1).Set(3, Tlv.Bytes(129)));
        }

        [TestMethod]
        public void Rule7_PskKey_IsNotLong()
        {
            ExpectSecurity("", SampleInstance.Security(0, 1).Set(5, Tlv.Bytes(64)));
            ExpectSecurity("7?/0/0/5", SampleInstance.Security(0, 1).Set(5, Tlv.Bytes(65)));
        }

        [TestMethod]
        public void Rule7_NoSecWithLongValues_IsNotConcerned()
        {
            SampleInstance sample = SampleInstance.BootstrapServer(0).Set(3, Tlv.Bytes(129)).Set(5, Tlv.Bytes(65));
            ExpectBootstrapServer("", sample);
        }

        [TestMethod]
        [DataRow(3, "01", "8!/0/0/3")]
        [DataRow(4, "01", "8!/0/0/4")]
        [DataRow(5, "01", "8!/0/0/5")]
        [DataRow(3, "02", "8!/0/0/3")]
        [DataRow(4, "02", "8?/0/0/4")]
        [DataRow(5, "02", "8!/0/0/5")]
        [DataRow(3, "04", "")]
        [DataRow(4, "04", "")]
        [DataRow(5, "04", "")]
        [DataRow(4, "00", "")]
        [DataRow(9, "01", "")] // nothing is missing
        [DataRow(9, "02", "")]
        public void Rule8_PublicKeys_AreThere(int resourceId, string mode, string expected)
        {
            SampleInstance sample = SampleInstance.Security(0, 1).Set(2, mode).Set(4, "01");
            ExpectSecurity(expected, sample.Remove(resourceId));
            sample = SampleInstance.Security(0, 1).Set(2, mode).Set(4, "01");
            ExpectSecurity(expected, resourceId == 9 ? sample : sample.Set(resourceId, ""));
        }

        [TestMethod]
        [DataRow("03", "")]
        [DataRow("04", "9!/0/0/13 9!/0/0/15")]
        [DataRow("8000000000000000", "9!/0/0/13 9!/0/0/15")]
        public void Rule9_MatchingTypeAndCertificateUsage_AreNotOver3(string value, string expected)
        {
            ExpectSecurity(expected, SampleInstance.Security(0, 1).Set(13, value).Set(15, value));
        }

        [TestMethod]
        [DataRow("00", "12!/1/0/0")]
        [DataRow("FFFF", "12!/1/0/0")]
        [DataRow("FE", "12!/1/0/0")]
        [DataRow("00010000", "12!/1/0/0")]
        public void Rule12_ShortServerId_IsInItsRange(string value, string expected)
        {
            string bootstrap = Sample.Security(SampleInstance.BootstrapServer(0));
            ExpectFindings(expected, Tlv.File(bootstrap, Sample.Server(SampleInstance.Server(0, 1).Set(0, value))));
            ExpectFindings(expected, Tlv.File(bootstrap, Sample.Server(SampleInstance.Server(0, 1).Remove(0))));
        }

        [TestMethod]
        public void Rule12_LifetimeOrBindingMissing_IsViolated()
        {
            ExpectServer("12!/1/0/1", SampleInstance.Server(0, 1).Remove(1));
            ExpectServer("12!/1/0/7", SampleInstance.Server(0, 1).Remove(7));
        }

        [TestMethod]
        [DataRow("01", "")]
        [DataRow("00", "12?/1/0/1")]
        [DataRow("FF", "12!/1/0/1")]
        [DataRow("8000", "12!/1/0/1")] // a lifetime is no ID: two bytes are signed
        [DataRow("8000000000000000", "12!/1/0/1")]
        [DataRow("7FFFFFFFFFFFFFFF", "")]
        public void Rule12_Lifetime_IsNotNegative(string value, string expected)
        {
            ExpectServer(expected, SampleInstance.Server(0, 1).Set(1, value));
        }

        [TestMethod]
        [DataRow("UTSNMHQ", "")]
        [DataRow("UQS", "")]
        [DataRow("Q", "")]
        [DataRow("", "12!/1/0/7")]
        [DataRow("u", "12!/1/0/7")]
        [DataRow("UX", "12!/1/0/7")]
        [DataRow("U ", "12!/1/0/7")]
        [DataRow("UU", "12!/1/0/7")]
        [DataRow("UTU", "12!/1/0/7")]
        [DataRow("XX", "12!/1/0/7")]
        public void Rule12_Binding_HasKnownLettersOnce(string binding, string expected)
        {
            ExpectServer(expected, SampleInstance.Server(0, 1).Set(7, Tlv.Text(binding)));
        }

        [TestMethod]
        public void Rule13_NotificationStoringMissing_IsAWarning()
        {
            ExpectServer("13?/1/0/6", SampleInstance.Server(0, 1).Remove(6));
        }

        [TestMethod]
        [DataRow("00", "")]
        [DataRow("01", "")]
        [DataRow("FF", "14!/1/0/2 14!/1/0/3 14!/1/0/5")]
        [DataRow("8000000000000000", "14!/1/0/2 14!/1/0/3 14!/1/0/5")]
        public void Rule14_Periods_AreNotNegative(string value, string expected)
        {
            ExpectServer(expected, SampleInstance.Server(0, 1).Set(2, value).Set(3, value).Set(5, value));
        }

        [TestMethod]
        [DataRow("00", "14!/1/0/17 14!/1/0/18 14!/1/0/20")]
        [DataRow("0000000000000000", "14!/1/0/17 14!/1/0/18 14!/1/0/20")]
        [DataRow("01", "")]
        [DataRow("FF", "")] // 255: it has no sign
        [DataRow("FFFFFFFFFFFFFFFF", "")]
        public void Rule14_CountsAndTimers_AreNotZero(string value, string expected)
        {
            SampleInstance sample = SampleInstance.Server(0, 1).Set(17, value).Set(18, value).Set(20, value);
            ExpectServer(expected, sample.Set(14, "00").Set(19, "00"));
        }

        [TestMethod]
        [DataRow(0, "16!/21/5/0")]
        [DataRow(1, "16!/21/5/1")]
        [DataRow(2, "16!/21/5/2")]
        public void Rule16_OscoreResourceMissing_IsViolated(int resourceId, string expected)
        {
            ExpectFindings(expected, Sample.AccountFile(Sample.Oscore(SampleInstance.Oscore(5).Remove(resourceId))));
            ExpectFindings("", Sample.AccountFile(Sample.Oscore(SampleInstance.Oscore(5).Set(resourceId, ""))));
        }

        [TestMethod]
        public void Judge_OneEmptyInstanceOfEach_FindsAllThatIsMissing()
        {
            string file = Tlv.File(
                Tlv.Record(0, Tlv.Instance(7, "")), Tlv.Record(1, Tlv.Instance(8, "")), Tlv.Record(21, Tlv.Instance(9, "")));
            ExpectFindings(
                "1!/0/7/1 1!/0/7/2 1!/0/7/0 3!/0/7/10 12!/1/8/0 12!/1/8/1 12!/1/8/7 13?/1/8/6 16!/21/9/0 16!/21/9/1 16!/21/9/2",
                file);
        }

        [TestMethod]
        public void Judge_Messages_HaveNoValueOfTheFile()
        {
            SampleInstance sample = SampleInstance.Security(0, 1).Set(0, Tlv.Text("coap://private"));
            string key = Tlv.Text("secret");
            for (int i = 0; i < 4; i++)
                key = key + key;
            LoadResult result = Sample.Load(Tlv.File(
                Sample.Security(sample.Set(5, key).Set(3, key + key + key)), Sample.Server(SampleInstance.Server(0, 1))));
            Assert.AreEqual("2!/0/0/0 7?/0/0/5 7?/0/0/3", Sample.Describe(result.Findings));
            for (int i = 0; i < result.Findings.Length; i++)
            {
                Assert.IsTrue(result.Findings[i].Message.IndexOf("secret") < 0);
                Assert.IsTrue(result.Findings[i].Message.IndexOf("private") < 0);
                Assert.IsTrue(result.Findings[i].Message.IndexOf('\n') < 0);
                Assert.IsTrue(result.Findings[i].Message.Length > 0);
            }

            Assert.AreEqual("/0/0/5: over 64 bytes", result.Findings[1].ToString());
        }

        private static void ExpectSecurity(string expected, SampleInstance security)
        {
            ExpectFindings(expected, Tlv.File(Sample.Security(security), Sample.Server(SampleInstance.Server(0, 1))));
        }

        private static void ExpectServer(string expected, SampleInstance server)
        {
            ExpectFindings(expected, Tlv.File(Sample.Security(SampleInstance.Security(0, 1)), Sample.Server(server)));
        }

        private static void ExpectBootstrapServer(string expected, SampleInstance security)
        {
            ExpectFindings(expected, Tlv.File(Sample.Security(security)));
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
