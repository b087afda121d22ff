namespace Bootstrapper
{
    /// <summary>A source whose content may change while it is read, and which can tell.</summary>
    internal interface IRereadable : IByteSource
    {
        /// <summary>Tells whether what was read still stands; nothing more is read after that.</summary>
        bool IsUnchanged();
    }
}
