using Bootstrapper.Boards;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>A board of each kind of power sequence.</summary>
internal static class TestBoards
{
    public const int Key = 4;
    public const int Reset = 5;
    public const int Enable = 12;
    public const int Status = 34;

    /// <summary>Gets what the modem on each of them takes.</summary>
    public static ModemPulses Pulses { get; } = new(1000, 1200, 10);

    /// <summary>A key behind a transistor, DTR to be held low.</summary>
    public static BoardDefinition WithKey() => new()
    {
        Name = "key",
        LowPins = [25],
        PowerKeyPin = Key,
        IsPowerKeyPressedHigh = true,
        PowerOnPulse = 1000,
        PowerOffPulse = 1300,
        BootTime = 4500,
    };

    /// <summary>A key wired directly, pressed while low.</summary>
    public static BoardDefinition WithDirectKey()
    {
        BoardDefinition board = WithKey();
        board.LowPins = null;
        board.IsPowerKeyPressedHigh = false;
        return board;
    }

    /// <summary>A key, a pin that tells whether the modem is on, and one that keeps it out of flight mode.</summary>
    public static BoardDefinition WithStatus()
    {
        BoardDefinition board = WithKey();
        board.StatusPin = Status;
        board.HighPins = [26];
        return board;
    }

    /// <summary>A supply to switch, a key and a reset, both behind transistors.</summary>
    public static BoardDefinition WithEverything()
    {
        BoardDefinition board = WithKey();
        board.EnablePin = Enable;
        board.ResetPin = Reset;
        board.IsResetHigh = true;
        board.ResetPulse = 2600;
        return board;
    }

    /// <summary>A reset wired directly, active while low, and nothing else.</summary>
    public static BoardDefinition WithReset() => new()
    {
        Name = "reset",
        ResetPin = Reset,
        ResetPulse = 10,
        BootTime = 4000,
    };

    /// <summary>A supply to switch and nothing else.</summary>
    public static BoardDefinition WithSupply() => new()
    {
        Name = "supply",
        EnablePin = Enable,
        BootTime = 4000,
    };
}
