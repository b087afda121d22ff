using System.Text;
using Bootstrapper.Modem;

namespace Bootstrapper.Host.Tests.EndToEnd;

/// <summary>A line that loses the first character of every line that starts with a text.</summary>
internal sealed class LossyLink(ISerialLink inner, string start) : ISerialLink
{
    public int Read(byte[] buffer, int offset, int count)
    {
        int read = inner.Read(buffer, offset, count);
        string text = Encoding.ASCII.GetString(buffer, offset, read).Replace(start, start[1..], StringComparison.Ordinal);
        return Encoding.ASCII.GetBytes(text, buffer.AsSpan(offset));
    }

    public void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
}
