using Bootstrapper.Card;

namespace Bootstrapper.Host.Tests.Card;

/// <summary>Two files in arrays: EF(ODF) in 5031, and everything else.</summary>
internal sealed class ArrayFiles : ICardFiles
{
    private bool _isOdf;

    public byte[] Odf { get; } = new byte[600];

    public int OdfLength { get; set; }

    public byte[] Dodf { get; } = new byte[600];

    public int DodfLength { get; set; }

    public int Reads { get; set; }

    public int Size => _isOdf ? OdfLength : DodfLength;

    public byte[] Buffer { get; } = new byte[256];

    public void OpenInRoot(int fileIdentifier, int shortFileIdentifier)
    {
    }

    public bool Open(byte[] path, string name, bool asksForSize = true)
    {
        if (path.Length is < 2 or > 14 || path.Length % 2 != 0)
            throw new InvalidOperationException("a path that no card understands");
        _isOdf = path.Length == 2 && path[0] == 0x50 && path[1] == 0x31;
        return path[^1] != 0x00;
    }

    public int ReadBinary(int offset, int count)
    {
        if (offset < 0 || count < 1)
            throw new InvalidOperationException("offset or count out of range");
        Reads++;
        int read = Math.Min(count, Size - offset);
        if (read <= 0)
            return 0;
        Array.Copy(_isOdf ? Odf : Dodf, offset, Buffer, 0, read);
        return read;
    }

    public int ReadRecord(int number) => 0;
}
