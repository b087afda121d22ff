namespace Bootstrapper.Modem
{
    /// <summary>Receives a line that belongs to no command.</summary>
    /// <param name="buffer">The channel's own buffer, lent until the handler returns.</param>
    /// <param name="offset">Where in <paramref name="buffer"/> the line starts.</param>
    /// <param name="length">The line's length in bytes, without its line end; of an overlong line, what the buffer holds.</param>
    public delegate void UnsolicitedLineHandler(byte[] buffer, int offset, int length);
}
