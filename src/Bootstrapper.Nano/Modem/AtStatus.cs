namespace Bootstrapper.Modem
{
    /// <summary>How an AT command ended.</summary>
    public enum AtStatus
    {
        /// <summary>Final result <c>OK</c>.</summary>
        Ok,

        /// <summary>Final result <c>ERROR</c>, or one that says that a call failed (ITU-T V.250, 5.7.1).</summary>
        Error,

        /// <summary>Final result <c>+CME ERROR</c> (3GPP TS 27.007, 9.2); its number is the error code.</summary>
        CmeError,

        /// <summary>Final result <c>+CMS ERROR</c> (3GPP TS 27.005, 3.2.5); its number is the error code.</summary>
        CmsError,

        /// <summary>No final result within the command's time.</summary>
        NoAnswer,

        /// <summary>A final result, but a response that is not what the command answers with.</summary>
        Garbled,

        /// <summary>Not sent, or not waited for any longer, because the application cancelled.</summary>
        Cancelled,

        /// <summary>The modem restarted meanwhile: its settings and the card's logical channels are gone.</summary>
        Restarted,
    }
}
