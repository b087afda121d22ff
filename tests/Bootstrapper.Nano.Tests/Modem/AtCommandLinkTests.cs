using System;
using System.Text;
using Bootstrapper.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Modem
{
    [TestClass]
    public sealed class AtCommandLinkTests
    {
        [TestMethod]
        public void Write_CommandLine_GoesToTheSenderAndItsLinesArrive()
        {
            Lent lent = new Lent("+CREG: 1", string.Empty, "+X: 1", "OK");
            lent.Executes(AtStatus.Ok, "AT+X");
            Assert.AreEqual("AT+X;2000|", lent.Sent);
            Assert.AreEqual(" 1|", lent.Response.Text);
            Assert.AreEqual("+CREG: 1|", lent.Unsolicited.Text);
        }

        [TestMethod]
        public void Write_InPiecesAndSeveral_SendsEachWholeLine()
        {
            Lent lent = new Lent();
            byte[] bytes = Encoding.UTF8.GetBytes("xAT+A\rAT+B\rAT");
            lent.Link.Write(bytes, 1, 3);
            lent.Link.Write(bytes, 4, bytes.Length - 4);
            Assert.AreEqual("AT+A;2000|AT+B;2000|", lent.Sent);
            lent.Link.Write(bytes, 5, 1);
            Assert.AreEqual("AT+A;2000|AT+B;2000|AT;2000|", lent.Sent);
        }

        [TestMethod]
        [DataRow(true)]
        [DataRow(false)]
        public void Write_SenderHasNothing_IsSilence(bool isNull)
        {
            Lent lent = isNull ? new Lent((string[])null) : new Lent(new string[0]);
            lent.Executes(AtStatus.NoAnswer, "AT+X");
            lent.Reply = new[] { "+X: 2", "OK" };
            lent.Executes(AtStatus.Ok, "AT+X");
            Assert.AreEqual(" 2|", lent.Response.Text);
        }

        [TestMethod]
        public void Read_LongestLine_ArrivesWhole()
        {
            string digits = new string('7', AtChannel.LongestLine - 3);
            Lent lent = new Lent("+X:" + digits, "OK");
            lent.Executes(AtStatus.Ok, "AT+X");
            Assert.AreEqual(digits + "|", lent.Response.Text);
            Assert.IsTrue(lent.Response.IsComplete);
        }

        [TestMethod]
        public void Write_SenderTakesLongerThanTheCommandMay_ItsAnswerCounts()
        {
            Lent lent = new Lent("+X: 1", "OK");
            lent.Duration = 5000;
            lent.Executes(AtStatus.Ok, "AT+X");
        }

        [TestMethod]
        public void OnUnsolicited_Line_IsHandedOutWhenPolled()
        {
            Lent lent = new Lent("OK");
            int changes = 0;
            lent.Channel.CardChanged += () => changes++;
            lent.Link.OnUnsolicited("+QSIMSTAT : 1,0");
            lent.Link.OnUnsolicited("RDY");
            Assert.AreEqual(string.Empty, lent.Unsolicited.Text);
            lent.Channel.Poll();
            Assert.AreEqual("+QSIMSTAT : 1,0|RDY|", lent.Unsolicited.Text);
            Assert.AreEqual(2, changes);
        }

        [TestMethod]
        public void OnUnsolicited_NobodyPolls_KeepsTheFirst()
        {
            Lent lent = new Lent("+X: 1", "OK");
            for (int i = 0; i < 1000; i++)
                lent.Link.OnUnsolicited("+N: " + i.ToString());
            lent.Executes(AtStatus.Ok, "AT+X");
            Assert.AreEqual("+N: 0|+N: 1|", lent.Unsolicited.Text.Substring(0, 12));
            Assert.IsTrue(lent.Unsolicited.Text.Length < 200);
            Assert.AreEqual(" 1|", lent.Response.Text);
        }

        [TestMethod]
        public void Constructor_NoSender_Throws()
        {
            Expect.Throws(typeof(ArgumentNullException), () => new AtCommandLink(null, 1).OnUnsolicited("RDY"));
        }

        /// <summary>An application's AT code with one answer to everything, and the channel over it.</summary>
        private sealed class Lent : IAtCommandSender
        {
            private readonly FakeClock _clock = new FakeClock();

            public Lent(params string[] reply)
            {
                Reply = reply;
                Link = new AtCommandLink(this, 2000);
                Channel = new AtChannel(Link, _clock);
                Channel.UnsolicitedLine += Unsolicited.OnUnsolicited;
            }

            public string[] Reply { get; set; }

            public int Duration { get; set; }

            public string Sent { get; private set; } = string.Empty;

            public AtCommandLink Link { get; }

            public AtChannel Channel { get; }

            public LineRecorder Response { get; } = new LineRecorder();

            public LineRecorder Unsolicited { get; } = new LineRecorder();

            public string[] Send(string command, int timeout)
            {
                Sent = Sent + command + ";" + timeout.ToString() + "|";
                _clock.Wait(Duration);
                return Reply;
            }

            public void Executes(AtStatus expected, string command)
            {
                AtStatus status = Channel.Execute(
                    new AtCommand(8).Append(command), Encoding.UTF8.GetBytes("+X:"), Response, AtFixture.Timeout);
                Assert.AreEqual((int)expected, (int)status);
            }
        }
    }
}
