using System.Globalization;

namespace Bootstrapper.Simulator;

/// <summary>The sessions of AT+CCHO, each with a logical channel of the modem's behind it.</summary>
internal sealed class ModemSessions(SessionBehavior behavior)
{
    private const ulong FirstHandle = 0x0385A7CF;
    private const ulong HandleStep = 0x2B60;

    private readonly Dictionary<string, int> _channels = [];
    private ulong _nextHandle = FirstHandle;

    /// <summary>Adds a session on a channel that was opened for it.</summary>
    /// <returns>What it is called.</returns>
    public string Add(int channel)
    {
        string name = behavior.Names == SessionNames.Handles ? NextHandle() : FirstFreeNumber();
        _channels.Add(name, channel);
        return name;
    }

    /// <summary>Gets the channel of a session; null where it is not open, or where the card has closed the channel.</summary>
    public int? Find(string? name, ModemCard card)
    {
        if (name is null || !_channels.TryGetValue(name, out int channel))
            return null;

        if (card.OpenChannels.Contains(channel))
            return channel;

        Remove(name);
        return null;
    }

    public void Remove(string name) => _channels.Remove(name);

    /// <summary>Forgets all sessions, as their channels are gone with a reset of the card.</summary>
    public void Clear() => _channels.Clear();

    private string NextHandle()
    {
        string handle = _nextHandle.ToString("x16", CultureInfo.InvariantCulture);
        _nextHandle += HandleStep;
        return handle;
    }

    private string FirstFreeNumber()
    {
        int number = 1;
        while (_channels.ContainsKey(Text(number)))
            number++;

        return Text(number);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
