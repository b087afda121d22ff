namespace Bootstrapper.Modem
{
    /// <summary>
    /// The serial line to the modem. It belongs to whoever opened it; the library only reads and writes.
    /// </summary>
    public interface ISerialLink
    {
        /// <summary>Reads what has arrived, without waiting for more.</summary>
        /// <param name="buffer">Where the bytes go; the link keeps no reference to it.</param>
        /// <param name="offset">Where in <paramref name="buffer"/> they start.</param>
        /// <param name="count">The largest number of bytes wanted, at least 1.</param>
        /// <returns>The number of bytes read, 0 if none has arrived.</returns>
        int Read(byte[] buffer, int offset, int count);

        /// <summary>Sends all of the bytes; returns when the caller may change them again.</summary>
        void Write(byte[] buffer, int offset, int count);
    }
}
