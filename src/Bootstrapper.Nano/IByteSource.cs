namespace Bootstrapper
{
    /// <summary>
    /// Bytes in order, the decoder's only input: an array, a file of the card, or a <c>System.IO.Stream</c>
    /// behind a one-line adapter.
    /// </summary>
    public interface IByteSource
    {
        /// <summary>Reads up to <paramref name="count"/> bytes, in the manner of <c>System.IO.Stream</c>.</summary>
        /// <param name="buffer">Where the bytes go; the source keeps no reference to it.</param>
        /// <param name="offset">Where in <paramref name="buffer"/> they start.</param>
        /// <param name="count">The largest number of bytes wanted, at least 1.</param>
        /// <returns>The number of bytes read, at least 1, or 0 at the end of the source.</returns>
        int Read(byte[] buffer, int offset, int count);
    }
}
