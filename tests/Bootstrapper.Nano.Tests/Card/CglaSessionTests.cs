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
    public sealed class CglaSessionTests
    {
        private const string Aid = "A000000063504B43532D3135";
        private const string Open = "AT+CCHO=\"" + Aid + "\"";
        private const string OpenUsim = "AT+CCHO=\"A0000000871002\"";
        private const string Ok = "\r\nOK\r\n";
        private const string Error = "\r\nERROR\r\n";

        [TestMethod]
        [DataRow("+CCHO: 1", "1")]
        [DataRow("+CCHO:1", "1")]
        [DataRow("1", "1")]
        [DataRow("+CCHO: 000000000385a7cf", "000000000385a7cf")]
        [DataRow("+CREG: 1\r\n7", "7")]
        public void SelectApplication_SessionInAnyOfItsForms_IsEchoedUnchanged(string answer, string session)
        {
            AtFixture at = new AtFixture();
            CglaSession way = Create(at);
            at.Link.Expect(Open, "\r\n" + answer + "\r\n" + Ok);
            at.Link.Expect("AT+CGLA=" + session + ",14,\"00A4080C025031\"", "\r\n+CGLA: 4,\"9000\"\r\n" + Ok);
            at.Link.Expect("AT+CCHC=" + session, Ok);

            Assert.IsTrue(way.SelectApplication(Hex.Bytes(Aid), null));
            Assert.AreEqual(0x9000, way.Transmit(0xA4, 8, 0x0C, Hex.Bytes("5031"), 2, 0));
            Assert.IsTrue(way.Close());
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void SelectApplication_SimFailure_MeansNoApplication()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect(Open, "\r\n+CME ERROR: 13\r\n");
            at.Link.Expect(Open, "\r\n+CME ERROR: 13\r\n");

            Assert.IsFalse(Create(at).SelectApplication(Hex.Bytes(Aid), null));
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        [DataRow("\r\n+CME ERROR: 13\r\n", false)]
        [DataRow("\r\nERROR\r\n", true)]
        [DataRow("", true)]
        public void SelectApplication_TroubleThatPasses_OpensTheApplication(string reply, bool mayBeOutOfChannels)
        {
            AtFixture at = new AtFixture();
            at.Link.Expect(Open, reply);
            if (mayBeOutOfChannels)
                ExpectLeftovers(at, Ok);
            at.Link.Expect(Open, "\r\n+CCHO: 1\r\n" + Ok);

            Assert.IsTrue(Create(at).SelectApplication(Hex.Bytes(Aid), null));
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void SelectApplication_SilentModem_AsksForNothingMoreThanOneClosing()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect(Open, string.Empty);
            at.Link.Expect("AT+CCHC=1", string.Empty);
            CglaSession way = Create(at);

            ModemException thrown = (ModemException)Expect.Throws(
                typeof(ModemException), () => way.SelectApplication(Hex.Bytes(Aid), null));
            Assert.IsTrue(thrown.Status == AtStatus.NoAnswer);
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void SelectApplication_ErrorButTheUsimOpens_MeansNoApplication()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect(Open, Error);
            ExpectLeftovers(at, Error);
            at.Link.Expect(Open, Error);
            at.Link.Expect(OpenUsim, "\r\n+CCHO: 2\r\n" + Ok);
            at.Link.Expect("AT+CCHC=2", "\r\n+CCHC\r\n" + Ok);

            Assert.IsFalse(Create(at).SelectApplication(Hex.Bytes(Aid), null));
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void SelectApplication_NothingOpens_MeansNoSuchCommand()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect(Open, Error);
            ExpectLeftovers(at, Error);
            at.Link.Expect(Open, Error);
            at.Link.Expect(OpenUsim, Error);
            CglaSession way = Create(at);

            ModemException thrown = (ModemException)Expect.Throws(
                typeof(ModemException), () => way.SelectApplication(Hex.Bytes(Aid), null));
            Assert.AreEqual("AT+CCHO", thrown.Command);
            Assert.IsTrue(thrown.Status == AtStatus.Error);
            Assert.IsTrue(way.Close());
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void SelectApplication_SessionsOfAnEarlierRun_ClosesThemAndOpensOne()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect(Open, "\r\n+CME ERROR: 0\r\n");
            ExpectLeftovers(at, Ok);
            at.Link.Expect(Open, "\r\n+CCHO: 1\r\n" + Ok);

            Assert.IsTrue(Create(at).SelectApplication(Hex.Bytes(Aid), null));
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        [DataRow(10)]
        [DataRow(11)]
        [DataRow(12)]
        [DataRow(15)]
        public void SelectApplication_TroubleWithTheCard_IsNotTheApplications(int code)
        {
            AtFixture at = new AtFixture();
            at.Link.Expect(Open, "\r\n+CME ERROR: " + code.ToString() + "\r\n");
            CglaSession way = Create(at);

            ModemException thrown = (ModemException)Expect.Throws(
                typeof(ModemException), () => way.SelectApplication(Hex.Bytes(Aid), null));
            Assert.AreEqual(code, thrown.Code);
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void SelectApplication_SimBusy_IsTriedAgain()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect(Open, "\r\n+CME ERROR: 14\r\n");
            at.Link.Expect(Open, "\r\n+CME ERROR: 515\r\n");
            at.Link.Expect(Open, "\r\n+CCHO: 1\r\n" + Ok);

            Assert.IsTrue(Create(at).SelectApplication(Hex.Bytes(Aid), null));
            Assert.IsTrue(at.Link.IsConsumed);
            Assert.IsTrue(at.Clock.Milliseconds >= 2000);
        }

        [TestMethod]
        public void Close_Refused_IsMadeUpForAtTheNextOpen()
        {
            AtFixture at = new AtFixture();
            CglaSession way = Create(at);
            at.Link.Expect(Open, "\r\n+CCHO: 3\r\n" + Ok);
            at.Link.Expect("AT+CCHC=3", Error);
            at.Link.Expect("AT+CCHC=3", Ok);
            way.SelectApplication(Hex.Bytes(Aid), null);

            Assert.IsFalse(way.Close());
            way.Open();
            way.Open();
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Transmit_BytesWaiting_AreFetchedInTheSession()
        {
            AtFixture at = new AtFixture();
            CglaSession way = Create(at);
            at.Link.Expect(Open, "\r\n+CCHO: 1\r\n" + Ok);
            at.Link.Expect("AT+CGLA=1,16,\"00A4080402503100\"", "\r\n+CGLA: 4,\"6102\"\r\n" + Ok);
            at.Link.Expect("AT+CGLA=1,10,\"00C0000002\"", "\r\n+CGLA: 8,\"62009000\"\r\n" + Ok);
            way.SelectApplication(Hex.Bytes(Aid), null);

            Assert.AreEqual(0x9000, way.Transmit(0xA4, 8, 4, Hex.Bytes("5031"), 2, 256));
            Assert.AreEqual(2, way.ResponseLength);
            Assert.AreEqual(0x62, (int)way.Response[0]);
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Transmit_NoSessionYet_GoesOverCrsm()
        {
            AtFixture at = new AtFixture();
            CglaSession way = Create(at);
            at.Link.Expect("AT+CRSM=192,12258,0,0,255", "\r\n+CRSM: 144,0\r\n" + Ok);

            Assert.AreEqual(0x9000, way.Transmit(0xA4, 8, 4, Hex.Bytes("2FE2"), 2, 256));
            Assert.AreEqual(0, way.ResponseLength);
            Assert.IsTrue(at.Link.IsConsumed);
        }

        private static void ExpectLeftovers(AtFixture at, string answer)
        {
            at.Link.Expect("AT+CCHC=1", answer);
            at.Link.Expect("AT+CCHC=2", answer);
            at.Link.Expect("AT+CCHC=3", answer);
            for (int number = 1; number <= 3; number++)
                at.Link.ExpectApdu("0070800" + number.ToString() + "00", "6200");
        }

        private static CglaSession Create(AtFixture at)
        {
            AtApduExchange exchange = new AtApduExchange(at.Channel, AtFixture.Timeout);
            ApduTransport transport = new ApduTransport(exchange, at.Clock);
            CrsmAccess root = new CrsmAccess(at.Channel, transport.Response, AtFixture.Timeout);
            return new CglaSession(at.Channel, exchange, transport, new LogicalChannel(transport), root);
        }
    }
}
