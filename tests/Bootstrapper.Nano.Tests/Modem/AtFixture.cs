using System.Text;
using Bootstrapper.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Modem
{
    /// <summary>An AT channel over a scripted modem, with everything that it hands out.</summary>
    public sealed class AtFixture
    {
        /// <summary>The time for one command.</summary>
        public const int Timeout = 1000;

        /// <summary>Creates the channel over a modem without a transcript.</summary>
        public AtFixture()
        {
            Link = new ScriptedLink(Clock);
            Channel = new AtChannel(Link, Clock);
            Channel.UnsolicitedLine += Unsolicited.OnUnsolicited;
        }

        /// <summary>Gets the clock.</summary>
        public FakeClock Clock { get; } = new FakeClock();

        /// <summary>Gets the modem.</summary>
        public ScriptedLink Link { get; }

        /// <summary>Gets the channel.</summary>
        public AtChannel Channel { get; }

        /// <summary>Gets the lines that came as a command's response.</summary>
        public LineRecorder Response { get; } = new LineRecorder();

        /// <summary>Gets the lines that belonged to no command.</summary>
        public LineRecorder Unsolicited { get; } = new LineRecorder();

        /// <summary>Executes a command.</summary>
        public AtStatus Execute(string command, string prefix)
        {
            byte[] bytes = prefix == null ? null : Encoding.UTF8.GetBytes(prefix);
            return Channel.Execute(new AtCommand(64).Append(command), bytes, Response, Timeout);
        }

        /// <summary>Executes a command that must end like this.</summary>
        public void Executes(AtStatus expected, string command, string prefix)
        {
            Assert.AreEqual((int)expected, (int)Execute(command, prefix), command);
        }

        /// <summary>Adds a command to the transcript and executes it; it must end with OK and this response.</summary>
        public void NextCommandWorks()
        {
            Link.Expect("AT+CGMI", "\r\n+CGMI: next\r\n\r\nOK\r\n");
            Executes(AtStatus.Ok, "AT+CGMI", "+CGMI:");
            Expect.Bytes("206E657874", Response.Last);
            Assert.IsTrue(Response.IsComplete);
            Channel.Poll();
            Assert.IsTrue(Link.IsConsumed, "transcript left over");
        }
    }
}
