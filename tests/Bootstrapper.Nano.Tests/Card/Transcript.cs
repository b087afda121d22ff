namespace Bootstrapper.Tests.Card
{
    /// <summary>What a card gets and what it answers, in order: a command, its response with status word, the next one.</summary>
    public static class Transcript
    {
        /// <summary>Creates a card that follows a transcript, with channel 01 open.</summary>
        public static CardFixture OnChannel01(params string[] dialogue)
        {
            CardFixture card = CardFixture.WithChannel("01");
            Append(card, dialogue);
            return card;
        }

        /// <summary>Adds to what the card follows.</summary>
        public static void Append(CardFixture card, params string[] dialogue)
        {
            for (int i = 0; i < dialogue.Length; i += 2)
                card.Card.Expect(dialogue[i], dialogue[i + 1]);
        }

        /// <summary>Gets so many bytes of data for a response.</summary>
        public static string Data(int count)
        {
            return new string('5', 2 * count);
        }
    }
}
