using System;

namespace Bootstrapper.Card
{
    /// <summary>A status word of the card (ETSI TS 102 221, 10.2) that stops the flow.</summary>
    public sealed class CardException : Exception
    {
        private readonly string _step;
        private readonly int _statusWord;

        /// <summary>Creates the exception.</summary>
        /// <param name="step">What was asked of the card, such as <c>SELECT EF(ODF)</c>.</param>
        /// <param name="statusWord">SW1 and SW2.</param>
        /// <param name="reason">What is wrong with the response, null where it is the status word.</param>
        public CardException(string step, int statusWord, string reason = null)
            : base(step + ": " + (reason == null ? "" : reason + ", ") + "status word " + statusWord.ToString("X4"))
        {
            _step = step;
            _statusWord = statusWord;
        }

        /// <summary>Gets what was asked of the card.</summary>
        public string Step => _step;

        /// <summary>Gets SW1 and SW2, as in <c>0x6A82</c>.</summary>
        public int StatusWord => _statusWord;
    }
}
