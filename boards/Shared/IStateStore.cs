namespace Bootstrapper.Boards
{
    /// <summary>
    /// Keeps a few bytes over a deep sleep, at most 72: <see cref="BootstrapSequence.State"/> and what to do about errors. They
    /// hold no key.
    /// </summary>
    public interface IStateStore
    {
        /// <summary>Gets what was kept, null if nothing was.</summary>
        byte[] Read();

        /// <summary>Keeps bytes in place of those before; null to forget them.</summary>
        void Write(byte[] state);
    }
}
