#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    public sealed partial class UiccFilesTests
    {
        private const string SelectByName = "01A4040C0C" + Aid;
        private const string SelectByNameWithFcp = "01A404040C" + Aid + "00";

        [TestMethod]
        [DataRow("9000", true)]
        [DataRow("910B", true)]
        [DataRow("6200", true)]
        [DataRow("6A82", false)]
        public void SelectApplication_WithoutFcp_IsFoundOrNot(string response, bool isFound)
        {
            CardFixture card = Transcript.OnChannel01(SelectByName, response);
            FindsApplication(card, isFound);
        }

        [TestMethod]
        [DataRow("6A86", ApplicationFcp + "9000", true)]
        [DataRow("6700", ApplicationFcp + "910B", true)]
        [DataRow("6A81", "6A82", false)]
        public void SelectApplication_CardWantsToReturnTheFcp_GetsThatForm(string refusal, string response, bool isFound)
        {
            CardFixture card = Transcript.OnChannel01(
                SelectByName, refusal,
                SelectByNameWithFcp, response);
            FindsApplication(card, isFound);
        }

        [TestMethod]
        public void SelectApplication_LeftToTheTerminal_FetchesTheResponse()
        {
            CardFixture card = Transcript.OnChannel01(
                SelectByName, "6A86",
                SelectByNameWithFcp, "6127",
                "01C0000027", ApplicationFcp + "9000");
            FindsApplication(card, true);
        }

        [TestMethod]
        [DataRow("6283", 0x6283)]
        [DataRow("6285", 0x6285)]
        [DataRow("6982", 0x6982)]
        [DataRow("6F00", 0x6F00)]
        public void SelectApplication_CanNotBeUsed_Throws(string response, int statusWord)
        {
            CardFixture card = Transcript.OnChannel01(
                SelectByName, response,
                SelectByNameWithFcp, ApplicationFcp + response);
            card.Throws(statusWord, "SELECT application", () => SelectApplication(card));
        }

        private static void FindsApplication(CardFixture card, bool isFound)
        {
            Assert.AreEqual(isFound, SelectApplication(card));
            card.Ends();
        }

        private static bool SelectApplication(CardFixture card)
        {
            return card.Files.Access.SelectApplication(Hex.Bytes(Aid), null);
        }
    }
}
