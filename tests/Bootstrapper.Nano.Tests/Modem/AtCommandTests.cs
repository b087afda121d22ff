using System;
using Bootstrapper.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Modem
{
    /// <summary>What is sent is seen by sending it.</summary>
    [TestClass]
    public sealed class AtCommandTests
    {
        [TestMethod]
        public void Append_TextNumberAndHex_FormOneLine()
        {
            AtCommand command = new AtCommand(40);
            command.Append("AT+CSIM=").AppendNumber(10).Append(new byte[] { (byte)',' })
                .AppendHex(Hex.Bytes("FF00ab9F"), 1, 3);

            Assert.AreEqual(17, command.Length);
            Sends("AT+CSIM=10,00AB9F", command);
        }

        [TestMethod]
        [DataRow(0)]
        [DataRow(9)]
        [DataRow(10)]
        [DataRow(99)]
        [DataRow(100)]
        [DataRow(999)]
        [DataRow(1000)]
        [DataRow(65535)]
        public void AppendNumber_FromOneToFiveDigits_HasNoLeadingZeros(int number)
        {
            Sends("AT" + number.ToString(), new AtCommand(7).Append("AT").AppendNumber(number));
        }

        [TestMethod]
        [DataRow(-1)]
        [DataRow(65536)]
        public void AppendNumber_OutOfRange_Throws(int number)
        {
            Expect.Throws(typeof(ArgumentException), () => new AtCommand(20).AppendNumber(number));
        }

        [TestMethod]
        [DataRow("AT\r")]
        [DataRow("AT\n")]
        [DataRow("AT\u007F")]
        [DataRow("AT\u00E4")]
        public void Append_NotPrintableAscii_Throws(string text)
        {
            Expect.Throws(typeof(ArgumentException), () => new AtCommand(20).Append(text));
        }

        [TestMethod]
        public void Append_NotPrintableAscii_LeavesNothingOfAnEarlierCommand()
        {
            AtCommand command = new AtCommand(20).Append("AT+CPIN=\"1234\"").Clear().Append("AT");
            Expect.Throws(typeof(ArgumentException), () => command.Append("+CPIN\r=\"000000"));

            Sends("AT", command);
        }

        [TestMethod]
        public void Append_OneCharacterTooMany_Throws()
        {
            AtCommand command = new AtCommand(4).Append("AT+C");
            Expect.Throws(typeof(ArgumentException), () => command.Append("X"));
            Sends("AT+C", command);
        }

        [TestMethod]
        public void Clear_FullCommand_StartsOver()
        {
            Sends("ATE0", new AtCommand(4).Append("AT+C").Clear().Append("ATE0"));
        }

        private static void Sends(string line, AtCommand command)
        {
            FakeClock clock = new FakeClock();
            ScriptedLink link = new ScriptedLink(clock);
            link.Expect(line, "\r\nOK\r\n");
            AtStatus status = new AtChannel(link, clock).Execute(command, null, null, 1000);
            Assert.AreEqual((int)AtStatus.Ok, (int)status);
            Assert.IsTrue(link.IsConsumed);
        }
    }
}
