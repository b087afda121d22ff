using System.Text;

namespace Bootstrapper.Cli.Batch;

/// <summary>
/// The bytes of a CSV file as characters, one each: its structure is ASCII, and what stands in between is decoded cell by
/// cell, so that what is not UTF-8 is the error of one row. A row longer than memory should bear ends the reading.
/// </summary>
internal sealed class CsvText(Stream stream, int longestRow) : TextReader
{
    private readonly byte[] _bytes = new byte[32 * 1024];
    private int _sinceRow;

    /// <summary>Gets the number of bytes read so far.</summary>
    public long Position { get; private set; }

    /// <summary>Takes note that all of a row has been read.</summary>
    public void EndRow() => _sinceRow = 0;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The row is too long.</exception>
    public override int Read(Span<char> buffer)
    {
        if (_sinceRow > longestRow)
            throw new InvalidDataException($"a row of more than {longestRow} bytes, or a quote that is never closed");

        int read = stream.Read(_bytes.AsSpan(0, Math.Min(buffer.Length, _bytes.Length)));
        Encoding.Latin1.GetChars(_bytes.AsSpan(0, read), buffer);
        Position += read;
        _sinceRow += read;
        return read;
    }

    /// <inheritdoc/>
    public override int Read() => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream.Dispose();
        base.Dispose(disposing);
    }
}
