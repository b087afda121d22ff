using Bootstrapper.Card;
using Bootstrapper.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    /// <summary>A file that reads only behind a PIN, as whole dialogues.</summary>
    [TestClass]
    public sealed class FilePinTests
    {
        private const string Select = "01A40804047FFF643200";
        private const string Read = "01B0000002";
        private const string Tries = "01200081";
        private const string Verify = "01200081083132333435FFFFFF";

        // READ and UPDATE behind PIN 81, of the file 6432, in the record of EF(ARR) 6F06 that the FCP names.
        private const string Fcp = "620D" + "82024121" + "8B036F0602" + "80020002";
        private const string Rule = "800103A40683018195010884" + "01D4A40683010A950108";

        [TestMethod]
        [DataRow("8B036F0602", "")]
        [DataRow("8B046F060102", "")]
        [DataRow("8B066F0600010102", "")]
        [DataRow("8B036F0602", "A010A40683010A950108A406830181950108")]
        [DataRow("8B036F0602", "AF10A40683010A950108A406830181950108")]
        public void ReadBinary_PinWanted_FindsItInEfArrAndEntersItOnce(string reference, string condition)
        {
            string rule = condition.Length == 0 ? Rule : "800101" + condition;
            CardFixture card = Refused(
                Select, FcpWith(reference) + "9000",
                "01A40804047FFF6F0600", "9000",
                "01B2020400", rule + "9000",
                Select, "9000",
                Tries, "63C3");

            EntersThePinAndReads(card);
        }

        [TestMethod]
        public void ReadBinary_RulesInTheFcp_NeedNoEfArr()
        {
            CardFixture card = Refused(
                Select, FcpWith("AB0B800101A406830181950108") + "9000",
                Select, "9000",
                Tries, "63C3");

            EntersThePinAndReads(card);
        }

        [TestMethod]
        public void ReadBinary_EfArrUnderTheMf_IsFoundThere()
        {
            CardFixture card = Refused(
                Select, Fcp + "9000",
                "01A40804047FFF6F0600", "6A82",
                "01A40804026F0600", "9000",
                "01B2020400", Rule + "9000",
                Select, "9000",
                Tries, "63C2");

            EntersThePinAndReads(card);
        }

        [TestMethod]
        [DataRow("63C1", "12345")]
        [DataRow("63C3", "")]
        [DataRow("9000", "12345")]
        [DataRow("6D00", "12345")]
        public void ReadBinary_PinThatMustNotOrCannotBeEntered_IsNotEntered(string tries, string pin)
        {
            CardFixture card = Refused("6982", new FilePin(null, pin.Length == 0 ? null : pin, null));
            FindsRule(card);
            card.Card.Expect(Tries, tries);

            StaysRefused(card);
        }

        [TestMethod]
        [DataRow("6983")]
        [DataRow("63C0")]
        public void ReadBinary_PinBlocked_SaysSo(string tries)
        {
            CardFixture card = RefusedByRule(Tries, tries);

            card.Throws(0x6983, "VERIFY", () => card.Files.ReadBinary(0, 2));
        }

        [TestMethod]
        public void ReadBinary_PinDisabled_ReadsOn()
        {
            CardFixture card = Refused("6982", new FilePin(null, null, null));
            FindsRule(card);
            Transcript.Append(card, Tries, "6984", Read, "A1A29000");

            Reads(card);
        }

        [TestMethod]
        public void ReadBinary_RefusedAsNotAllowed_IsTakenForWantOfThePin()
        {
            CardFixture card = Refused("6900", new FilePin(null, "12345", null));
            FindsRule(card);
            card.Card.Expect(Tries, "63C3");

            EntersThePinAndReads(card);
        }

        [TestMethod]
        public void ReadBinary_ModemLetsNoFourBytesPass_AsksForTheTriesWithFive()
        {
            CardFixture card = RefusedByRule();
            card.Card.ExpectModemTrouble(Tries, AtStatus.Error, -1);
            card.Card.Expect(Tries + "00", "63C3");

            EntersThePinAndReads(card);
        }

        [TestMethod]
        public void ReadBinary_ModemLetsNoVerifyPass_EndsAsWithoutThePin()
        {
            CardFixture card = RefusedByRule();
            card.Card.ExpectModemTrouble(Tries, AtStatus.CmeError, 3);
            card.Card.ExpectModemTrouble(Tries + "00", AtStatus.CmeError, 3);
            StaysRefused(card);
        }

        [TestMethod]
        public void ReadBinary_TriesAskedForWithLe_IsTheFormForCardsThatWantIt()
        {
            CardFixture card = RefusedByRule(Tries, "6700", Tries + "00", "63C3");

            EntersThePinAndReads(card);
        }

        [TestMethod]
        public void ReadBinary_PinWrong_IsNeverEnteredAgain()
        {
            CardFixture card = RefusedByRule(Tries, "63C3", Verify, "63C2");
            StaysRefused(card);

            Transcript.Append(card, Select, "9000", Read, "6982");
            FindsRule(card);
            card.Card.Expect(Tries, "63C2");
            Open(card);
            StaysRefused(card);
        }

        [TestMethod]
        public void ReadBinary_RefusedEvenWithThePin_EndsAfterOneTry()
        {
            CardFixture card = RefusedByRule(
                Tries, "63C3",
                Verify, "9000",
                Read, "6982");
            StaysRefused(card);
        }

        [TestMethod]
        [DataRow("8B026F06", "")]
        [DataRow("8C020100", "")]
        [DataRow("8B036F0602", "6A83")]
        [DataRow("8B036F0602", "8001019700")]
        [DataRow("8B036F0602", "800102A406830181950108")]
        [DataRow("8B036F0602", "800101A40683010A950108")]
        [DataRow("8B036F0602", "800101A7A7A7A7A7A7")]
        public void ReadBinary_NoPinToBeFound_AsksForNone(string reference, string rule)
        {
            CardFixture card = Refused(Select, FcpWith(reference) + "9000");
            if (rule.Length > 0)
            {
                Transcript.Append(
                    card,
                    "01A40804047FFF6F0600", "9000",
                    "01B2020400", rule.Length == 4 ? rule : rule + "9000");
            }

            card.Card.Expect(Select, "9000");
            StaysRefused(card);
        }

        [TestMethod]
        public void ReadBinary_Pin1Wanted_EntersTheSims()
        {
            CardFixture card = Refused("6982", new FilePin("0000", "12345", null));
            Transcript.Append(
                card,
                Select, FcpWith("AB0B800101A406830101950108") + "9000",
                Select, "9000",
                "01200001", "63C3",
                "012000010830303030FFFFFFFF", "9000",
                Read, "A1A29000");

            Reads(card);
        }

        // The card refuses to let the file be read, and tells its rule.
        private static CardFixture RefusedByRule(params string[] dialogue)
        {
            CardFixture card = Refused();
            FindsRule(card);
            Transcript.Append(card, dialogue);
            return card;
        }

        private static CardFixture Refused(params string[] dialogue)
        {
            CardFixture card = Refused("6982", new FilePin(null, "12345", null));
            Transcript.Append(card, dialogue);
            return card;
        }

        private static CardFixture Refused(string statusWord, FilePin pin)
        {
            CardFixture card = Transcript.OnChannel01(Select, "9000", Read, statusWord);
            card.Files.Pin = pin;
            Open(card);
            return card;
        }

        private static void FindsRule(CardFixture card)
        {
            Transcript.Append(
                card,
                Select, Fcp + "9000",
                "01A40804047FFF6F0600", "9000",
                "01B2020400", Rule + "9000",
                Select, "9000");
        }

        private static void Open(CardFixture card)
        {
            Assert.IsTrue(card.Files.Open(Hex.Bytes("6432"), "EF"));
        }

        private static void EntersThePinAndReads(CardFixture card)
        {
            Transcript.Append(card, Verify, "9000", Read, "A1A29000");
            Reads(card);
        }

        private static void Reads(CardFixture card)
        {
            Assert.AreEqual(2, card.Files.ReadBinary(0, 2));
            card.Ends();
        }

        private static void StaysRefused(CardFixture card)
        {
            card.Throws(0x6982, "READ BINARY EF", () => card.Files.ReadBinary(0, 2));
        }

        private static string FcpWith(string reference)
        {
            string content = "82024121" + reference + "80020002";
            return "62" + (content.Length / 2).ToString("X2") + content;
        }
    }
}
