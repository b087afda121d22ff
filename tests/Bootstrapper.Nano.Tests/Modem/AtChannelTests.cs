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
    public sealed partial class AtChannelTests
    {
        [TestMethod]
        [DataRow("OK", (int)AtStatus.Ok, -1)]
        [DataRow("ERROR", (int)AtStatus.Error, -1)]
        [DataRow("+CME ERROR: 13", (int)AtStatus.CmeError, 13)]
        [DataRow("+CME ERROR: 0", (int)AtStatus.CmeError, 0)]
        [DataRow("+CME ERROR: 515", (int)AtStatus.CmeError, 515)]
        [DataRow("+CME ERROR:14", (int)AtStatus.CmeError, 14)]
        [DataRow("+CME ERROR: SIM busy", (int)AtStatus.CmeError, 14)]
        [DataRow("+CME ERROR: SIM not inserted", (int)AtStatus.CmeError, 10)]
        [DataRow("+CME ERROR: SIM PIN required", (int)AtStatus.CmeError, 11)]
        [DataRow("+CME ERROR: SIM PUK required", (int)AtStatus.CmeError, 12)]
        [DataRow("+CME ERROR: SIM failure", (int)AtStatus.CmeError, 13)]
        [DataRow("+CME ERROR: SIM wrong", (int)AtStatus.CmeError, 15)]
        [DataRow("+CME ERROR: incorrect password", (int)AtStatus.CmeError, 16)]
        [DataRow("+CME ERROR: phone failure", (int)AtStatus.CmeError, 0)]
        [DataRow("+CME ERROR: operation not allowed", (int)AtStatus.CmeError, 3)]
        [DataRow("+CME ERROR: operation not supported", (int)AtStatus.CmeError, 4)]
        [DataRow("+CME ERROR: incorrect parameters", (int)AtStatus.CmeError, 50)]
        [DataRow("+CME ERROR: unknown", (int)AtStatus.CmeError, 100)]
        [DataRow("+CME ERROR: no such text", (int)AtStatus.CmeError, -1)]
        [DataRow("+CME ERROR: 12345678901234567890", (int)AtStatus.CmeError, -1)]
        [DataRow("+CME ERROR:", (int)AtStatus.CmeError, -1)]
        [DataRow("+CMS ERROR: 500", (int)AtStatus.CmsError, 500)]
        [DataRow("NO CARRIER", (int)AtStatus.Error, -1)]
        [DataRow("NO ANSWER", (int)AtStatus.Error, -1)]
        [DataRow("NO DIALTONE", (int)AtStatus.Error, -1)]
        [DataRow("BUSY", (int)AtStatus.Error, -1)]
        [DataRow("ABORTED", (int)AtStatus.Error, -1)]
        public void Execute_FinalResult_EndsWithStatusAndCode(string line, int status, int code)
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", "\r\n" + line + "\r\n");

            at.Executes((AtStatus)status, "AT+X", null);
            Assert.AreEqual(code, at.Channel.ErrorCode);
            Assert.AreEqual(0L, at.Clock.Milliseconds, "it waited after the final result");
            Assert.AreEqual(string.Empty, at.Unsolicited.Text);
            at.NextCommandWorks();
            Assert.AreEqual(-1, at.Channel.ErrorCode, "the code of an earlier command");
        }

        [TestMethod]
        [DataRow("OKAY")]
        [DataRow("OK 1")]
        [DataRow("OK?")]
        [DataRow("O")]
        [DataRow("KO")]
        [DataRow("XOK")]
        [DataRow("+X: OK")]
        [DataRow("ERROR 5")]
        [DataRow("ERRORS")]
        [DataRow("AN ERROR")]
        [DataRow("+CME ERROR")]
        [DataRow("+CME")]
        [DataRow("+CMX ERROR: 1")]
        [DataRow("X+CME ERROR: 13")]
        [DataRow("NO CARRIER 1")]
        [DataRow("BUS")]
        [DataRow("0")]
        [DataRow("4")]
        public void Execute_FinalResultInsideAnotherLine_GoesOn(string line)
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+Y", "\r\n" + line + "\r\n");
            at.Link.Expect("AT+Y", "\r\n" + line + "\r\n\r\nOK\r\n");

            at.Executes(AtStatus.NoAnswer, "AT+Y", null);
            at.Executes(AtStatus.Ok, "AT+Y", null);
            Assert.AreEqual(line + "|" + line + "|", at.Unsolicited.Text);
            at.NextCommandWorks();
        }

        [TestMethod]
        [DataRow("\r\n+X: OK\r\n\r\nOK\r\n")]
        [DataRow("\r+X: OK\rOK\r")]
        [DataRow("\n+X: OK\nOK\n")]
        [DataRow("+X: OK\r\nOK\r\n")]
        [DataRow("\r\n\r\n+X: OK\r\n\r\n\r\n\r\nOK\r\n")]
        [DataRow("\r\r\n+X: OK\n\r\n\r\r\nOK\r\n")]
        [DataRow("AT+X\r\r\n+X: OK\r\n\r\nOK\r\n")]
        [DataRow("AT+X\r+X: OK\rOK\r")]
        public void Execute_AnyLineEnd_ReturnsResponse(string reply)
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", reply);

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.AreEqual(" OK|", at.Response.Text);
            Assert.AreEqual(string.Empty, at.Unsolicited.Text);
            Assert.AreEqual(reply[0] == 'A', at.Channel.IsEchoed);
            at.NextCommandWorks();
            Assert.IsFalse(at.Channel.IsEchoed, "the echo of an earlier command");
        }

        [TestMethod]
        public void Execute_UnsolicitedBeforeBetweenAndAfter_GoesToEventInOrder()
        {
            AtFixture at = new AtFixture();
            at.Link.Arrive("\r\n+CREG: 1\r\n");
            at.Link.Expect(
                "AT+X",
                "\r\n*PSUTTZ: 1\r\nAT+X\r\r\n+CEREG: 2\r\n\r\n+X: 7\r\n\r\n+QSIMSTAT : 1,0\r\n\r\nOK\r\n\r\nRDY\r\n");

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.AreEqual("+CREG: 1|*PSUTTZ: 1|+CEREG: 2|+QSIMSTAT : 1,0|", at.Unsolicited.Text);
            Assert.AreEqual(" 7|", at.Response.Text);
            at.Channel.Poll();
            Assert.AreEqual("+CREG: 1|*PSUTTZ: 1|+CEREG: 2|+QSIMSTAT : 1,0|RDY|", at.Unsolicited.Text);
            at.NextCommandWorks();
        }

        [TestMethod]
        public void Execute_UnsolicitedAfterFinalResult_IsSeenByTheNextCommand()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", "\r\nOK\r\n\r\n+CREG: 1\r\n");

            at.Executes(AtStatus.Ok, "AT+X", null);
            at.NextCommandWorks();
            Assert.AreEqual("+CREG: 1|", at.Unsolicited.Text);
        }

        [TestMethod]
        public void Execute_UnsolicitedLine_HasItsExactBytes()
        {
            AtFixture at = new AtFixture();
            at.Link.Arrive(Hex.Bytes("0D0A 2B434F5053 3A20 22C3A480FF7F22 2020 0D0A"), 0);

            at.NextCommandWorks();
            Expect.Bytes("2B434F5053 3A20 22C3A480FF7F22 2020", at.Unsolicited.Last);
        }

        [TestMethod]
        public void Execute_NobodyListens_UnsolicitedIsLeftOut()
        {
            FakeClock clock = new FakeClock();
            ScriptedLink link = new ScriptedLink(clock);
            link.Expect("AT", "\r\n+CREG: 1\r\n\r\nOK\r\n");

            AtStatus status = new AtChannel(link, clock).Execute(new AtCommand(2).Append("AT"), null, null, 100);
            Assert.AreEqual((int)AtStatus.Ok, (int)status);
        }

        [TestMethod]
        public void Execute_ResponseWithoutTaker_IsLeftOut()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", "\r\n+X: 1\r\n\r\nOK\r\n");

            AtCommand command = new AtCommand(8).Append("AT+X");
            AtStatus status = at.Channel.Execute(command, Encoding.UTF8.GetBytes("+X:"), null, 100);
            Assert.AreEqual((int)AtStatus.Ok, (int)status);
            Assert.AreEqual(string.Empty, at.Unsolicited.Text);
        }

        [TestMethod]
        public void Execute_SeveralLinesWithPrefix_DeliversAllInOrder()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", "\r\n+X: 1\r\n+X: 2\r\n+XY: 3\r\n+X:\r\n+X: 4\r\n\r\nOK\r\n");

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.AreEqual(" 1| 2|| 4|", at.Response.Text);
            Assert.AreEqual("+XY: 3|", at.Unsolicited.Text);
        }

        [TestMethod]
        public void Execute_PrefixOfAnotherCommand_IsUnsolicited()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", "\r\n+X: 1\r\n\r\nOK\r\n");
            at.Link.Expect("AT+Y", "\r\n+X: 2\r\n+Y: 3\r\n\r\nOK\r\n");
            at.Link.Expect("AT", "\r\n+X: 4\r\n+Y: 5\r\n\r\nOK\r\n");

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            at.Executes(AtStatus.Ok, "AT+Y", "+Y:");
            at.Executes(AtStatus.Ok, "AT", null);
            Assert.AreEqual(" 1| 3|", at.Response.Text);
            Assert.AreEqual("+X: 2|+X: 4|+Y: 5|", at.Unsolicited.Text);
        }

        [TestMethod]
        public void Poll_PrefixOfTheLastCommand_IsUnsolicitedOnceItHasAnswered()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+CPIN?", "\r\n+CPIN: READY\r\n\r\nOK\r\n");

            at.Executes(AtStatus.Ok, "AT+CPIN?", "+CPIN:");
            at.Link.Arrive("\r\n+CPIN: NOT READY\r\n");
            at.Channel.Poll();
            Assert.AreEqual("+CPIN: NOT READY|", at.Unsolicited.Text);
        }

        [TestMethod]
        public void Poll_LineInPieces_IsHandedOutWhole()
        {
            AtFixture at = new AtFixture();
            at.Link.Arrive("\r\n+CRE");
            at.Channel.Poll();
            Assert.AreEqual(string.Empty, at.Unsolicited.Text);
            at.Link.Arrive("G: 1\r");
            at.Channel.Poll();
            Assert.AreEqual("+CREG: 1|", at.Unsolicited.Text);
            at.NextCommandWorks();
        }

        [TestMethod]
        public void Poll_StaleFinalResult_ChangesNothing()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", "\r\n+CME ERROR: 3\r\n");
            at.Executes(AtStatus.CmeError, "AT+X", null);
            at.Link.Arrive("\r\nOK\r\n+CME ERROR: 14\r\n");
            at.Channel.Poll();
            Assert.AreEqual(3, at.Channel.ErrorCode);
            Assert.AreEqual(string.Empty, at.Unsolicited.Text);
        }

        [TestMethod]
        public void Execute_UnfinishedUnsolicitedLineBefore_IsCompleted()
        {
            AtFixture at = new AtFixture();
            at.Link.Arrive("\r\n+CRE");
            at.Link.Expect("AT+X", "G: 1\r\n\r\n+X: 1\r\n\r\nOK\r\n");

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.AreEqual("+CREG: 1|", at.Unsolicited.Text);
            Assert.AreEqual(" 1|", at.Response.Text);
        }

        [TestMethod]
        [DataRow("\r\n+CME ERROR: 1")]
        [DataRow("\r\nO")]
        [DataRow("\r\nOK")]
        [DataRow("\r\n+X: old")]
        public void Execute_UnfinishedLineBefore_IsNoAnswer(string fragment)
        {
            AtFixture at = new AtFixture();
            at.Link.Arrive(fragment);
            at.Link.Expect("AT+X", "\r\n+X: 1\r\n\r\nOK\r\n");

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.AreEqual(" 1|", at.Response.Text);
        }

        [TestMethod]
        [DataRow(AtChannel.LongestLine - 3, true)]
        [DataRow(600, false)]
        [DataRow(5000, false)]
        public void Execute_LongLine_IsWholeOrMarked(int length, bool isWhole)
        {
            AtFixture at = new AtFixture();
            string line = "+X:" + new string('7', length);
            at.Link.Expect("AT+X", "AT+X\r\r\n" + line + "\r\n\r\nOK\r\n");

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.AreEqual(isWhole, at.Response.IsComplete);
            Assert.IsTrue(isWhole ? at.Response.Last.Length == length : at.Response.Last.Length < length);
            for (int i = 0; i < at.Response.Last.Length; i++)
                Assert.AreEqual((int)'7', (int)at.Response.Last[i]);
            at.NextCommandWorks();
        }

        [TestMethod]
        [DataRow("\r\n+X:", 529)]
        [DataRow("\r\n+X: 1\r\n+X:", 529)]
        [DataRow("\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n+X:", 529)]
        [DataRow("\r\n+CREG: 1\r\n\r\n+CEREG: 5\r\n+X:", 529)]
        public void Execute_LongestLineWhateverTheReads_IsWhole(string before, int length)
        {
            int[] sizes = { 1, 7, 31, 1000 };
            for (int i = 0; i < sizes.Length; i++)
            {
                AtFixture at = new AtFixture();
                at.Link.BytesPerRead = sizes[i];
                at.Link.Expect("AT+X", before + new string('7', length) + "\r\n\r\nOK\r\n");

                at.Executes(AtStatus.Ok, "AT+X", "+X:");
                Assert.AreEqual(length, at.Response.Last.Length);
                Assert.IsTrue(at.Response.IsComplete);
            }
        }

        [TestMethod]
        public void Execute_OverlongErrorLine_IsNoFinalResult()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", "\r\n+CME ERROR: " + new string('1', 700) + "\r\n\r\nOK\r\n");
            at.Executes(AtStatus.Ok, "AT+X", null);
        }

        [TestMethod]
        public void Execute_OverlongUnsolicitedLine_NextLinesAreWhole()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", new string('z', 2000) + "\r\n+X: 1\r\n\r\nOK\r\n");

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.AreEqual(" 1|", at.Response.Text);
            Assert.IsTrue(at.Response.IsComplete);
        }

        [TestMethod]
        public void Execute_ControlBytes_AreLeftOut()
        {
            AtFixture at = new AtFixture();

            // NUL bytes around a reset, XON and XOFF, a bell: "\r\n+X: 1\r\n\r\nOK\r\n" without them.
            at.Link.Expect("AT+X", Hex.Bytes("0000 0D000A 2B58001101 3A1320 0031 0D0A07 0D0A 4F004B 000D0A 00"), 0);

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.AreEqual(" 1|", at.Response.Text);
            at.NextCommandWorks();
        }

        [TestMethod]
        public void Execute_EveryByteAnywhereInALongLine_StaysVanishesOrEndsIt()
        {
            const string Text = " 0123456789abcdef0123";
            for (int place = 0; place <= Text.Length; place++)
            {
                AtFixture at = new AtFixture();
                for (int b = 0; b <= 0xFF; b++)
                {
                    string before = "\r\n+X:" + Text.Substring(0, place);
                    byte[] reply = Encoding.UTF8.GetBytes(before + "?" + Text.Substring(place) + "\r\nOK\r\n");
                    reply[before.Length] = (byte)b;
                    at.Link.Expect("AT+X", reply, 0);
                    at.Executes(AtStatus.Ok, "AT+X", "+X:");

                    bool isEnd = b == 0x0A || b == 0x0D;
                    int length = isEnd ? place : Text.Length + (b < 0x20 ? 0 : 1);
                    byte[] line = at.Response.Last;
                    Assert.AreEqual(length, line.Length, b.ToString());
                    for (int i = 0; i < length; i++)
                    {
                        int right = i < place || isEnd ? Text[i] : b < 0x20 ? Text[i] : i == place ? b : Text[i - 1];
                        Assert.AreEqual(right, (int)line[i], b.ToString());
                    }
                }
            }
        }

        [TestMethod]
        public void Execute_NoiseBeforeAndAfter_NextCommandWorks()
        {
            AtFixture at = new AtFixture();
            at.Link.Arrive(Hex.Bytes("FFFE80 41 00 F5"), 0);
            at.Link.Expect("AT+X", "\r\nOK\r\n");

            at.Executes(AtStatus.Ok, "AT+X", null);
            at.Link.Arrive(Hex.Bytes("80FF00C3"), 0);
            at.NextCommandWorks();
        }

        [TestMethod]
        public void Execute_InsideTheEvent_Throws()
        {
            AtFixture at = new AtFixture();
            Exception thrown = null;
            at.Channel.UnsolicitedLine += (buffer, offset, length) =>
            {
                thrown = Expect.Throws(typeof(InvalidOperationException), () => at.Execute("AT", null));
                Expect.Throws(typeof(InvalidOperationException), () => at.Channel.Poll());
            };
            at.Link.Expect("AT+X", "\r\n+CREG: 1\r\n\r\n+X: 1\r\n\r\nOK\r\n");

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.IsNotNull(thrown, "the event did not occur");
            Assert.AreEqual(" 1|", at.Response.Text);
        }

        [TestMethod]
        public void Execute_HandlerThrows_NextCommandWorks()
        {
            AtFixture at = new AtFixture();
            bool isThrowing = true;
            at.Channel.UnsolicitedLine += (buffer, offset, length) =>
            {
                if (isThrowing)
                    throw new ArgumentException("the handler's own trouble");
            };
            at.Link.Expect("AT+X", "\r\n+CREG: 1\r\n\r\n+X: 1\r\n\r\nOK\r\n");

            Expect.Throws(typeof(ArgumentException), () => at.Execute("AT+X", "+X:"));
            isThrowing = false;
            at.NextCommandWorks();
        }

        [TestMethod]
        public void Cancel_NextCommand_IsNotSentAndTheOneAfterWorks()
        {
            AtFixture at = new AtFixture();
            at.Channel.Cancel();
            at.Executes(AtStatus.Cancelled, "AT+X", "+X:");
            at.NextCommandWorks();
        }

        [TestMethod]
        public void Cancel_WhileACommandRuns_LetsItEnd()
        {
            AtFixture at = new AtFixture();
            at.Channel.UnsolicitedLine += (buffer, offset, length) => at.Channel.Cancel();
            at.Link.Expect("AT+X", "\r\n+CREG: 1\r\n\r\n+X: 1\r\n\r\nOK\r\n");

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.AreEqual(" 1|", at.Response.Text);
            at.Executes(AtStatus.Cancelled, "AT+Y", null);
        }

        [TestMethod]
        public void Execute_CommandLine_EndsWithCarriageReturnAlone()
        {
            FakeClock clock = new FakeClock();
            WrittenBytes link = new WrittenBytes();
            AtCommand command = new AtCommand(4).Append("AT+X");
            new AtChannel(link, clock).Execute(command, null, null, 0);
            Expect.Bytes("41542B580D", link.Bytes);
            Assert.AreEqual(4, command.Length);
        }

        [TestMethod]
        public void Execute_DialogueAtEverySplitPoint_IsTheSame()
        {
            int length = 1;
            for (int split = 0; split < length; split++)
                length = RunDialogue(split, int.MaxValue, false);
            Assert.IsTrue(length > 150, "the dialogue was not run");
        }

        [TestMethod]
        [DataRow(1)]
        [DataRow(2)]
        [DataRow(3)]
        [DataRow(7)]
        [DataRow(16)]
        [DataRow(64)]
        public void Execute_DialogueInSmallReads_IsTheSame(int bytesPerRead)
        {
            RunDialogue(-1, bytesPerRead, false);
            RunDialogue(-1, bytesPerRead, true);
        }

        // Returns the number of bytes that the modem sent.
        private static int RunDialogue(int pauseAt, int bytesPerRead, bool isSlow)
        {
            const string First = "\r\n+CREG: 1\r\nAT+CSIM=10,\"0070000001\"\r\r\n+CSIM: 6,\"019000\"\r\n\r\nOK\r\n";
            const string Second = "AT+CSIM=4,\"00\"\r\r\n+CEREG: 2\r\n\r\n+CME ERROR: SIM busy\r\n";
            const string Third = "\r\n+CSIM: 4,\"6A82\"\r\n+CSIM: 8,\"0B0C9000\"\r\n\r\n*PSUTTZ: 3\r\n\r\nOK\r\n\r\nRDY\r\n";
            string at = "split at " + pauseAt.ToString() + ", reads of " + bytesPerRead.ToString();

            AtFixture line = new AtFixture();
            line.Link.PauseAt = pauseAt;
            line.Link.BytesPerRead = bytesPerRead;
            line.Link.IsSlow = isSlow;
            line.Link.Expect("AT+CSIM=10,\"0070000001\"", First);
            line.Link.Expect("AT+CSIM=4,\"00\"", Second);
            line.Link.Expect("AT+CSIM=4,\"01\"", Third);

            Assert.AreEqual((int)AtStatus.Ok, (int)line.Execute("AT+CSIM=10,\"0070000001\"", "+CSIM:"), at);
            Assert.IsTrue(line.Channel.IsEchoed, at);
            Assert.AreEqual((int)AtStatus.CmeError, (int)line.Execute("AT+CSIM=4,\"00\"", "+CSIM:"), at);
            Assert.AreEqual(14, line.Channel.ErrorCode, at);
            Assert.AreEqual((int)AtStatus.Ok, (int)line.Execute("AT+CSIM=4,\"01\"", "+CSIM:"), at);
            Assert.IsFalse(line.Channel.IsEchoed, at);
            do
                line.Channel.Poll();
            while (!line.Link.IsConsumed);
            Assert.AreEqual(" 6,\"019000\"| 4,\"6A82\"| 8,\"0B0C9000\"|", line.Response.Text, at);
            Assert.AreEqual("+CREG: 1|+CEREG: 2|*PSUTTZ: 3|RDY|", line.Unsolicited.Text, at);
            return First.Length + Second.Length + Third.Length;
        }

        /// <summary>Keeps what is written.</summary>
        private sealed class WrittenBytes : ISerialLink
        {
            public byte[] Bytes { get; private set; }

            public int Read(byte[] buffer, int offset, int count)
            {
                return 0;
            }

            public void Write(byte[] buffer, int offset, int count)
            {
                Bytes = new byte[count];
                Array.Copy(buffer, offset, Bytes, 0, count);
            }
        }
    }
}
