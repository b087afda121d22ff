using Bootstrapper.Card;
using Bootstrapper.Simulator;

namespace Bootstrapper.Benchmarks.Suites;

/// <summary>The files of a card image without a card or a modem.</summary>
internal sealed class ImageFiles(CardImage image) : ICardFiles
{
    private ElementaryFile? _file;

    public byte[] Buffer { get; } = new byte[ApduTransport.MaxResponse];

    public void OpenInRoot(int fileIdentifier, int shortFileIdentifier) =>
        _file = image.MasterFile.File((ushort)fileIdentifier);

    public bool Open(byte[] path, string name, bool asksForSize = true)
    {
        _file = image.Application(ExampleCard.Pkcs15Aid)!.File((ushort)((path[^2] << 8) | path[^1]));
        return _file != null;
    }

    public int ReadBinary(int offset, int count)
    {
        Span<byte> content = _file!.Content.Span;
        int read = Math.Min(count, content.Length - offset);
        content.Slice(offset, read).CopyTo(Buffer);
        return read;
    }

    public int ReadRecord(int number)
    {
        if (number > _file!.RecordCount)
            return 0;
        Span<byte> record = _file.Record(number).Span;
        record.CopyTo(Buffer);
        return record.Length;
    }
}
