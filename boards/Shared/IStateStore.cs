namespace Bootstrapper.Boards
{
    /// <summary>Keeps the few bytes of <see cref="BootstrapSequence.State"/> over a deep sleep. They hold no key.</summary>
    public interface IStateStore
    {
        /// <summary>Gets what was kept, null if nothing was.</summary>
        byte[] Read();

        /// <summary>Keeps bytes in place of those before; null to forget them.</summary>
        void Write(byte[] state);
    }
}
