using Bootstrapper.Modem;

namespace Bootstrapper.Host.Tests.Faults;

/// <summary>A line that keeps the answers to the commands, and gets one bit of one of them wrong.</summary>
internal sealed class FlippingLink(ISerialLink inner) : ISerialLink
{
    private readonly List<List<byte>> _answers = [];
    private bool _isOn;
    private int _command;
    private int _bit;

    /// <summary>Gets the bytes that came behind each command, as they were sent.</summary>
    public IReadOnlyList<IReadOnlyList<byte>> Answers => _answers;

    /// <summary>Starts anew, with a bit to be wrong in the answer to the command of an index; -1 for none.</summary>
    public void Start(int command, int bit)
    {
        _answers.Clear();
        _isOn = true;
        _command = command;
        _bit = bit;
    }

    /// <summary>Lets everything pass from now on.</summary>
    public void Stop() => _isOn = false;

    public int Read(byte[] buffer, int offset, int count)
    {
        int read = inner.Read(buffer, offset, count);
        if (!_isOn || _answers.Count == 0)
            return read;

        List<byte> answer = _answers[^1];
        int at = offset + (_bit / 8) - answer.Count;
        answer.AddRange(buffer.AsSpan(offset, read));
        if (_answers.Count - 1 == _command && at >= offset && at < offset + read)
            buffer[at] ^= (byte)(1 << (_bit % 8));
        return read;
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        if (_isOn)
            _answers.Add([]);
        inner.Write(buffer, offset, count);
    }
}
