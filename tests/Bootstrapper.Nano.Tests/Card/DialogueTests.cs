using Bootstrapper.Card;
using Bootstrapper.Tests.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    /// <summary>From opening the channel to closing it, over the files that a published test card has.</summary>
    [TestClass]
    public sealed class DialogueTests
    {
        private const int FoundFile = 0;
        private const int NoApplication = 1;
        private const int NoEntry = 2;
        private const int NoFile = 3;

        // Records of EF(DIR), 32 bytes each.
        private const string Usim = "61124F10A0000000871002FFFFFFFF8903000000FFFFFFFFFFFFFFFFFFFFFFFF";
        private const string Dir = Vectors.Dir2;

        // Truthful sizes: ODF 8 bytes in 32, DODF 41, the file 60.
        private const string OdfFcp = "621682024121830250318A01058B036F0602800200208800";
        private const string DodfFcp = "621682024121830264308A01058B036F0602800200298800";
        private const string FileFcp = "621682024121830264328A01058B036F06028002003C8800";

        private const string File =
            "00010036000000003108002EC80025636F61703A2F2F6C657368616E2E65636C6970736570726F6A656374732E696F3A35373833" +
            "C10101C10203FFFF";

        [TestMethod]
        public void Dialogue_ModemThatFetchesResponses_TakesElevenCommands()
        {
            CardFixture card = new CardFixture();
            card.Card.Expect("0070000001", "019000");
            card.Card.Expect("01B201F400", Usim + "9000");
            card.Card.Expect("01B2020420", Dir + "9000");
            card.Card.Expect("01A4040C0C" + Vectors.Aid, "9000");
            card.Card.Expect("01A4080C047FFF5031", "9000");
            card.Card.Expect("01B0000008", Vectors.Odf1 + "9000");
            card.Card.Expect("01A40804047FFF643000", DodfFcp + "9000");
            card.Card.Expect("01B0000029", Vectors.DodfBad + "9000");
            card.Card.Expect("01A40804047FFF643200", FileFcp + "9000");
            card.Card.Expect("01B000003C", File + "9000");
            card.Card.Expect("0070800100", "9000");

            Assert.AreEqual(FoundFile, Run(card));
            Assert.IsTrue(card.Card.Count <= 12);
        }

        [TestMethod]
        public void Dialogue_ModemThatPassesResponsesOn_TakesFourteenCommands()
        {
            CardFixture card = new CardFixture();
            card.Card.Expect("0070000001", "019000");
            card.Card.Expect("01B201F400", "6C20");
            card.Card.Expect("01B201F420", Usim + "9000");
            card.Card.Expect("01B2020420", Dir + "9000");
            card.Card.Expect("01A4040C0C" + Vectors.Aid, "9000");
            card.Card.Expect("01A4080C047FFF5031", "9000");
            card.Card.Expect("01B0000008", Vectors.Odf1 + "910B");
            card.Card.Expect("01A40804047FFF643000", "6118");
            card.Card.Expect("01C0000018", DodfFcp + "910B");
            card.Card.Expect("01B0000029", Vectors.DodfBad + "9000");
            card.Card.Expect("01A40804047FFF643200", "6118");
            card.Card.Expect("01C0000018", FileFcp + "9000");
            card.Card.Expect("01B000003C", File + "9000");
            card.Card.Expect("0070800100", "9000");

            Assert.AreEqual(FoundFile, Run(card));
            Assert.IsTrue(card.Card.Count <= 18);
        }

        [TestMethod]
        public void Dialogue_OverAtCsimAndSlowLine_IsTheSame()
        {
            AtFixture at = new AtFixture();
            at.Link.BytesPerRead = 17;
            at.Link.IsSlow = true;
            at.Link.ExpectApdu("0070000001", "029000");
            at.Link.ExpectApdu("02B201F400", "6A82");
            at.Link.ExpectApdu("02A40804022F0000", "6A82");
            at.Link.ExpectApdu("02A4040C0C" + Vectors.Aid, "9000");
            at.Link.ExpectApdu("02A4080C047FFF5031", "9000");
            at.Link.ExpectApdu("02B0000008", Vectors.Odf1 + "9000");
            at.Link.ExpectApdu("02A40804047FFF643000", DodfFcp + "9000");
            at.Link.ExpectApdu("02B0000029", Vectors.DodfBad + "9000");
            at.Link.ExpectApdu("02A40804047FFF643200", FileFcp + "9000");
            at.Link.ExpectApdu("02B000003C", File + "9000");
            at.Link.ExpectApdu("0070800200", "9000");

            AtApduExchange exchange = new AtApduExchange(at.Channel, 10000);
            LogicalChannel channel = new LogicalChannel(new ApduTransport(exchange, at.Clock));
            Assert.AreEqual(FoundFile, Run(channel, new UiccFiles(channel)));
            at.Channel.Poll();
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Dialogue_NoApplication_EndsAfterSelect()
        {
            CardFixture card = new CardFixture();
            card.Card.Expect("0070000001", "019000");
            card.Card.Expect("01B201F400", Usim + "9000");
            card.Card.Expect("01B2020420", "6A83");
            card.Card.Expect("01A4040C0C" + Vectors.Aid, "6A82");
            card.Card.Expect("0070800100", "9000");
            Assert.AreEqual(NoApplication, Run(card));
        }

        [TestMethod]
        public void Dialogue_DirectoryAllFf_EndsWithoutTheFile()
        {
            CardFixture card = new CardFixture();
            card.Card.Expect("0070000001", "019000");
            card.Card.Expect("01B201F400", Dir + "9000");
            card.Card.Expect("01A4040C0C" + Vectors.Aid, "9000");
            card.Card.Expect("01A4080C047FFF5031", "9000");
            card.Card.Expect("01B0000008", Vectors.Odf1 + "9000");
            card.Card.Expect("01A40804047FFF643000", DodfFcp + "9000");
            card.Card.Expect("01B0000029", Filler(41) + "9000");
            card.Card.Expect("01A40804047FFF503100", OdfFcp + "9000");
            card.Card.Expect("01B0000020", Vectors.Odf1 + Filler(24) + "9000");
            card.Card.Expect("0070800100", "9000");
            Assert.AreEqual(NoEntry, Run(card));
        }

        [TestMethod]
        public void Dialogue_FileNotThere_EndsAfterItsSelect()
        {
            CardFixture card = new CardFixture();
            card.Card.Expect("0070000001", "019000");
            card.Card.Expect("01B201F400", Dir + "9000");
            card.Card.Expect("01A4040C0C" + Vectors.Aid, "9000");
            card.Card.Expect("01A4080C047FFF5031", "9000");
            card.Card.Expect("01B0000008", Vectors.Odf1 + "9000");
            card.Card.Expect("01A40804047FFF643000", DodfFcp + "9000");
            card.Card.Expect("01B0000029", Vectors.DodfBad + "9000");
            card.Card.Expect("01A40804047FFF643200", "6A82");
            card.Card.Expect("0070800100", "9000");
            Assert.AreEqual(NoFile, Run(card));
        }

        private static int Run(CardFixture card)
        {
            int end = Run(card.Channel, card.Files);
            card.Ends();
            return end;
        }

        private static int Run(LogicalChannel channel, UiccFiles files)
        {
            channel.Open();
            int end = Read(files);
            Assert.IsTrue(channel.Close());
            return end;
        }

        // The flow in short: EF(DIR), the application, ODF and DODF, the file.
        private static int Read(UiccFiles files)
        {
            CardFileReader reader = new CardFileReader(files, 240);
            EfDir applications = new EfDir(files);
            applications.Find(Hex.Bytes(Vectors.Aid));
            if (!files.Access.SelectApplication(applications.Identifier ?? Hex.Bytes(Vectors.Aid), null))
                return NoApplication;
            CardPath path = new Pkcs15Directory(reader, Hex.Bytes(Vectors.BootstrapOid)).Find(applications.OdfPath);
            if (path == null)
                return NoEntry;
            if (!reader.Open(path, "EF(LwM2M_Bootstrap)"))
                return NoFile;

            byte[] expected = Hex.Bytes(File);
            byte[] bytes = new byte[expected.Length + 1];
            int length = 0;
            int read = reader.Read(bytes, 0, 30);
            while (read > 0)
            {
                length += read;
                read = reader.Read(bytes, length, bytes.Length - length);
            }

            Assert.AreEqual(expected.Length, length);
            bytes[length] = 0;
            for (int i = 0; i < expected.Length; i++)
                Assert.AreEqual((int)expected[i], (int)bytes[i]);
            return FoundFile;
        }

        private static string Filler(int count)
        {
            return new string('F', 2 * count);
        }
    }
}
