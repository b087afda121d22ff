using Bootstrapper.Tests.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests
{
    /// <summary>A bootstrap and the published test card on a scripted line, step by step.</summary>
    public sealed class FlowFixture
    {
        /// <summary>The answer to reading EF(ICCID).</summary>
        public const string Iccid = "988800000000000010F69000";

        /// <summary>The card's bootstrap file: a Bootstrap-Server account.</summary>
        public const string File =
            "00010036000000003108002EC80025636F61703A2F2F6C657368616E2E65636C6970736570726F6A656374732E696F3A35373833"
            + "C10101C10203FFFF";

        private const string DirRecord = "61144F0CA000000063504B43532D313551043F005015FFFFFFFFFFFFFFFF";
        private const string Dodf =
            "A127300030110C0F4C774D324D20426F6F747374726170A110300E06060604672B0901300404026432";

        private bool _isIdentified;

        /// <summary>Creates them.</summary>
        public FlowFixture()
        {
            Clock = new FakeClock();
            Link = new ScriptedLink(Clock);
            Bootstrap = new SmartCardBootstrap(Link, Clock);
        }

        /// <summary>Gets the clock.</summary>
        public FakeClock Clock { get; }

        /// <summary>Gets the line.</summary>
        public ScriptedLink Link { get; }

        /// <summary>Gets the bootstrap.</summary>
        public SmartCardBootstrap Bootstrap { get; }

        /// <summary>Gets a bootstrap file as a firmware may have it: a Bootstrap-Server account.</summary>
        public static byte[] Factory()
        {
            // coap://factory.example:5683, Bootstrap-Server, NoSec.
            return Hex.Bytes(
                "0001002C0000000027080024C8001B636F61703A2F2F666163746F72792E6578616D706C653A35363833C10101C10203");
        }

        /// <summary>Lets the modem be ready and the card hold its file.</summary>
        public void ExpectRun()
        {
            ExpectReady();
            ExpectRead(File);
        }

        /// <summary>Lets the modem be ready.</summary>
        public void ExpectReady()
        {
            ExpectModem();
            Link.Expect("AT+CPIN?", "\r\n+CPIN: READY\r\n\r\nOK\r\n");
        }

        /// <summary>Lets the modem have no card.</summary>
        public void ExpectNoCard()
        {
            ExpectModem();
            Link.Expect("AT+CPIN?", "\r\n+CME ERROR: 10\r\n");
            Link.Expect("AT+CFUN?", "\r\n+CFUN: 1\r\n\r\nOK\r\n");
        }

        /// <summary>Lets the card hold a file of 60 bytes.</summary>
        public void ExpectRead(string file)
        {
            Link.ExpectApdu("0070000001", "019000");
            Link.ExpectApdu("01B082000A", Iccid);
            Link.ExpectApdu("01B201F400", DirRecord + "9000");
            Link.ExpectApdu("01A4040C0CA000000063504B43532D3135", "9000");
            Link.ExpectApdu("01A4080C047FFF5031", "9000");
            Link.ExpectApdu("01B0000008", "A7063004040264309000");
            Link.ExpectApdu("01A40804047FFF643000", Fcp("0029") + "9000");
            Link.ExpectApdu("01B0000029", Dodf + "9000");
            Link.ExpectApdu("01A40804047FFF643200", Fcp("003C") + "9000");
            Link.ExpectApdu("01B000003C", file + "9000");
            Link.ExpectApdu("0070800100", "9000");
        }

        /// <summary>Lets the card be checked: six commands, the content of 58 bytes read in one.</summary>
        public void ExpectCheck(string iccid, string file)
        {
            Link.ExpectApdu("0070000001", "019000");
            Link.ExpectApdu("01B082000A", iccid);
            Link.ExpectApdu("01A4040C0CA000000063504B43532D3135", "9000");
            Link.ExpectApdu("01A4080C047FFF6432", "9000");
            Link.ExpectApdu("01B000003A", file.Substring(0, 2 * 58) + "9000");
            Link.ExpectApdu("0070800100", "9000");
        }

        /// <summary>Runs the bootstrap and gets its state.</summary>
        public byte[] RunToState()
        {
            ExpectRun();
            byte[] state = Bootstrap.Run().State;
            Ends();
            return state;
        }

        /// <summary>Checks that the transcript was followed to its end.</summary>
        public void Ends()
        {
            Assert.IsTrue(Link.IsConsumed, "the transcript is not consumed");
        }

        // What it is, is asked once.
        private void ExpectModem()
        {
            Link.Expect("AT", "\r\nOK\r\n");
            Link.Expect("AT+CMEE?", "\r\n+CMEE: 1\r\n\r\nOK\r\n");
            if (!_isIdentified)
                Link.Expect("AT+CGMM", "\r\nBG96\r\n\r\nOK\r\n");
            _isIdentified = true;
        }

        private static string Fcp(string size)
        {
            return "620C82024121830250318002" + size;
        }
    }
}
