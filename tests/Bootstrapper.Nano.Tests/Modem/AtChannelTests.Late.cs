using System.Text;
using Bootstrapper.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Modem
{
    // Answers in time, late, too late and never.
    public sealed partial class AtChannelTests
    {
        [TestMethod]
        public void Execute_Silence_EndsInTime()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", string.Empty);

            at.Executes(AtStatus.NoAnswer, "AT+X", null);
            Assert.IsTrue(at.Clock.Milliseconds >= AtFixture.Timeout, "too early");
            Assert.IsTrue(at.Clock.Milliseconds < AtFixture.Timeout + 50, "too late");
            at.NextCommandWorks();
        }

        [TestMethod]
        public void Execute_AnswerJustInTime_Counts()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", Encoding.UTF8.GetBytes("\r\nOK\r\n"), AtFixture.Timeout - 1);

            at.Executes(AtStatus.Ok, "AT+X", null);
        }

        [TestMethod]
        public void Execute_AnswerArrivedDuringALongWait_Counts()
        {
            // Whatever else the device does meanwhile: what arrived in time was in time.
            AtFixture at = new AtFixture();
            at.Clock.Overshoot = 2 * AtFixture.Timeout;
            at.Link.Expect("AT+X", Encoding.UTF8.GetBytes("\r\n+X: 1\r\n\r\nOK\r\n"), 100);

            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.AreEqual(" 1|", at.Response.Text);
        }

        [TestMethod]
        public void Execute_EndlessNoise_EndsInTime()
        {
            FakeClock clock = new FakeClock();
            AtChannel channel = new AtChannel(new NoisyLink(clock), clock);
            for (int i = 0; i < 2; i++)
            {
                long start = clock.Milliseconds;
                AtStatus status = channel.Execute(new AtCommand(2).Append("AT"), null, null, AtFixture.Timeout);
                Assert.AreEqual((int)AtStatus.NoAnswer, (int)status);
                Assert.IsTrue(clock.Milliseconds - start < AtFixture.Timeout + 10000, "too late");
            }

            channel.Poll();
        }

        [TestMethod]
        public void Execute_LongReadEndsWithAnOk_ThatOkIsNotItsAnswer()
        {
            FakeClock clock = new FakeClock();
            SlowLink link = new SlowLink(clock, "RING\r\n", "RING\r\n", "RING\r\n", "\r\nOK\r\n");
            AtChannel channel = new AtChannel(link, clock);

            AtStatus status = channel.Execute(new AtCommand(4).Append("AT+X"), null, null, AtFixture.Timeout);

            Assert.AreEqual((int)AtStatus.NoAnswer, (int)status);
            Assert.AreEqual(4, link.ReadsBeforeTheCommand);
        }

        [TestMethod]
        [DataRow(1100)]
        [DataRow(1250)]
        public void Execute_LateAnswerOfTheSameCommand_IsNotTakenAndNotHandedOut(int delay)
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X=1", Encoding.UTF8.GetBytes("\r\n+X: late\r\n\r\nOK\r\n"), delay);
            at.Link.Expect("AT+X=2", "\r\n+X: right\r\n\r\nOK\r\n");

            at.Executes(AtStatus.NoAnswer, "AT+X=1", "+X:");
            at.Executes(AtStatus.Ok, "AT+X=2", "+X:");
            Assert.AreEqual(" right|", at.Response.Text);
            Assert.AreEqual(string.Empty, at.Unsolicited.Text);
            at.NextCommandWorks();
        }

        [TestMethod]
        public void Execute_LateAnswerInPieces_IsFlushedToItsEnd()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X=1", string.Empty);
            at.Link.Expect("AT+X=2", "\r\n+X: right\r\n\r\nOK\r\n");

            at.Executes(AtStatus.NoAnswer, "AT+X=1", "+X:");
            at.Link.Arrive(Encoding.UTF8.GetBytes("\r\n+X: la"), 200);
            at.Link.Arrive(Encoding.UTF8.GetBytes("te\r\n"), 400);
            at.Link.Arrive(Encoding.UTF8.GetBytes("\r\nOK\r\n"), 600);
            at.Executes(AtStatus.Ok, "AT+X=2", "+X:");
            Assert.AreEqual(" right|", at.Response.Text);
            Assert.AreEqual(string.Empty, at.Unsolicited.Text);
        }

        [TestMethod]
        public void Execute_StaleBytesOneARead_AreFlushedToTheirEnd()
        {
            AtFixture at = new AtFixture();
            at.Link.BytesPerRead = 1;
            at.Link.Arrive("\r\n+CUSD: " + new string('5', 300) + "\r\n\r\nERROR\r\n");
            at.NextCommandWorks();
        }

        [TestMethod]
        public void Execute_LateAnswerDuringAnotherCommand_IsNotHandedOut()
        {
            // It may hold a key.
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", string.Empty);
            at.Link.Expect("AT+Y", "\r\n+X: late\r\n\r\n+Y: right\r\n\r\nOK\r\n");

            at.Executes(AtStatus.NoAnswer, "AT+X", "+X:");
            at.Executes(AtStatus.Ok, "AT+Y", "+Y:");
            Assert.AreEqual(" right|", at.Response.Text);
            Assert.AreEqual(string.Empty, at.Unsolicited.Text);

            // A modem answers in order: with the later command's answer the earlier one's can't come any more.
            at.Link.Arrive("\r\n+X: news\r\n");
            at.Channel.Poll();
            Assert.AreEqual("+X: news|", at.Unsolicited.Text);
        }

        [TestMethod]
        public void Execute_AnotherCommandUnansweredToo_LateAnswerIsNotHandedOut()
        {
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", string.Empty);
            at.Link.Expect("AT", string.Empty);

            at.Executes(AtStatus.NoAnswer, "AT+X", "+X:");
            at.Executes(AtStatus.NoAnswer, "AT", null);
            at.Link.Arrive("\r\n+X: late\r\n\r\nOK\r\n");
            at.Channel.Poll();
            Assert.AreEqual(string.Empty, at.Unsolicited.Text);
            at.NextCommandWorks();
        }

        [TestMethod]
        [DataRow(10)]
        [DataRow(700)]
        public void Execute_AnswerThatBreaksOff_IsForgotten(int length)
        {
            // The echo of a command that may hold a PIN, for one.
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X", "\r\n" + new string('A', length));

            at.Executes(AtStatus.NoAnswer, "AT+X", null);
            at.NextCommandWorks();
            Assert.AreEqual(string.Empty, at.Unsolicited.Text);
        }

        [TestMethod]
        public void Execute_ResponseAfterItsFinalResult_IsNotTakenAndNotHandedOut()
        {
            // Seen on u-blox SARA-R410M: the response comes one answer late.
            AtFixture at = new AtFixture();
            at.Link.Expect("AT+X=1", Encoding.UTF8.GetBytes("\r\nOK\r\n"), 0);
            at.Link.Expect("AT+X=2", "\r\n+X: right\r\n\r\nOK\r\n");

            at.Executes(AtStatus.Ok, "AT+X=1", "+X:");
            at.Link.Arrive("\r\n+X: late\r\n");
            at.Executes(AtStatus.Ok, "AT+X=2", "+X:");
            Assert.AreEqual(" right|", at.Response.Text);
            Assert.AreEqual(string.Empty, at.Unsolicited.Text);
        }

        /// <summary>A line that never falls silent.</summary>
        // Each read takes a third of the time that the channel gives to what comes before a command.
        private sealed class SlowLink : ISerialLink
        {
            private readonly FakeClock _clock;
            private readonly string[] _arriving;
            private int _reads;

            public SlowLink(FakeClock clock, params string[] arriving)
            {
                _clock = clock;
                _arriving = arriving;
            }

            public int ReadsBeforeTheCommand { get; private set; }

            public int Read(byte[] buffer, int offset, int count)
            {
                _clock.Wait(300);
                return _reads == _arriving.Length
                    ? 0
                    : Encoding.UTF8.GetBytes(_arriving[_reads], 0, _arriving[_reads++].Length, buffer, offset);
            }

            public void Write(byte[] buffer, int offset, int count)
            {
                ReadsBeforeTheCommand = _reads;
            }
        }

        private sealed class NoisyLink : ISerialLink
        {
            private readonly FakeClock _clock;
            private byte _last;

            public NoisyLink(FakeClock clock)
            {
                _clock = clock;
            }

            public int Read(byte[] buffer, int offset, int count)
            {
                _clock.Wait(1);
                for (int i = 0; i < count; i++)
                    buffer[offset + i] = _last++;
                return count;
            }

            public void Write(byte[] buffer, int offset, int count)
            {
            }
        }
    }
}
