using System.Text;
using Bootstrapper.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Modem
{
    public sealed partial class AtChannelTests
    {
        [TestMethod]
        [DataRow("RDY")]
        [DataRow("APP RDY")]
        [DataRow("Ready")]
        [DataRow("INIT ERROR")]
        [DataRow("+SYSSTART")]
        [DataRow("+KSUP: 0")]
        [DataRow("*ATREADY: 1")]
        [DataRow("%BOOTEV:0")]
        [DataRow("^EXIT: File: rfcChar.c@107")]
        [DataRow("^SYSSTART")]
        public void Execute_ModemRestartsMeanwhile_EndsAtOnce(string line)
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", "\r\n+X: 1\r\n\r\n" + line + "\r\n\r\n+CREG: 0\r\n");

            at.Executes(AtStatus.Restarted, "AT+X", "+X:");
            Assert.AreEqual(0L, at.Clock.Milliseconds);
            at.NextCommandWorks();
            Assert.IsTrue(at.Clock.Milliseconds < 10, "the lost answer was waited for");
            Assert.AreEqual(line + "|+CREG: 0|", at.Unsolicited.Text);
        }

        [TestMethod]
        [DataRow("T+CPIN=\"1234\"")]
        [DataRow("CPIN=\"1234\"")]
        [DataRow("234\"")]
        public void Execute_EchoThatLostItsBeginning_IsNoNews(string rest)
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+CPIN=\"1234\"", rest + "\r\r\nOK\r\n");

            at.Executes(AtStatus.Ok, "AT+CPIN=\"1234\"", null);
            Assert.AreEqual(string.Empty, at.Unsolicited.Text);
            Assert.IsTrue(at.Channel.IsEchoed);
        }

        [TestMethod]
        public void Execute_AnswerLaterThanItsResend_NextCommandGetsItsOwn()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", System.Text.Encoding.UTF8.GetBytes("\r\n+X: 1\r\n\r\nOK\r\n"), 1500);
            at.Link.Expect("AT+X", System.Text.Encoding.UTF8.GetBytes("\r\n+X: 1\r\n\r\nOK\r\n"), 600);

            at.Executes(AtStatus.NoAnswer, "AT+X", "+X:");
            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            at.NextCommandWorks();
        }

        [TestMethod]
        [DataRow("RDY 1")]
        [DataRow("XRDY")]
        [DataRow("+CPIN: READY")]
        [DataRow("APP RDY?")]
        [DataRow("INIT ERRORS")]
        [DataRow("*ATREAD")]
        [DataRow("SMS Ready")]
        [DataRow("Call Ready")]
        public void Execute_LineThatOnlyLooksLikeARestart_GoesOn(string line)
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", "\r\n" + line + "\r\n\r\n+X: 1\r\n\r\nOK\r\n");

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.AreEqual(line + "|", at.Unsolicited.Text);
        }

        [TestMethod]
        public void Execute_ModemStartedBefore_IsNoRestart()
        {
            AtFixture at = new AtFixture();
            at.Link.Arrive("\r\nRDY\r\n\r\n+KSUP");
            at.Link.Expect("AT+X", ": 1\r\n\r\n+X: 1\r\n\r\nOK\r\n");

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.AreEqual("RDY|+KSUP: 1|", at.Unsolicited.Text);
        }

        [TestMethod]
        public void Execute_ResponseAfterItsOk_IsWaitedFor()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", "\r\nOK\r\n");
            at.Link.Arrive(Encoding.UTF8.GetBytes("\r\n+CREG: 1\r\n\r\n+X: late\r\n"), 400);

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.AreEqual(" late|", at.Response.Text);
            Assert.AreEqual("+CREG: 1|", at.Unsolicited.Text);
            Assert.IsTrue(at.Clock.Milliseconds < 450, "waited on");
            at.NextCommandWorks();
        }

        [TestMethod]
        public void Execute_OkWithoutResponse_IsOkAfterAWhile()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", "\r\nOK\r\n");

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.IsTrue(at.Clock.Milliseconds >= 500 && at.Clock.Milliseconds < 550);
            at.NextCommandWorks();
        }

        [TestMethod]
        public void Execute_OkWithoutResponse_IsNotWaitedForBeyondTheTime()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", Encoding.UTF8.GetBytes("\r\nOK\r\n"), AtFixture.Timeout - 100);

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.IsTrue(at.Clock.Milliseconds < AtFixture.Timeout + 50);
        }

        [TestMethod]
        public void Execute_ErrorAfterAnOkWithoutResponse_IsTheEnd()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", "\r\nOK\r\n\r\n+CME ERROR: 14\r\n");

            at.Executes(AtStatus.CmeError, "AT+X", "+X:");
            Assert.AreEqual(14, at.Channel.ErrorCode);
            at.NextCommandWorks();
        }

        [TestMethod]
        [DataRow("12")]
        [DataRow("\"12\"")]
        [DataRow("000000000385a7cf")]
        [DataRow(" MULTIBAND  900E  1800")]
        [DataRow("A7670E-FASE")]
        public void Execute_BareResponse_IsDeliveredWhereAskedFor(string line)
        {
            AtFixture at = new AtFixture();
            string reply = "AT+X\r\r\n+CREG: 1\r\n\r\n" + line + "\r\n\r\n*PSUTTZ: 1\r\n#QSS: 1\r\n^Y\r\n%Z\r\n&\r\n\r\nOK\r\n";
            at.Link.Expect("AT+X", reply);
            at.Link.Expect("AT+X", reply);

            AtStatus status = at.Channel.Execute(
                new AtCommand(8).Append("AT+X"), Encoding.UTF8.GetBytes("+X:"), at.Response, AtFixture.Timeout, true);
            Assert.AreEqual((int)AtStatus.Ok, (int)status);
            Assert.AreEqual(line + "|", at.Response.Text);
            Assert.AreEqual("+CREG: 1|*PSUTTZ: 1|#QSS: 1|^Y|%Z|&|", at.Unsolicited.Text);

            at.Executes(AtStatus.Ok, "AT+X", null);
            Assert.AreEqual(line + "|", at.Response.Text);
        }

        [TestMethod]
        public void Execute_PrefixedResponseWhereBareOnesAreTaken_IsDeliveredWithoutPrefix()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", "\r\n+X: 1\r\n\r\nRDY\r\n");

            AtStatus status = at.Channel.Execute(
                new AtCommand(8).Append("AT+X"), Encoding.UTF8.GetBytes("+X:"), at.Response, AtFixture.Timeout, true);
            Assert.AreEqual((int)AtStatus.Restarted, (int)status);
            Assert.AreEqual(" 1|", at.Response.Text);
        }

        [TestMethod]
        public void Cancel_WhileAnAnswerIsWaitedFor_EndsTheWaitAndTheAnswerIsNotTaken()
        {
            AtFixture at = new AtFixture();
            at.Channel.UnsolicitedLine += (buffer, offset, length) => at.Channel.Cancel();
            at.Link.Expect("AT+X", string.Empty);
            at.Link.Arrive(Encoding.UTF8.GetBytes("\r\n+CREG: 1\r\n"), 100);
            at.Link.Arrive(Encoding.UTF8.GetBytes("\r\n+X: late\r\n\r\nOK\r\n"), 900);

            at.Executes(AtStatus.Cancelled, "AT+X", "+X:");
            Assert.IsTrue(at.Clock.Milliseconds < 150, "it waited on");

            // What is sent while the modem is at work may abort that, or get lost itself (V.250 5.6.1).
            at.Link.Expect("AT+Y", "\r\nERROR\r\n");
            at.Executes(AtStatus.Error, "AT+Y", null);
            Assert.IsTrue(at.Clock.Milliseconds >= 900);
            at.NextCommandWorks();
            Assert.AreEqual("+CREG: 1|", at.Unsolicited.Text);
        }

        [TestMethod]
        public void Cancel_WhileAModemIsSilent_NextCommandComesInTime()
        {
            AtFixture at = new AtFixture();
            at.Channel.UnsolicitedLine += (buffer, offset, length) => at.Channel.Cancel();
            at.Link.Expect("AT+X", "\r\n+CREG: 1\r\n");

            at.Executes(AtStatus.Cancelled, "AT+X", null);
            at.NextCommandWorks();
            Assert.IsTrue(at.Clock.Milliseconds < 6000);
        }

        [TestMethod]
        public void Cancel_WhileALateAnswerIsFlushed_SendsNothing()
        {
            AtFixture at = new AtFixture();
            at.Channel.UnsolicitedLine += (buffer, offset, length) => at.Channel.Cancel();
            at.Link.Expect("AT+X", string.Empty);
            at.Executes(AtStatus.NoAnswer, "AT+X", "+X:");

            at.Link.Arrive(Encoding.UTF8.GetBytes("\r\n+CREG: 1\r\n"), 100);
            at.Link.Arrive(Encoding.UTF8.GetBytes("\r\n+X: late\r\n\r\nOK\r\n"), 200);
            at.Executes(AtStatus.Cancelled, "AT+Y", "+Y:");
            at.NextCommandWorks();
            Assert.AreEqual("+CREG: 1|", at.Unsolicited.Text);
        }
    }
}
