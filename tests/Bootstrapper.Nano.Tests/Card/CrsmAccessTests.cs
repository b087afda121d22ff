using Bootstrapper.Card;
using Bootstrapper.Modem;
using Bootstrapper.Tests.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    [TestClass]
    public sealed class CrsmAccessTests
    {
        private const string Aid = "A000000063504B43532D3135";
        private const string Ok = "\r\nOK\r\n";
        private const string NotFound = "106,130";

        [TestMethod]
        [DataRow("144,0,\"98\"")]
        [DataRow("144,0,98")]
        [DataRow("144, 0, \"98\" ")]
        [DataRow(" 144 , 0 ,98")]
        public void Transmit_ResponseInAnyOfItsForms_HasDataAndStatusWord(string answer)
        {
            AtFixture at = new AtFixture();
            CrsmAccess way = Create(at);
            Expects(at, "192,12258,0,0,255", "144,0");
            Expects(at, "176,12258,1,2,10", answer);

            Assert.AreEqual(0x9000, way.Transmit(0xA4, 8, 4, Hex.Bytes("2FE2"), 2, 256));
            Assert.AreEqual(0x9000, way.Transmit(0xB0, 1, 2, null, 0, 10));
            Assert.AreEqual(1, way.ResponseLength);
            Assert.AreEqual(0x98, (int)way.Response[0]);
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        [DataRow("144")]
        [DataRow("256,0")]
        [DataRow("144,256")]
        [DataRow("144,0,\"9\"")]
        [DataRow("144,0,\"9G\"")]
        [DataRow("14,0")]
        [DataRow("44,0")]
        [DataRow("160,0")]
        [DataRow("x,0")]
        [DataRow("")]
        public void Transmit_Garbage_IsAskedForAgainAndThenReported(string answer)
        {
            AtFixture at = new AtFixture();
            CrsmAccess way = Create(at);
            for (int i = 0; i < 3; i++)
                Expects(at, "192,12258,0,0,255", answer);

            ModemException thrown = (ModemException)Expect.Throws(
                typeof(ModemException), () => way.Transmit(0xA4, 8, 4, Hex.Bytes("2FE2"), 2, 256));
            Assert.IsTrue(thrown.Status == AtStatus.Garbled);
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Transmit_ToolkitBusy_IsSentAgain()
        {
            AtFixture at = new AtFixture();
            CrsmAccess way = Create(at);
            Expects(at, "192,12258,0,0,255", "147,0");
            Expects(at, "192,12258,0,0,255", "144,0");

            Assert.AreEqual(0x9000, way.Transmit(0xA4, 8, 4, Hex.Bytes("2FE2"), 2, 256));
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        [DataRow("3F005015", "5015")]
        [DataRow("7F105F3C", "7F105F3C")]
        public void SelectApplication_DirectoryThatEfDirNames_LeadsToItsFiles(string path, string directory)
        {
            AtFixture at = new AtFixture();
            CrsmAccess way = Create(at);
            Expects(at, "192,20529,0,0,255,,\"" + directory + "\"", "144,0");
            Expects(at, "192,25648,0,0,255,,\"" + directory + "\"", "144,0");
            Expects(at, "178,25648,1,4,30,,\"" + directory + "\"", "144,0,\"00\"");

            Assert.IsTrue(way.SelectApplication(Hex.Bytes(Aid), Hex.Bytes(path)));
            Assert.AreEqual(0x9000, way.Transmit(0xA4, 8, 4, Hex.Bytes("7FFF6430"), 4, 256));
            Assert.AreEqual(0x9000, way.Transmit(0xB2, 1, 4, null, 0, 30));
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        [DataRow("148,4")]
        [DataRow(NotFound)]
        public void SelectApplication_NotThere_Tries7F50AndGivesUp(string notFound)
        {
            AtFixture at = new AtFixture();
            Expects(at, "192,20529,0,0,255,,\"5015\"", notFound);
            Expects(at, "192,20529,0,0,255,,\"7F50\"", notFound);

            Assert.IsFalse(Create(at).SelectApplication(Hex.Bytes(Aid), Hex.Bytes("3F005015")));
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        [DataRow("")]
        [DataRow("3F00")]
        [DataRow("3F0050")]
        [DataRow("3F00000100020003000400050006000700080009")]
        public void SelectApplication_PathThatIsNone_Tries7F50(string path)
        {
            AtFixture at = new AtFixture();
            if (path == "3F00")
                Expects(at, "192,20529,0,0,255,,\"3F00\"", NotFound);
            Expects(at, "192,20529,0,0,255,,\"7F50\"", "144,0");

            Assert.IsTrue(Create(at).SelectApplication(Hex.Bytes(Aid), Hex.Bytes(path)));
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Transmit_BogusFirstAnswer_AsksOnceMore()
        {
            AtFixture at = new AtFixture();
            Expects(at, "192,12258,0,0,255", "106,134,\"\"");
            Expects(at, "192,12258,0,0,255", "144,0");

            Assert.AreEqual(0x9000, Create(at).Transmit(0xA4, 8, 4, Hex.Bytes("2FE2"), 2, 256));
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        [DataRow("108,15")]
        [DataRow("97,15")]
        [DataRow("159,15")]
        public void Transmit_LengthLeftToUs_AsksWithIt(string answer)
        {
            AtFixture at = new AtFixture();
            Expects(at, "192,12258,0,0,255", answer);
            Expects(at, "192,12258,0,0,15", "144,0,\"62\"");

            CrsmAccess way = Create(at);
            Assert.AreEqual(0x9000, way.Transmit(0xA4, 8, 4, Hex.Bytes("2FE2"), 2, 256));
            Assert.AreEqual(1, way.ResponseLength);
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Transmit_Verify_IsNothingThatCrsmCan()
        {
            AtFixture at = new AtFixture();
            Assert.AreEqual(0x6D00, Create(at).Transmit(0x20, 0, 1, null, 0, 0));
        }

        private static void Expects(AtFixture at, string command, string answer)
        {
            at.Link.Expect("AT+CRSM=" + command, "\r\n+CRSM: " + answer + "\r\n" + Ok);
        }

        private static CrsmAccess Create(AtFixture at)
        {
            return new CrsmAccess(at.Channel, new byte[256], AtFixture.Timeout);
        }
    }
}
