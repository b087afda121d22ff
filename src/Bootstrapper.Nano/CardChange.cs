namespace Bootstrapper
{
    /// <summary>What became of a card since it was read (LwM2M TS, 6.1.3.2).</summary>
    public enum CardChange
    {
        /// <summary>It is the same card, and its bootstrap file is the same.</summary>
        Unchanged,

        /// <summary>It is another card, or its bootstrap file is another or gone: the bootstrap is to be run again.</summary>
        Changed,

        /// <summary>There is no card: what was made of it is to be deleted.</summary>
        Removed,

        /// <summary>The card lets nobody look: it wants a PIN, or the application cancelled. Ask again later.</summary>
        Unknown,
    }
}
