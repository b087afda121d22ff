using Bootstrapper.Simulator.Commands;

namespace Bootstrapper.Simulator;

/// <summary>A UICC: answers commands as TS 102 221 says, over T=0 (61xx and 6Cxx are the caller's to follow).</summary>
/// <remarks>One caller at a time.</remarks>
public sealed class SimulatedCard
{
    private static readonly CardInstruction[] _instructions =
    [
        new SelectInstruction(),
        new StatusInstruction(),
        new ReadBinaryInstruction(),
        new UpdateBinaryInstruction(),
        new ReadRecordInstruction(),
        new GetResponseInstruction(),
        new VerifyInstruction(),
        new ManageChannelInstruction(),
    ];

    private CardSession _session;

    /// <summary>Makes a card that was just reset.</summary>
    /// <param name="image">What the card holds; commands change it.</param>
    /// <param name="behavior">How it answers where cards differ; the standard's way where null.</param>
    public SimulatedCard(CardImage image, CardBehavior? behavior = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        Image = image;
        Behavior = behavior ?? new();
        _session = new(Image, Behavior);
    }

    /// <summary>Occurs after each command.</summary>
    public event Action<CardExchange>? Transmitted;

    /// <summary>Gets what the card holds.</summary>
    public CardImage Image { get; }

    /// <summary>Gets how the card answers where cards differ.</summary>
    public CardBehavior Behavior { get; }

    /// <summary>Gets the number of commands since the card was made.</summary>
    public int CommandCount { get; private set; }

    /// <summary>Gets the numbers of the logical channels that are open, the basic one aside.</summary>
    public IReadOnlyList<int> OpenChannels => _session.OpenChannels;

    /// <summary>Gets or sets what is answered in place of executing the next command; null for nothing.</summary>
    internal ushort? ForcedStatusWord { get; set; }

    /// <summary>Resets the card: no channel but the basic one, at the MF, and no key verified. Retry counters stay.</summary>
    public void Reset() => _session = new(Image, Behavior);

    /// <summary>Gets whether what needs the key is allowed: it was verified since the reset, or is disabled.</summary>
    /// <param name="reference">A key reference of TS 102 221 table 9.3.</param>
    public bool IsVerified(byte reference) =>
        _session.Security.Check(AccessCondition.Key(reference)) == StatusWords.Success;

    /// <summary>Executes a command.</summary>
    /// <param name="command">CLA INS P1 P2, then P3 and data as the instruction has them, and optionally Le behind data.</param>
    /// <returns>The response data, and the status word in the last two bytes.</returns>
    public byte[] Transmit(ReadOnlySpan<byte> command)
    {
        byte[] response = Execute(command).ToBytes();
        CommandCount++;
        Transmitted?.Invoke(new(command.ToArray(), response));
        return response;
    }

    /// <summary>Opens every logical channel that is free.</summary>
    internal void OpenAllChannels()
    {
        for (int number = 1; number <= Behavior.LogicalChannels; number++)
        {
            if (_session.Channel(number) is null)
                _session.Open(number, Image.MasterFile);
        }
    }

    private CardResponse Execute(ReadOnlySpan<byte> bytes)
    {
        if (ForcedStatusWord is { } forced)
        {
            ForcedStatusWord = null;
            return forced;
        }

        if (bytes.Length < CardCommand.MinLength)
            return StatusWords.WrongLength;

        CardCommand command = new(bytes);
        if (!command.Class.IsValid)
            return StatusWords.ClassNotSupported;

        if (command.Class.HasSecureMessaging)
            return StatusWords.SecureMessagingNotSupported;

        if (command.Class.IsChained)
            return StatusWords.ChainingNotSupported;

        if (_session.Channel(command.Class.Channel) is not { } channel)
            return StatusWords.ChannelNotSupported;

        byte code = command.Instruction;
        if (Array.Find(_instructions, i => i.Code == code) is not { } instruction)
            return StatusWords.InstructionNotSupported;

        if (instruction.IsProprietary != command.Class.IsProprietary)
            return StatusWords.ClassNotSupported;

        if (!command.HasRightLength(instruction.TakesData))
            return StatusWords.WrongLength;

        return Execute(instruction, command, channel);
    }

    private CardResponse Execute(CardInstruction instruction, CardCommand command, CardChannel channel)
    {
        // What waits does so for the very next command only (ISO 7816-3 10.3.4).
        if (instruction is not GetResponseInstruction)
            _session.Waiting = null;

        CardResponse response = instruction.Execute(command, _session, channel);
        if (!instruction.TakesData || response.Data.IsEmpty)
            return response;

        // A T=0 command moves data one way only: what goes back waits for GET RESPONSE (TS 102 221 7.3.1.1.4).
        // Behind a warning it does so as well, and the card does not say how much it is.
        _session.Waiting = (command.Class.Channel, response.Data);
        if (response.StatusWord != StatusWords.Success)
            return response.StatusWord;

        return (ushort)(StatusWords.BytesWaiting | (byte)response.Data.Length);
    }
}
