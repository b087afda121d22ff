using Bootstrapper.Card;
using Bootstrapper.Lwm2m;
using Bootstrapper.Modem;
using Bootstrapper.Tests.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests
{
    /// <summary>The whole flow as an ordered transcript, every entry of which must be consumed.</summary>
    [TestClass]
    public class SmartCardBootstrapTests
    {
        // EF(DIR) of one record of 30 bytes: the PKCS#15 application.
        private const string DirRecord = "61144F0CA000000063504B43532D313551043F005015FFFFFFFFFFFFFFFF";

        // The files of the published test card, with file sizes in the FCPs that are true: ODF 8 bytes, DODF 41, file 60.
        private const string OdfFcp = "621682024121830250318A01058B036F0602800200088800";
        private const string Odf = "A706300404026430";
        private const string DodfFcp = "621682024121830264308A01058B036F0602800200298800";
        private const string Dodf =
            "A127300030110C0F4C774D324D20426F6F747374726170A110300E06060604672B0901300404026432";
        private const string FileFcp = "621682024121830264328A01058B036F06028002003C8800";
        private const string File =
            "00010036000000003108002EC80025636F61703A2F2F6C657368616E2E65636C6970736570726F6A656374732E696F3A35373833"
            + "C10101C10203FFFF";

        [TestMethod]
        public void Run_PublishedCard_FindsTheBootstrapServer()
        {
            FakeClock clock = new FakeClock();
            ScriptedLink link = Start(clock);
            OpenFile(link);
            link.ExpectApdu("01B000003C", File + "9000");
            link.ExpectApdu("0070800100", "9000");

            BootstrapResult result = new SmartCardBootstrap(link, clock).Run();

            Assert.IsTrue(result.Outcome == BootstrapOutcome.Provisioned);
            Assert.AreEqual("8988000000000000016", result.Iccid);
            Assert.AreEqual(0, result.Configuration.ServerInstances.Length);
            SecurityInstance security = result.Configuration.BootstrapServer;
            Assert.AreEqual("coap://leshan.eclipseprojects.io:5783", security.ServerUri);
            Assert.AreEqual(SecurityModes.NoSec, security.SecurityMode);
            Assert.IsTrue(link.IsConsumed, "the transcript is not consumed");
        }

        [TestMethod]
        public void Run_ModemPassesWaitingBytesOn_FetchesThem()
        {
            FakeClock clock = new FakeClock();
            ScriptedLink link = Start(clock);
            link.ExpectApdu("0070000001", "029000");
            link.ExpectApdu("02B082000A", "988800000000000010F69000");
            link.ExpectApdu("02B201F400", "6C1E");
            link.ExpectApdu("02B201F41E", DirRecord + "9000");
            link.ExpectApdu("02A4040C0CA000000063504B43532D3135", "9000");
            link.ExpectApdu("02A4080C047FFF5031", "9000");
            link.ExpectApdu("02B0000008", Odf + "9000");
            ExpectWithFetch(link, "02A40804047FFF643000", DodfFcp);
            link.ExpectApdu("02B0000029", Dodf + "9000");
            ExpectWithFetch(link, "02A40804047FFF643200", FileFcp);
            link.ExpectApdu("02B000003C", File + "9000");
            link.ExpectApdu("0070800200", "9000");

            BootstrapResult result = new SmartCardBootstrap(link, clock).Run();

            Assert.IsTrue(result.Outcome == BootstrapOutcome.Provisioned);
            Assert.IsTrue(link.IsConsumed, "the transcript is not consumed");
        }

        [TestMethod]
        public void Run_ApplicationNotFound_EndsAsNoApplication()
        {
            FakeClock clock = new FakeClock();
            ScriptedLink link = Start(clock);
            OpenAndFindApplication(link);
            link.ExpectApdu("01A4040C0CA000000063504B43532D3135", "6A82");
            link.ExpectApdu("0070800100", "9000");

            BootstrapResult result = new SmartCardBootstrap(link, clock).Run();

            Assert.IsTrue(result.Outcome == BootstrapOutcome.NoApplication);
            Assert.IsNull(result.Content);
            Assert.AreEqual("8988000000000000016", result.Iccid);
            Assert.IsTrue(link.IsConsumed, "the transcript is not consumed");
        }

        [TestMethod]
        public void Run_DirectoryFileAllFF_EndsAsNoBootstrapFile()
        {
            FakeClock clock = new FakeClock();
            ScriptedLink link = Start(clock);
            OpenAndFindApplication(link);
            link.ExpectApdu("01A4040C0CA000000063504B43532D3135", "9000");
            link.ExpectApdu("01A4080C047FFF5031", "9000");
            link.ExpectApdu("01B0000008", Odf + "9000");
            link.ExpectApdu("01A40804047FFF643000", DodfFcp + "9000");
            link.ExpectApdu("01B0000029",
                "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF" + "9000");
            link.ExpectApdu("01A40804047FFF503100", OdfFcp + "9000");
            link.ExpectApdu("01B0000008", Odf + "9000");
            link.ExpectApdu("0070800100", "9000");

            BootstrapResult result = new SmartCardBootstrap(link, clock).Run();

            Assert.IsTrue(result.Outcome == BootstrapOutcome.NoBootstrapFile);
            Assert.IsTrue(link.IsConsumed, "the transcript is not consumed");
        }

        [TestMethod]
        public void Run_ShortAnswerWithinTheFile_ReadsOnAtTheNewOffset()
        {
            FakeClock clock = new FakeClock();
            ScriptedLink link = Start(clock);
            OpenFile(link);
            link.ExpectApdu("01B000003C", File.Substring(0, 2 * 20) + "9000");
            link.ExpectApdu("01B0001428", File.Substring(2 * 20, 2 * 1) + "9000");
            link.ExpectApdu("01B0001527", File.Substring(2 * 21) + "9000");
            link.ExpectApdu("01B0000014", File.Substring(0, 2 * 20) + "9000");
            link.ExpectApdu("0070800100", "9000");

            BootstrapResult result = new SmartCardBootstrap(link, clock).Run();

            Assert.IsTrue(result.Outcome == BootstrapOutcome.Provisioned);
            Assert.IsTrue(link.IsConsumed, "the transcript is not consumed");
        }

        [TestMethod]
        public void Run_ModemRestartsBetweenTwoCommands_BeginsAgain()
        {
            FakeClock clock = new FakeClock();
            ScriptedLink link = Start(clock);
            link.Expect(Csim.Command("0070000001"), "\r\n+CSIM: 6,\"019000\"\r\n\r\nOK\r\n\r\nRDY\r\n");
            link.Expect("AT", "\r\nOK\r\n");
            link.Expect("AT+CMEE?", "\r\n+CMEE: 1\r\n\r\nOK\r\n");
            link.Expect("AT+CPIN?", "\r\n+CPIN: READY\r\n\r\nOK\r\n");
            OpenFile(link);
            link.ExpectApdu("01B000003C", File + "9000");
            link.ExpectApdu("0070800100", "9000");

            Assert.IsTrue(new SmartCardBootstrap(link, clock).Run().Outcome == BootstrapOutcome.Provisioned);
            Assert.IsTrue(link.IsConsumed, "the transcript is not consumed");
        }

        [TestMethod]
        public void Run_FileChangesWhileItIsRead_IsReadOnceMore()
        {
            FakeClock clock = new FakeClock();
            ScriptedLink link = Start(clock);
            OpenFile(link);
            string changed = Hex.Replace(File, "636F61703A", "636F61713A");
            link.ExpectApdu("01B000003C", File.Substring(0, 2 * 20) + "9000");
            link.ExpectApdu("01B0001428", changed.Substring(2 * 20) + "9000");
            link.ExpectApdu("01B0000014", changed.Substring(0, 2 * 20) + "9000");
            link.ExpectApdu("01A40804047FFF643200", FileFcp + "9000");
            link.ExpectApdu("01B000003C", changed + "9000");
            link.ExpectApdu("0070800100", "9000");

            BootstrapResult result = new SmartCardBootstrap(link, clock).Run();

            Assert.AreEqual("coaq://leshan.eclipseprojects.io:5783", result.Configuration.BootstrapServer.ServerUri);
            Assert.IsTrue(link.IsConsumed, "the transcript is not consumed");
        }

        [TestMethod]
        public void Run_NoBytesWithinTheFile_ThrowsCardAndClosesTheChannel()
        {
            FakeClock clock = new FakeClock();
            ScriptedLink link = Start(clock);
            OpenFile(link);
            link.ExpectApdu("01B000003C", "9000");
            link.ExpectApdu("0070800100", "9000");

            CardException e = (CardException)Expect.Throws(
                typeof(CardException), () => new SmartCardBootstrap(link, clock).Run());

            Assert.AreEqual(0x9000, e.StatusWord);
            Assert.AreEqual("READ BINARY EF LwM2M_Bootstrap", e.Step);
            Assert.IsTrue(link.IsConsumed, "the transcript is not consumed");
        }

        [TestMethod]
        [DataRow("6983", (int)BootstrapOutcome.PinBlocked)]
        [DataRow("6989", (int)BootstrapOutcome.SecureChannelRequired)]
        public void Run_ReadingRefused_EndsAsTheStatusWordSays(string statusWord, int outcome)
        {
            FakeClock clock = new FakeClock();
            ScriptedLink link = Start(clock);
            OpenFile(link);
            link.ExpectApdu("01B000003C", statusWord);
            link.ExpectApdu("0070800100", "9000");

            BootstrapResult result = new SmartCardBootstrap(link, clock).Run();

            Assert.AreEqual(outcome, (int)result.Outcome);
            Assert.AreEqual("8988000000000000016", result.Iccid);
            Assert.IsTrue(link.IsConsumed, "the transcript is not consumed");
        }

        [TestMethod]
        [DataRow("\r\nERROR\r\n", (int)AtStatus.Error, -1, 1)]
        [DataRow("\r\n+CME ERROR: 13\r\n", (int)AtStatus.CmeError, 13, 3)]
        [DataRow("\r\n+CMS ERROR: 500\r\n", (int)AtStatus.CmsError, 500, 1)]
        [DataRow("\r\n+CSIM: 4,\"90\"\r\n\r\nOK\r\n", (int)AtStatus.Garbled, -1, 3)]
        [DataRow("", (int)AtStatus.NoAnswer, -1, 2)]
        public void Run_ModemFailsInTheMiddle_ThrowsModemAndClosesTheChannel(string answer, int status, int code, int times)
        {
            FakeClock clock = new FakeClock();
            ScriptedLink link = Start(clock);
            OpenAndFindApplication(link);
            for (int i = 0; i < times; i++)
                link.Expect(Csim.Command("01A4040C0CA000000063504B43532D3135"), answer);
            link.ExpectApdu("0070800100", "9000");
            BootstrapOptions options = new BootstrapOptions();
            options.Access = CardAccess.CsimChannel;

            ModemException e = (ModemException)Expect.Throws(
                typeof(ModemException), () => new SmartCardBootstrap(link, clock, options).Run());

            Assert.AreEqual(status, (int)e.Status);
            Assert.AreEqual(code, e.Code);
            Assert.AreEqual("AT+CSIM", e.Command);
            Assert.IsTrue(link.IsConsumed, "the transcript is not consumed");
        }

        private static ScriptedLink Start(FakeClock clock)
        {
            ScriptedLink link = new ScriptedLink(clock);
            link.Expect("AT", "\r\nOK\r\n");
            link.Expect("AT+CMEE?", "\r\n+CMEE: 1\r\n\r\nOK\r\n");
            link.Expect("AT+CGMM", "\r\nBG96\r\n\r\nOK\r\n");
            link.Expect("AT+CPIN?", "\r\n+CPIN: READY\r\n\r\nOK\r\n");
            return link;
        }

        private static void OpenAndFindApplication(ScriptedLink link)
        {
            link.ExpectApdu("0070000001", "019000");
            link.ExpectApdu("01B082000A", "988800000000000010F69000");
            link.ExpectApdu("01B201F400", DirRecord + "9000");
        }

        private static void OpenFile(ScriptedLink link)
        {
            OpenAndFindApplication(link);
            link.ExpectApdu("01A4040C0CA000000063504B43532D3135", "9000");
            link.ExpectApdu("01A4080C047FFF5031", "9000");
            link.ExpectApdu("01B0000008", Odf + "9000");
            link.ExpectApdu("01A40804047FFF643000", DodfFcp + "9000");
            link.ExpectApdu("01B0000029", Dodf + "9000");
            link.ExpectApdu("01A40804047FFF643200", FileFcp + "9000");
        }

        private static void ExpectWithFetch(ScriptedLink link, string command, string data)
        {
            string length = (data.Length / 2).ToString("X2");
            link.ExpectApdu(command, "61" + length);
            link.ExpectApdu(command.Substring(0, 2) + "C00000" + length, data + "9000");
        }
    }
}
