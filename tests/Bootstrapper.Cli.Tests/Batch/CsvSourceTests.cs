using System.Text;
using Bootstrapper.Cli.Batch;

namespace Bootstrapper.Cli.Tests.Batch;

/// <summary>CSV files: RFC 4180, and what people's spreadsheets make of it.</summary>
[TestClass]
public sealed class CsvSourceTests
{
    [TestMethod]
    [DataRow("a,b,c\n1,2,3\n")]
    [DataRow("a;b;c\n1;2;3\n")]
    [DataRow("a\tb\tc\n1\t2\t3\n")]
    [DataRow("a,b,c\r\n1,2,3\r\n")]
    [DataRow("a,b,c\r1,2,3\r")]
    [DataRow("a,b,c\n1,2,3")]
    [DataRow("\"a\",\"b\",\"c\"\n\"1\",\"2\",\"3\"\n")]
    [DataRow("\uFEFFa,b,c\n1,2,3\n")]
    [DataRow("\uFEFF\"a\",b,c\n1,2,3\n")]
    [DataRow("a,b,c\n\n1,2,3\n\n\n")]
    public void Read_SeparatorsLineEndsAndMarks_AreSeen(string text)
    {
        using CsvSource source = Open(text);

        CollectionAssert.AreEqual((string[])["a", "b", "c"], source.Columns);
        CsvRow row = source.Read([0, 1, 2]).Single();
        Assert.IsNull(row.Error);
        Assert.AreEqual("1|2|3", Show(row));
    }

    [TestMethod]
    [DataRow("\"x\"", "x")]
    [DataRow("\"x,y\"", "x,y")]
    [DataRow("\"x\"\"y\"", "x\"y")]
    [DataRow("\"\"\"\"", "\"")]
    [DataRow("\"\"", "")]
    [DataRow("", "")]
    [DataRow(" x ", " x ")]
    [DataRow("\"x\ny\"", "x\ny")]
    [DataRow("\"x\r\ny\"", "x\r\ny")]
    [DataRow("=1+1", "=1+1")]
    [DataRow("'x'", "'x'")]
    [DataRow("müñ€😀", "müñ€😀")]
    public void Read_Cell_IsUnquoted(string cell, string expected)
    {
        using CsvSource source = Open($"a,b\n{cell},2\n");

        Assert.AreEqual(expected + "|2", Show(source.Read([0, 1]).Single()));
    }

    [TestMethod]
    public void Read_SomeColumns_ComeInTheOrderAskedFor()
    {
        using CsvSource source = Open("a,b,c\n1,2,3\n4,5,6\n");

        CollectionAssert.AreEqual((string[])["3|1", "6|4"], source.Read([2, 0]).Select(Show).ToArray());
    }

    [TestMethod]
    public void Read_CellsOfSeveralLinesAndBlankLines_CountAsLinesOfTheFile()
    {
        using CsvSource source = Open("a,\"b\nb\"\n1,2\n\n\"x\r\ny\nz\",3\r\n4,5\n\r\n6,7");

        CollectionAssert.AreEqual((int[])[3, 5, 8, 10], source.Read([0]).Select(r => r.Line).ToArray());
    }

    [TestMethod]
    [DataRow("1", "1 instead of 2 cells")]
    [DataRow("1,2,3", "3 instead of 2 cells")]
    [DataRow(",,", "3 instead of 2 cells")]
    [DataRow("1,5\"x\"", "cell 2: a quote in a cell must be doubled, and the cell be quoted")]
    [DataRow("\"1\"x,\"2\"", "cell 1: a quote in a cell must be doubled, and the cell be quoted")]
    [DataRow("\"1\"\"2\" \"3\",4", "cell 1: a quote in a cell must be doubled, and the cell be quoted")]
    public void Read_RowInError_SaysSoAndTheRestIsRead(string line, string error)
    {
        using CsvSource source = Open($"a,b\n1,2\n{line}\n3,4\n");

        CsvRow[] rows = [.. source.Read([0, 1])];

        Assert.HasCount(3, rows);
        Assert.AreEqual(3, rows[1].Line);
        Assert.AreEqual(error, rows[1].Error);
        Assert.AreEqual("3|4", Show(rows[2]));
    }

    [TestMethod]
    public void Read_QuoteThatJoinsRows_IsNotTakenForACell()
    {
        using CsvSource source = Open("a,b\n1,7\" x\n2,8\" y\n3,4\n");

        CsvRow[] rows = [.. source.Read([0, 1])];

        Assert.HasCount(2, rows);
        Assert.IsNotNull(rows[0].Error);
        Assert.AreEqual(4, rows[1].Line);
    }

    [TestMethod]
    public void Read_QuoteNeverClosed_EndsTheFileThere()
    {
        using CsvSource source = Open("a,b\n1,2\n3,\"4\n5,6\n7,8\n");
        using IEnumerator<CsvRow> rows = source.Read([0, 1]).GetEnumerator();

        Assert.IsTrue(rows.MoveNext());
        CommandException e = Assert.ThrowsExactly<CommandException>(() => rows.MoveNext());
        Assert.AreEqual(ExitCode.Usage, e.Code);
        StringAssert.StartsWith(e.Message, "cards.csv: line 3: a quote is never closed");
    }

    [TestMethod]
    [DataRow("", "cards.csv: is empty")]
    [DataRow("a,b,a\n1,2,3\n", "cards.csv: line 1: there are two columns 'a'")]
    [DataRow("a,b,,\n1,2,3,4\n", "cards.csv: line 1: there are two columns ''")]
    [DataRow("a,b\"c\"\n1,2\n", "cards.csv: line 1: cell 2: a quote")]
    [DataRow("a,\"b\n1,2\n", "cards.csv: line 1: a quote is never closed")]
    public void Open_HeaderThatTellsNoColumns_IsRefused(string text, string error)
    {
        CommandException e = Assert.ThrowsExactly<CommandException>(() => Open(text));

        Assert.AreEqual(ExitCode.Usage, e.Code);
        StringAssert.StartsWith(e.Message, error);
    }

    [TestMethod]
    public void Open_Utf16_IsRefused()
    {
        byte[] text = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a,b\n1,2\n")];

        CommandException e = Assert.ThrowsExactly<CommandException>(() => new CsvSource(new MemoryStream(text), "cards.csv"));
        StringAssert.Contains(e.Message, "is not UTF-8");
    }

    [TestMethod]
    public void Read_OtherEncoding_LeavesTheCellAsItIs()
    {
        using CsvSource source = new(new MemoryStream([.. "a,b\n"u8, 0xFC, .. ",2\n"u8]), "cards.csv");

        CollectionAssert.AreEqual((byte[])[0xFC], source.Read([0]).Single().Cells[0]);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("a,b\n1,2\n")]
    [DataRow("a,b\n1,2\n3,\"")]
    [DataRow("a,b\n\"1\"\"")]
    [DataRow("a,b\n,")]
    public void Read_EndlessRow_EndsInBoundedMemory(string before)
    {
        char filler = before.EndsWith('"') ? '\n' : before.EndsWith(',') ? ',' : 'x';
        using EndlessStream stream = new(Encoding.ASCII.GetBytes(before), (byte)filler);
        long start = GC.GetAllocatedBytesForCurrentThread();

        CommandException e = Assert.ThrowsExactly<CommandException>(() =>
        {
            using CsvSource source = new(stream, "cards.csv");
            foreach (CsvRow row in source.Read([0]))
                Assert.IsNull(row.Error);
        });

        StringAssert.Contains(e.Message, "a row of more than 16777216 bytes");
        Assert.IsLessThan(256L << 20, GC.GetAllocatedBytesForCurrentThread() - start);
        Assert.IsLessThan(40L << 20, stream.Position);
    }

    [TestMethod]
    public void Read_LongestRows_AreReadAndNoLongerOnes()
    {
        string cell = new('x', CsvSource.LongestRow);
        string shorter = string.Concat(Enumerable.Repeat("1\n", CsvSource.LongestRow));
        using CsvSource source = Open($"a\n{cell}\n{cell}x\n{cell}\n{shorter}");

        CsvRow[] rows = [.. source.Read([0])];

        Assert.HasCount(3 + CsvSource.LongestRow, rows);
        Assert.AreEqual(CsvSource.LongestRow, rows[0].Cells[0].Length);
        Assert.AreEqual("longer than 1048576 bytes", rows[1].Error);
        Assert.AreEqual(CsvSource.LongestRow, rows[2].Cells[0].Length);
        Assert.IsTrue(rows[3..].All(r => r.Error == null));
    }

    [TestMethod]
    public void Read_EveryCutOfAFile_ReadsOrRefuses()
    {
        const string Text = "a,\"b \"\"c\"\"\"\r\n1,\"2\r\n\"\"3\"\"\"\r\n\"\",4";
        for (int length = 0; length <= Text.Length; length++)
        {
            try
            {
                using CsvSource source = Open(Text[..length]);
                foreach (CsvRow row in source.Read([0]))
                    Assert.IsTrue(row.Error != null || row.Cells.Length == 1);
            }
            catch (CommandException e)
            {
                Assert.AreEqual(ExitCode.Usage, e.Code);
            }
        }
    }

    [TestMethod]
    public void Read_FolderOrFailingStream_IsACommandException()
    {
        CommandException e = Assert.ThrowsExactly<CommandException>(() => new CsvSource(new FailingStream(), "cards.csv"));

        Assert.AreEqual("cards.csv: can't be read: the disk is gone", e.Message);
    }

    private static CsvSource Open(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "cards.csv");

    private static string Show(CsvRow row) => string.Join('|', row.Cells.Select(Encoding.UTF8.GetString));

    /// <summary>A text, and then one byte for ever.</summary>
    private sealed class EndlessStream(byte[] before, byte filler) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            for (int i = 0; i < buffer.Length; i++, _position++)
                buffer[i] = _position < before.Length ? before[_position] : filler;
            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class FailingStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("the disk is gone");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("the disk is gone");
    }
}
