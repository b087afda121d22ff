namespace Bootstrapper.Modem
{
    /// <summary>What the modem says of the SIM (3GPP TS 27.007, 8.3, +CPIN).</summary>
    public enum SimState
    {
        /// <summary>The modem does not say; the card itself will.</summary>
        Unknown,

        /// <summary>Nothing stands in the way of reading it.</summary>
        Ready,

        /// <summary>There is no SIM.</summary>
        NotInserted,

        /// <summary>The SIM wants its PIN.</summary>
        PinRequired,

        /// <summary>The SIM's PIN is blocked, it wants the PUK.</summary>
        PukRequired,
    }
}
