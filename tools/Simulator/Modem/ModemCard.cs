namespace Bootstrapper.Simulator;

/// <summary>The modem's way to its card: its own on the basic channel, and what AT commands use of it.</summary>
internal sealed class ModemCard(SimulatedCard card, ModemBehavior behavior)
{
    private const byte Select = 0xA4;
    private const byte ReadBinary = 0xB0;
    private const byte GetResponse = 0xC0;
    private const byte Verify = 0x20;
    private const byte ManageChannel = 0x70;

    private const byte ByName = 0x04;
    private const byte ByPath = 0x08;
    private const byte ReturnFcp = 0x04;
    private const byte ReturnNothing = 0x0C;
    private const byte Close = 0x80;

    private const byte Pin1 = 0x01;
    private const int MaxRounds = 16;
    private const int HeaderLength = 4;
    private const int LastStandardChannel = 3;

    /// <summary>Gets the numbers of the logical channels that are open, the basic one aside.</summary>
    public IReadOnlyList<int> OpenChannels => card.OpenChannels;

    /// <summary>Gets what AT+CSIM sends its commands through.</summary>
    public CsimPath Csim => field ??= new(this, behavior);

    /// <summary>Gets the error that keeps the modem from using the card; null where it may.</summary>
    public CmeError? Locked
    {
        get
        {
            if (card.Image.Pin(Pin1) is not { } pin || card.IsVerified(Pin1))
                return null;

            return pin.IsBlocked ? CmeError.SimPukRequired : CmeError.SimPinRequired;
        }
    }

    /// <summary>Gets a PIN of the card; null where it has none of this key reference.</summary>
    public CardPin? Pin(byte reference) => card.Image.Pin(reference);

    /// <summary>Verifies PIN 1.</summary>
    /// <returns>The status word.</returns>
    public int VerifyPin(ReadOnlySpan<byte> pin)
    {
        Span<byte> block = stackalloc byte[CardPin.BlockLength];
        block.Fill(0xFF);
        pin.CopyTo(block);
        return StatusWord(card.Transmit([0x00, Verify, 0x00, Pin1, CardPin.BlockLength, .. block]));
    }

    /// <summary>Sends a command, and, where the modem does that, follows 61xx and 6Cxx.</summary>
    public byte[] Transmit(ReadOnlySpan<byte> command, bool resolve) =>
        resolve ? TransmitResolved(command) : card.Transmit(command);

    /// <summary>Sends a command and follows 61xx and 6Cxx, as T=0 wants it of a terminal (TS 102 221 7.3.1.1).</summary>
    /// <returns>All the data, and the last status word.</returns>
    public byte[] TransmitResolved(ReadOnlySpan<byte> command)
    {
        byte[] next = command.ToArray();
        List<byte> data = [];
        byte[] response = card.Transmit(next);
        for (int round = 0; round < MaxRounds && response[^2] is 0x61 or 0x6C; round++)
        {
            data.AddRange(response.AsSpan()[..^2]);
            next = response[^2] == 0x6C
                ? [.. next.AsSpan(0, HeaderLength), response[^1]]
                : [next[0], GetResponse, 0x00, 0x00, response[^1]];
            response = card.Transmit(next);
        }

        return [.. data, .. response];
    }

    /// <summary>Selects an application by the start of its AID.</summary>
    public bool SelectApplication(ReadOnlySpan<byte> aid, int channel = 0)
    {
        byte[] command = [ClassOf(0x00, channel), Select, ByName, ReturnNothing, (byte)aid.Length, .. aid];
        byte[] response = card.Transmit(command);

        // A modem waits for its own toolkit session to end.
        for (int round = 0; round < MaxRounds && StatusWord(response) == StatusWords.ToolkitBusy; round++)
            response = card.Transmit(command);

        return IsSuccess(response);
    }

    /// <summary>Selects the MF.</summary>
    public void SelectMasterFile() => card.Transmit([0x00, Select, 0x00, ReturnNothing, 0x02, 0x3F, 0x00]);

    /// <summary>Selects a file by its path from the MF, or from the current application behind 7FFF.</summary>
    /// <returns>The FCP if asked for, and the status word.</returns>
    public byte[] SelectPath(ReadOnlySpan<byte> path, bool withFcp) => TransmitResolved(
        [0x00, Select, ByPath, withFcp ? ReturnFcp : ReturnNothing, (byte)path.Length, .. path]);

    /// <summary>Reads the first 256 bytes, or what there is, of a transparent file.</summary>
    /// <returns>The bytes; null where the card refuses.</returns>
    public byte[]? ReadFile(ReadOnlySpan<byte> path)
    {
        if (!IsSuccess(SelectPath(path, withFcp: false)))
            return null;

        byte[] response = TransmitResolved([0x00, ReadBinary, 0x00, 0x00, 0x00]);
        return IsSuccess(response) ? response[..^2] : null;
    }

    /// <summary>Opens a logical channel.</summary>
    /// <returns>Its number; null where the card opens none.</returns>
    public int? OpenChannel()
    {
        byte[] response = card.Transmit([0x00, ManageChannel, 0x00, 0x00, 0x01]);
        return IsSuccess(response) && response.Length == 3 ? response[0] : null;
    }

    /// <summary>Closes a logical channel.</summary>
    public void CloseChannel(int channel) => card.Transmit([0x00, ManageChannel, Close, (byte)channel, 0x00]);

    /// <summary>Gets a class byte of the basic channel as that of another (TS 102 221 10.1.1).</summary>
    public static byte ClassOf(byte value, int channel) =>
        (byte)(value | (channel <= LastStandardChannel ? channel : 0x40 + channel - LastStandardChannel - 1));

    /// <summary>Gets the status word at the end of a response.</summary>
    public static int StatusWord(ReadOnlySpan<byte> response) => (response[^2] << 8) | response[^1];

    /// <summary>Gets whether a response ends in 9000.</summary>
    public static bool IsSuccess(ReadOnlySpan<byte> response) => StatusWord(response) == 0x9000;
}
