namespace Bootstrapper.Simulator;

/// <summary>What makes an APDU one that some modem does not let through.</summary>
public enum ApduForm
{
    /// <summary>MANAGE CHANNEL, in any form.</summary>
    ManageChannel,

    /// <summary>A command other than MANAGE CHANNEL whose class byte names a channel other than the basic one.</summary>
    OnLogicalChannel,

    /// <summary>A command with data and, behind them, Le (ISO 7816-3, case 4).</summary>
    DataWithLe,

    /// <summary>A command with data and, behind them, no Le (ISO 7816-3, case 3).</summary>
    DataWithoutLe,

    /// <summary>MANAGE CHANNEL that closes a channel, with a fifth byte.</summary>
    CloseOfFiveBytes,

    /// <summary>MANAGE CHANNEL that closes a channel, as four bytes.</summary>
    CloseOfFourBytes,

    /// <summary>An instruction that is not in <see cref="CsimBehavior.Instructions"/>.</summary>
    OtherInstruction,
}
