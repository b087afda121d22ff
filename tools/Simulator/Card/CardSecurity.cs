namespace Bootstrapper.Simulator;

/// <summary>Which keys were verified since the card was reset.</summary>
/// <remarks>A verification counts on every channel, for local keys as well.</remarks>
internal sealed class CardSecurity(CardImage image)
{
    private readonly HashSet<byte> _verified = [];

    /// <summary>Gets success, or the status word of what is missing.</summary>
    public ushort Check(AccessCondition condition)
    {
        if (condition == AccessCondition.Always)
            return StatusWords.Success;

        if (condition == AccessCondition.SecureChannel)
            return StatusWords.SecureChannelRequired;

        bool satisfied = condition.NeedsKey
            && image.Pin(condition.KeyReference) is { } pin
            && (!pin.Enabled || _verified.Contains(pin.Reference));
        return satisfied ? StatusWords.Success : StatusWords.SecurityNotSatisfied;
    }

    /// <summary>Verifies a key; an empty block only asks how many tries are left.</summary>
    public ushort Verify(byte reference, ReadOnlySpan<byte> block)
    {
        if (image.Pin(reference) is not { } pin)
            return StatusWords.ReferenceNotFound;

        if (pin.IsBlocked)
            return StatusWords.PinBlocked;

        if (!pin.Enabled)
            return StatusWords.PinDisabled;

        if (block.IsEmpty)
            return _verified.Contains(reference) ? StatusWords.Success : TriesLeft(pin);

        if (block.Length != CardPin.BlockLength)
            return StatusWords.WrongLength;

        if (!pin.Matches(block))
        {
            pin.TriesLeft--;
            _verified.Remove(reference);
            return TriesLeft(pin);
        }

        pin.TriesLeft = pin.TriesAtStart;
        _verified.Add(reference);
        return StatusWords.Success;
    }

    private static ushort TriesLeft(CardPin pin) => (ushort)(StatusWords.TriesLeft | pin.TriesLeft);
}
