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
        [DataRow("+QSIMSTAT : 1,0", 1)]
        [DataRow("+QSIMSTAT: 1,1", 1)]
        [DataRow("+qusim: 1", 1)]
        [DataRow("#QSS: 0", 1)]
        [DataRow("#QSS: 1", 1)]
        [DataRow("+CPIN: NOT READY", 1)]
        [DataRow("+CPIN: SIM REMOVED", 1)]
        [DataRow("RDY", 1)]
        [DataRow("*ATREADY: 1", 1)]

        // ETSI TS 102 223 9.4: type 01, REFRESH; 21, DISPLAY TEXT; 25, SET UP MENU.
        [DataRow("+CUSATP: \"D009810301010082028182\"", 1)]
        [DataRow("+CUSATP: D009010301010082028182", 1)]
        [DataRow("+CUSATP: \"d0 09 81 03 02 01 04 82 02 81 82\"", 1)]
        [DataRow("+STKPCI: 0,\"D08183810307010082028182\"", 1)]
        [DataRow("+QSTKURC: \"D009810301010082028182\"", 1)]
        [DataRow("+QSTKURC: 1", 1)]
        [DataRow("+CUSATP: \"D009810301210082028182\"", 0)]
        [DataRow("+STKPCI: 0,\"D081B6810301250082028182\"", 0)]
        [DataRow("+STKPCI: 1,\"D007810301050082\"", 0)]
        [DataRow("+STKPCI: 2", 0)]
        [DataRow("+QSTKURC: 37", 0)]
        [DataRow("+CUSATP: \"D0098103\"", 0)]
        [DataRow("+CUSATP:", 0)]
        [DataRow("+CUSATEND", 0)]
        [DataRow("+CREG: 1", 0)]
        [DataRow("+CFUN: 1", 0)]
        [DataRow("SMS DONE", 0)]
        [DataRow("CPIN: READY", 0)]
        public void CardChanged_UnsolicitedLine_OccursIfItAnnouncesAnotherCard(string line, int times)
        {
            int count = 0;
            AtFixture at = new AtFixture();
            at.Channel.CardChanged += () => count++;
            at.Link.Arrive("\r\n" + line + "\r\n");
            at.Channel.Poll();
            Assert.AreEqual(times, count);
            Assert.AreEqual(line + "|", at.Unsolicited.Text);
        }

        [TestMethod]
        public void CardChanged_WhileAResponseIsAwaited_OccursThoughTheLineIsHeldBack()
        {
            int count = 0;
            AtFixture at = new AtFixture();
            at.Channel.CardChanged += () => count++;
            at.Link.Expect("AT+X", "\r\n+CUSATP: \"D009810301010082028182\"\r\n\r\n+X: 1\r\n\r\nOK\r\n");
            at.Executes(AtStatus.Ok, "AT+X", "+X:");
            Assert.AreEqual(1, count);
            Assert.AreEqual(string.Empty, at.Unsolicited.Text);
        }

        [TestMethod]
        public void CardChanged_ModemRestartsMeanwhile_Occurs()
        {
            int count = 0;
            AtFixture at = new AtFixture();
            at.Channel.CardChanged += () => count++;
            at.Link.Expect("AT+X", "\r\nRDY\r\n");
            at.Executes(AtStatus.Restarted, "AT+X", "+X:");
            Assert.AreEqual(1, count);
        }

        [TestMethod]
        public void CardChanged_AnswerOfACommand_IsNoAnnouncement()
        {
            int count = 0;
            AtFixture at = new AtFixture();
            at.Channel.CardChanged += () => count++;
            at.Link.Expect("AT+CPIN?", "\r\n+CPIN: READY\r\n\r\nOK\r\n");
            at.Link.Expect("AT+CPIN?", string.Empty);
            at.Executes(AtStatus.Ok, "AT+CPIN?", "+CPIN:");
            at.Executes(AtStatus.NoAnswer, "AT+CPIN?", "+CPIN:");
            at.Link.Arrive("\r\n+CPIN: READY\r\n\r\nOK\r\n");
            at.NextCommandWorks();
            Assert.AreEqual(0, count);
        }
    }
}
