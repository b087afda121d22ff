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
    public sealed class ObjectHandlerTests
    {
        private const string Temperature = "begin 3303 0.0, instance 2, 2/5601=-5, 2/5700/0=1, 2/5700/9=2, instance 0";

        [TestMethod]
        public void Load_FileAccepted_IsCommitted()
        {
            RecordingHandler handler = new RecordingHandler();
            LoadResult result = Loader(handler).Load(Sample.Source(Sample.AccountFile(TemperatureRecord())));
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)result.Outcome);
            Assert.AreEqual(Temperature + ", commit", handler.Calls);

            // What a handler took is not skipped.
            Assert.AreEqual(0, result.SkippedObjectCount);
            Assert.AreEqual(0, result.SkippedResourceCount);
        }

        [TestMethod]
        public void Load_RecordBeforeTheAccounts_IsCommitted()
        {
            RecordingHandler handler = new RecordingHandler();
            Loader(handler).Load(Sample.Source(Tlv.File(
                TemperatureRecord(), Tlv.Record(3304, ""), Sample.Security(SampleInstance.BootstrapServer(0)))));
            Assert.AreEqual(Temperature + ", commit", handler.Calls);
        }

        [TestMethod]
        public void Load_StatedVersion_IsPassedOn()
        {
            RecordingHandler handler = new RecordingHandler();
            Loader(handler).Load(Sample.Source(Sample.AccountFile(Tlv.Record(3303, 2, 5, ""))));
            Assert.AreEqual("begin 3303 2.5, commit", handler.Calls);
        }

        [TestMethod]
        public void Load_ObjectNotInTheFile_MakesNoCall()
        {
            RecordingHandler handler = new RecordingHandler();
            Loader(handler).Load(Sample.Source(Vectors.A));
            Loader(handler).Load(Sample.Source("FFFFFFFF"));
            Assert.AreEqual("", handler.Calls);
        }

        [TestMethod]
        public void Load_Inconsistent_IsAbandoned()
        {
            RecordingHandler handler = new RecordingHandler();
            Loader(handler).Load(Sample.Source(Tlv.File(TemperatureRecord(), Sample.Server(SampleInstance.Server(0, 1)))));
            Assert.AreEqual(Temperature + ", abandon", handler.Calls);
        }

        [TestMethod]
        public void Load_Empty_IsAbandoned()
        {
            RecordingHandler handler = new RecordingHandler();
            Loader(handler).Load(Sample.Source(Tlv.File(TemperatureRecord())));
            Assert.AreEqual(Temperature + ", abandon", handler.Calls);
        }

        [TestMethod]
        public void Load_MalformedBehindTheRecord_IsAbandoned()
        {
            RecordingHandler handler = new RecordingHandler();
            string file = Tlv.File(TemperatureRecord(), Tlv.Record(0, "0001"), Tlv.Record(1, "05"));
            Expect.Throws(typeof(ContentException), () => Loader(handler).Load(Sample.Source(file)));
            Assert.AreEqual(Temperature + ", abandon", handler.Calls);
        }

        [TestMethod]
        public void Load_MalformedInTheRecord_IsAbandoned()
        {
            RecordingHandler handler = new RecordingHandler();
            string file = Tlv.File(Tlv.Record(3303, Tlv.Instance(1, "C105")));
            Expect.Throws(typeof(ContentException), () => Loader(handler).Load(Sample.Source(file)));
            Assert.AreEqual("begin 3303 0.0, instance 1, abandon", handler.Calls);
        }

        [TestMethod]
        public void Load_SourceFails_IsAbandoned()
        {
            RecordingHandler handler = new RecordingHandler();
            string file = Sample.AccountFile(TemperatureRecord());
            ByteArraySource truncated = new ByteArraySource(Hex.Bytes(file.Substring(0, file.Length - 2)));
            Expect.Throws(typeof(ContentException), () => Loader(handler).Load(truncated));
            Assert.IsTrue(handler.Calls.IndexOf("abandon") > 0, handler.Calls);
            Assert.IsTrue(handler.Calls.IndexOf("commit") < 0, handler.Calls);
        }

        [TestMethod]
        public void Load_ObjectTwice_IsAbandonedOnce()
        {
            RecordingHandler handler = new RecordingHandler();
            string file = Tlv.File(Tlv.Record(3303, ""), Tlv.Record(3303, ""));
            Expect.Content(9, () => Loader(handler).Load(Sample.Source(file)));
            Assert.AreEqual("begin 3303 0.0, abandon", handler.Calls);
        }

        [TestMethod]
        public void Load_HandledObjectTwiceAfterMany_IsFoundAllTheSame()
        {
            // More IDs than are remembered stand before it; the handler itself is the memory.
            string[] records = new string[22];
            for (int i = 0; i < 20; i++)
                records[i] = Tlv.Record(1000 + i, "");
            records[20] = Tlv.Record(3303, "");
            records[21] = Tlv.Record(3303, "");
            RecordingHandler handler = new RecordingHandler();
            Expect.Content(4 + (21 * 5), () => Loader(handler).Load(Sample.Source(Tlv.File(records))));
            Assert.AreEqual("begin 3303 0.0, abandon", handler.Calls);
        }

        [TestMethod]
        [DataRow("begin 3303 0.0", "begin 3303 0.0, abandon")]
        [DataRow("instance 0", Temperature + ", abandon")]
        [DataRow("2/5601=-5", "begin 3303 0.0, instance 2, 2/5601=-5, abandon")]
        public void Load_HandlerThrows_AllAreAbandoned(string failAt, string expected)
        {
            RecordingHandler first = new RecordingHandler();
            RecordingHandler failing = new RecordingHandler();
            RecordingHandler last = new RecordingHandler();
            failing.FailAt = failAt;
            ConfigurationLoader loader = Loader(failing);
            loader.AddHandler(3304, first);
            loader.AddHandler(3305, last);
            string file = Sample.AccountFile(Tlv.Record(3304, ""), TemperatureRecord(), Tlv.Record(3305, ""));
            Expect.Throws(typeof(InvalidOperationException), () => loader.Load(Sample.Source(file)));
            Assert.AreEqual(expected, failing.Calls);
            Assert.AreEqual("begin 3304 0.0, abandon", first.Calls);
            Assert.AreEqual("", last.Calls); // not reached
        }

        [TestMethod]
        public void Load_ValueNotRead_IsReadOver()
        {
            IgnoringHandler handler = new IgnoringHandler();
            ConfigurationLoader loader = new ConfigurationLoader();
            loader.AddHandler(9, handler);
            string instances = Tlv.Instance(0, Tlv.Resource(2, Tlv.Bytes(1000)) + Tlv.Resource(3, "01"));
            LoadResult result = loader.Load(Sample.Source(Sample.AccountFile(Tlv.Record(9, instances), Tlv.Record(10, ""))));
            Assert.AreEqual((int)LoadOutcome.Loaded, (int)result.Outcome);
            Assert.AreEqual(2, handler.Values);
            Assert.AreEqual(1001, handler.Bytes);
        }

        [TestMethod]
        public void Load_EmptyMultipleResource_MakesNoCall()
        {
            RecordingHandler handler = new RecordingHandler();
            string record = Tlv.Record(3303, Tlv.Instance(0, Tlv.Multiple(1) + Tlv.Resource(2, "07")));
            Loader(handler).Load(Sample.Source(Sample.AccountFile(record)));
            Assert.AreEqual("begin 3303 0.0, instance 0, 0/2=7, commit", handler.Calls);
        }

        [TestMethod]
        public void Load_Again_BeginsAndEndsAgain()
        {
            RecordingHandler handler = new RecordingHandler();
            ConfigurationLoader loader = Loader(handler);
            loader.Load(Sample.Source(Tlv.File(Tlv.Record(3303, ""))));
            loader.Load(Sample.Source(Vectors.A));
            loader.Load(Sample.Source(Sample.AccountFile(Tlv.Record(3303, ""))));
            Assert.AreEqual("begin 3303 0.0, abandon, begin 3303 0.0, commit", handler.Calls);
        }

        [TestMethod]
        public void Load_OneHandlerOfTwoObjects_GetsBoth()
        {
            RecordingHandler handler = new RecordingHandler();
            ConfigurationLoader loader = Loader(handler);
            loader.AddHandler(3304, handler);
            loader.Load(Sample.Source(Sample.AccountFile(Tlv.Record(3303, ""), Tlv.Record(3304, ""))));
            Assert.AreEqual("begin 3303 0.0, begin 3304 0.0, commit, commit", handler.Calls);
        }

        [TestMethod]
        [DataRow(0)]
        [DataRow(1)]
        [DataRow(2)]
        [DataRow(21)]
        [DataRow(3303)] // has a handler
        public void AddHandler_ObjectThatIsTaken_Throws(int objectId)
        {
            ConfigurationLoader loader = Loader(new RecordingHandler());
            Expect.Throws(typeof(ArgumentException), () => loader.AddHandler(objectId, new RecordingHandler()));
        }

        [TestMethod]
        public void AddHandler_WrongArguments_Throws()
        {
            ConfigurationLoader loader = new ConfigurationLoader();
            Expect.Throws(typeof(ArgumentNullException), () => loader.AddHandler(3, null));
            Expect.Throws(typeof(ArgumentOutOfRangeException), () => loader.AddHandler(-1, new RecordingHandler()));
            Expect.Throws(typeof(ArgumentOutOfRangeException), () => loader.AddHandler(65535, new RecordingHandler()));
            loader.AddHandler(65534, new RecordingHandler());
            loader.AddHandler(3, new RecordingHandler());
        }

        private static ConfigurationLoader Loader(IObjectHandler handler)
        {
            ConfigurationLoader loader = new ConfigurationLoader();
            loader.AddHandler(3303, handler);
            return loader;
        }

        private static string TemperatureRecord()
        {
            return Tlv.Record(3303,
                Tlv.Instance(2, Tlv.Resource(5601, "FB")
                    + Tlv.Multiple(5700, Tlv.ResourceInstance(0, "01"), Tlv.ResourceInstance(9, "02")))
                + Tlv.Instance(0, ""));
        }

        /// <summary>Reads no value.</summary>
        private sealed class IgnoringHandler : IObjectHandler
        {
            public int Values { get; private set; }

            public int Bytes { get; private set; }

            public void Begin(int objectId, int majorVersion, int minorVersion)
            {
            }

            public void BeginInstance(int instanceId)
            {
            }

            public void AddValue(int instanceId, int resourceId, int resourceInstanceId, TlvReader value)
            {
                Values++;
                Bytes += value.Remaining;
            }

            public void Commit()
            {
            }

            public void Abandon()
            {
            }
        }
    }
}
