using Bootstrapper.Lwm2m;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Lwm2m
{
    /// <summary>Loads files that are given as hex text.</summary>
    public static class Sample
    {
        public static LoadResult Load(string file)
        {
            return new ConfigurationLoader().Load(Source(file));
        }

        public static IByteSource Source(string file)
        {
            return new ByteArraySource(Hex.Bytes(file));
        }

        /// <summary>Loads a file that must be accepted.</summary>
        public static BootstrapConfiguration Accept(string file)
        {
            LoadResult result = Load(file);
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)result.Outcome, Describe(result.Findings));
            return result.Configuration;
        }

        /// <summary>A file with one Bootstrap-Server and nothing else.</summary>
        public static string BootstrapServerFile()
        {
            return Tlv.File(Security(SampleInstance.BootstrapServer(0)));
        }

        /// <summary>A file with one server's account, followed by further records.</summary>
        public static string AccountFile(params string[] records)
        {
            string[] all = new string[records.Length + 2];
            all[0] = Security(SampleInstance.Security(0, 1));
            all[1] = Server(SampleInstance.Server(0, 1));
            for (int i = 0; i < records.Length; i++)
                all[i + 2] = records[i];
            return Tlv.File(all);
        }

        public static string Security(params SampleInstance[] instances)
        {
            return Record(0, instances);
        }

        public static string Server(params SampleInstance[] instances)
        {
            return Record(1, instances);
        }

        public static string AccessControl(params SampleInstance[] instances)
        {
            return Record(2, instances);
        }

        public static string Oscore(params SampleInstance[] instances)
        {
            return Record(21, instances);
        }

        /// <summary>Each finding as rule, "!" for a violation or "?" for a warning, and path, with blanks between them.</summary>
        public static string Describe(Finding[] findings)
        {
            string all = "";
            for (int i = 0; i < findings.Length; i++)
            {
                Finding finding = findings[i];
                string one = finding.Rule.ToString() + (finding.IsViolation ? "!" : "?") + finding.Path;
                all = all.Length == 0 ? one : all + " " + one;
            }

            return all;
        }

        private static string Record(int objectId, SampleInstance[] instances)
        {
            string content = "";
            for (int i = 0; i < instances.Length; i++)
                content = content + instances[i].ToString();
            return Tlv.Record(objectId, content);
        }
    }
}
