using System.Text;
using Bootstrapper.Modem;

namespace Bootstrapper.Benchmarks.Suites;

/// <summary>A modem that gives the same answer to whatever command comes.</summary>
internal sealed class CannedLink(string answer) : ISerialLink
{
    private readonly byte[] _answer = Encoding.ASCII.GetBytes(answer);
    private int _left;

    public int Read(byte[] buffer, int offset, int count)
    {
        int read = Math.Min(count, _left);
        Array.Copy(_answer, _answer.Length - _left, buffer, offset, read);
        _left -= read;
        return read;
    }

    public void Write(byte[] buffer, int offset, int count) => _left = _answer.Length;
}
