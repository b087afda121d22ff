using System.Text;
using Bootstrapper.Modem;

namespace Bootstrapper.Host.Tests.EndToEnd;

/// <summary>A line that notes the commands, does something before one of them, or swallows all that is sent.</summary>
internal sealed class BreakableLink(ISerialLink inner) : ISerialLink
{
    private readonly List<string> _commands = [];
    private int _actionAt = -1;
    private Action? _action;

    public IReadOnlyList<string> Commands => _commands;

    public int CommandCount => _commands.Count;

    public bool IsSilent { get; set; }

    /// <summary>Forgets the commands so far, and has something done before the one of this index.</summary>
    public void BeforeCommand(int index, Action action)
    {
        _commands.Clear();
        _actionAt = index;
        _action = action;
    }

    public int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public void Write(byte[] buffer, int offset, int count)
    {
        if (_commands.Count == _actionAt)
            _action?.Invoke();
        _commands.Add(Encoding.ASCII.GetString(buffer, offset, count));
        if (!IsSilent)
            inner.Write(buffer, offset, count);
    }
}
