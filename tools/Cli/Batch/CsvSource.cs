using System.Text;
using Bootstrapper.Cli.Output;
using nietras.SeparatedValues;

namespace Bootstrapper.Cli.Batch;

/// <summary>
/// A CSV file with a header (RFC 4180), separated by commas, semicolons or tabs, in UTF-8: read once, row by row, in memory
/// that has a bound.
/// </summary>
internal sealed class CsvSource : IDisposable
{
    /// <summary>The longest row in bytes: many times what fits a bootstrap file, in hex digits.</summary>
    public const int LongestRow = 1024 * 1024;

    // Where the parser gives up, be it text that has no lines or a quote that takes all that follows for its cell.
    private const int LongestRead = 16 * 1024 * 1024;

    private const string ByteOrderMark = "\u00EF\u00BB\u00BF";

    private readonly string _name;
    private readonly SepReader _reader;
    private readonly string[] _columns;
    private int _lastLine;

    /// <summary>Opens a CSV file and reads its header.</summary>
    /// <param name="stream">The file; it is closed with the source.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="CommandException">It can't be read, or has no header that tells its columns apart.</exception>
    public CsvSource(Stream stream, string name)
    {
        _name = name;

        // A character a byte: the structure of the file is ASCII, and what stands in between is decoded cell by cell, so that
        // what is not UTF-8 is the error of one row.
        StreamReader text = new(stream, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
        _reader = Guard(() => Sep.Auto.Reader(o => o with { HasHeader = false, DisableColCountCheck = true }).From(text));
        _columns = ReadHeader();
    }

    /// <summary>Gets the names of the columns.</summary>
    public string[] Columns => _columns;

    /// <summary>Reads the rows, once. Blank lines are none.</summary>
    /// <param name="columns">The indexes of the columns whose cells are wanted.</param>
    /// <exception cref="CommandException">The file can't be read further.</exception>
    public IEnumerable<CsvRow> Read(IReadOnlyList<int> columns)
    {
        while (Guard(MoveNext))
        {
            SepReader.Row row = _reader.Current;
            if (row.ColCount > 1 || row.Span.Length > 0)
                yield return Parse(row, columns);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private bool MoveNext()
    {
        if (!_reader.MoveNext())
            return false;

        _lastLine = _reader.Current.LineNumberToExcl - 1;
        return true;
    }

    private CsvRow Parse(SepReader.Row row, IReadOnlyList<int> columns)
    {
        int line = row.LineNumberFrom;
        if (row.Span.Length > LongestRow)
            return new CsvRow(line, [], $"longer than {LongestRow} bytes");

        for (int i = 0; i < row.ColCount; i++)
        {
            ReadOnlySpan<char> cell = row[i].Span;
            if (cell.Contains('"') && !IsQuoted(cell, line))
                return new CsvRow(line, [], $"cell {i + 1}: a quote in a cell must be doubled, and the cell be quoted");
        }

        if (row.ColCount != _columns.Length)
            return new CsvRow(line, [], $"{row.ColCount} instead of {_columns.Length} cells");

        byte[][] cells = new byte[columns.Count][];
        for (int i = 0; i < cells.Length; i++)
            cells[i] = Unquote(row[columns[i]].Span);
        return new CsvRow(line, cells);
    }

    // RFC 4180 section 2, rules 5 to 7.
    private bool IsQuoted(ReadOnlySpan<char> cell, int line)
    {
        if (cell.Count('"') % 2 != 0)
            throw Error(line, "a quote is never closed: this row and what follows it can't be told apart");
        if (cell[0] != '"' || cell[^1] != '"')
            return false;

        ReadOnlySpan<char> inner = cell[1..^1];
        while (inner.IndexOf('"') is >= 0 and int quote)
        {
            if (quote + 1 == inner.Length || inner[quote + 1] != '"')
                return false;
            inner = inner[(quote + 2)..];
        }

        return true;
    }

    private static byte[] Unquote(ReadOnlySpan<char> cell)
    {
        if (cell.Length == 0 || cell[0] != '"')
            return Bytes(cell);

        cell = cell[1..^1];
        return cell.Contains('"') ? Bytes(cell.ToString().Replace("\"\"", "\"", StringComparison.Ordinal)) : Bytes(cell);
    }

    private static byte[] Bytes(ReadOnlySpan<char> text)
    {
        byte[] bytes = new byte[text.Length];
        Encoding.Latin1.GetBytes(text, bytes);
        return bytes;
    }

    private string[] ReadHeader()
    {
        if (!Guard(MoveNext))
            throw new CommandException(ExitCode.Usage, $"{_name}: is empty: the names of the columns come first");

        SepReader.Row row = _reader.Current;
        string[] columns = new string[row.ColCount];
        for (int i = 0; i < columns.Length; i++)
        {
            ReadOnlySpan<char> cell = row[i].Span;
            if (i == 0 && cell.StartsWith(ByteOrderMark))
                cell = cell[ByteOrderMark.Length..];
            if (cell.Contains('"') && !IsQuoted(cell, 1))
                throw Error(1, $"cell {i + 1}: a quote in a cell must be doubled, and the cell be quoted");
            columns[i] = Utf8.Decode(Unquote(cell))
                ?? throw Error(1, $"cell {i + 1}: is not UTF-8: save the file as \"CSV UTF-8\"");
        }

        string? twice = columns.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice != null)
            throw Error(1, $"there are two columns '{Terminal.Printable(twice)}'");
        return columns;
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (NotSupportedException)
        {
            throw Error(_lastLine + 1, $"a row of more than {LongestRead} bytes, or a quote that is never closed");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"{_name}: can't be read: {FileTrouble.Reason(e)}", e);
        }
    }

    private CommandException Error(int line, string message) => new(ExitCode.Usage, $"{_name}: line {line}: {message}");
}
