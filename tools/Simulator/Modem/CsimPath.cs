namespace Bootstrapper.Simulator;

/// <summary>The way of an APDU from AT+CSIM to the card and back, with what a modem does to it.</summary>
internal sealed class CsimPath(ModemCard card, ModemBehavior behavior)
{
    private const byte Select = 0xA4;
    private const byte GetResponse = 0xC0;
    private const byte ByName = 0x04;
    private const int FullResponse = 256;
    private const int StatusWordLength = 2;

    // The most files that the modem with this memory has room for.
    private const int MaxSelections = 20;

    private static readonly byte[] _neverEnding = [0x61, 0x00];

    private readonly List<byte[]> _selections = [];
    private bool _isLost;

    /// <summary>Sends a command.</summary>
    /// <returns>What the modem tells of the response.</returns>
    public byte[] Transmit(byte[] command)
    {
        if (_isLost && command[1] == GetResponse)
            return _neverEnding;

        byte[] response = behavior.Csim.ReselectsMasterFile ? TransmitFromMasterFile(command) : Send(command);
        _isLost = behavior.Csim.LosesFullResponses && response.Length >= FullResponse + StatusWordLength;
        return _isLost ? _neverEnding : Cut(response);
    }

    private byte[] Send(byte[] command) => card.Transmit(command, behavior.ResolvesGetResponse);

    private byte[] TransmitFromMasterFile(byte[] command)
    {
        foreach (byte[] selection in _selections)
            card.Transmit(selection, resolve: false);

        byte[] response = Send(command);
        if (command[1] == Select && (ModemCard.IsSuccess(response) || response[^2] == 0x61))
            Remember(command);

        card.SelectMasterFile();
        return response;
    }

    private void Remember(byte[] selection)
    {
        // Where an application was selected, what was before makes no difference.
        if (selection[2] == ByName)
            _selections.Clear();

        if (_selections.Count == MaxSelections)
            _selections.RemoveAt(0);

        _selections.Add(selection);
    }

    private byte[] Cut(byte[] response)
    {
        int max = behavior.Csim.MaxResponse;
        return max == 0 || response.Length <= max
            ? response
            : [.. response.AsSpan(0, max - StatusWordLength), .. response.AsSpan()[^StatusWordLength..]];
    }
}
