using Bootstrapper.Modem;

namespace Bootstrapper.Benchmarks.Suites;

/// <summary>A modem that gives the same answer to whatever command comes.</summary>
internal sealed class CannedLink(byte[] answer) : ISerialLink
{
    private int _left;

    public int Read(byte[] buffer, int offset, int count)
    {
        int read = Math.Min(count, _left);
        Array.Copy(answer, answer.Length - _left, buffer, offset, read);
        _left -= read;
        return read;
    }

    public void Write(byte[] buffer, int offset, int count) => _left = answer.Length;
}
