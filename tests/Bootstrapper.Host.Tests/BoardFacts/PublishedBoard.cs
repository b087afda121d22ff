using Bootstrapper.Boards;
using Bootstrapper.Host.Tests.Boards;

namespace Bootstrapper.Host.Tests.BoardFacts;

/// <summary>A board, and what its makers and those of its parts publish of it.</summary>
/// <param name="Folder">Its folder under boards.</param>
/// <param name="Definition">What its Board.cs says.</param>
/// <param name="Chip">Its microcontroller.</param>
/// <param name="Pins">Its pins, property and number, in the order of the properties.</param>
/// <param name="Rest">All else that differs from the default.</param>
internal sealed record PublishedBoard(string Folder, BoardDefinition Definition, Chip Chip, string Pins, string Rest)
{
    private const int Unlimited = int.MaxValue;

    /// <summary>Gets the shortest and the longest pulse that switches the modem on, in milliseconds.</summary>
    public (int Shortest, int Longest) PowerOn { get; init; }

    /// <summary>Gets the shortest and the longest pulse that switches it off.</summary>
    public (int Shortest, int Longest) PowerOff { get; init; }

    /// <summary>Gets the shortest reset.</summary>
    public int Reset { get; init; }

    /// <summary>Gets the time until the modem's UART answers.</summary>
    public int Boot { get; init; }

    /// <summary>Gets the shortest pulses that the modem takes.</summary>
    public ModemPulses Pulses => new(PowerOn.Shortest, PowerOff.Shortest, Reset);

    /// <summary>Gets the boards whose facts are published: all but the template.</summary>
    public static IReadOnlyList<PublishedBoard> All { get; } =
    [
        // LilyGo-Modem-Series ATdebug/utilities.h, LILYGO_SIM7000G; SIM7000 Hardware Design V1.07, tables 8 and 9.
        new(
            "LilyGoTSim7000G",
            Bootstrapper.Boards.LilyGoTSim7000G.Board.Define(),
            Chip.Esp32WithPsram,
            "TxPin 27, RxPin 26, LowPins 25, PowerKeyPin 4",
            """
            Name LilyGO T-SIM7000G
            FirmwareImage ESP32_PSRAM_REV0
            Profile SIMCom SIM7000
            Port COM2
            IsPowerKeyPressedHigh yes
            PowerOnPulse 1000 ms
            PowerOffPulse 1300 ms
            BootTime 4500 ms
            """)
        {
            PowerOn = (1000, Unlimited),
            PowerOff = (1200, Unlimited),
            Boot = 4500,
        },

        // LilyGo-Modem-Series ATdebug/utilities.h, LILYGO_SIM7600X.
        new(
            "LilyGoTSim7600",
            Bootstrapper.Boards.LilyGoTSim7600.Board.Define(),
            Chip.Esp32WithPsram,
            "TxPin 27, RxPin 26, LowPins 32, HighPins 25, PowerKeyPin 4, StatusPin 34",
            """
            Name LilyGO T-SIM7600
            FirmwareImage ESP32_PSRAM_REV0
            Profile SIMCom SIM7600
            Port COM2
            IsPowerKeyPressedHigh yes
            PowerOnPulse 500 ms
            PowerOffPulse 3000 ms
            BootTime 15000 ms
            """)
        {
            PowerOn = (500, 500),
            PowerOff = (3000, Unlimited),
            Boot = 15000,
        },

        // LilyGo-Modem-Series ATdebug/utilities.h, LILYGO_T_A7670; A7670 series hardware design V1.06, tables 11 to 13.
        new(
            "LilyGoTA7670",
            Bootstrapper.Boards.LilyGoTA7670.Board.Define(),
            Chip.Esp32WithPsram,
            "TxPin 26, RxPin 27, EnablePin 12, LowPins 25, PowerKeyPin 4, ResetPin 5",
            """
            Name LilyGO T-A7670
            FirmwareImage ESP32_PSRAM_REV0
            Profile SIMCom A7670
            Port COM2
            IsPowerKeyPressedHigh yes
            PowerOnPulse 100 ms
            PowerOffPulse 3000 ms
            IsResetHigh yes
            ResetPulse 2600 ms
            BootTime 12000 ms
            """)
        {
            // Longer than the pulse that switches off at the latest would not do.
            PowerOn = (50, 2499),
            PowerOff = (2500, Unlimited),
            Reset = 2000,
            Boot = 11100,
        },

        // Walter documentation, internal pins; walter-esp-idf WalterModem::reset.
        new(
            "Walter",
            Bootstrapper.Boards.Walter.Board.Define(),
            Chip.Esp32S3Quad,
            "TxPin 48, RxPin 14, RtsPin 21, CtsPin 47, ResetPin 45",
            """
            Name DPTechnics Walter
            FirmwareImage ESP32_S3_QUAD
            Profile Sequans GM02S
            Port COM2
            HasFlowControl yes
            ResetPulse 10 ms
            BootTime 10000 ms
            """)
        {
            Reset = 10,
            Boot = 1000,
        },

        // nf-interpreter, target_system_io_ports_config.cpp of the target; X-CUBE-CELLULAR, after BG96 Hardware Design V1.4;
        // BG95&BG96 Compatible Design, 4.3.2.
        new(
            "Stm32F769IDiscovery",
            Bootstrapper.Boards.Stm32F769IDiscovery.Board.Define(),
            Chip.Stm32,
            "",
            """
            Name STM32F769I-DISCOVERY
            FirmwareImage ST_STM32F769I_DISCOVERY
            Port COM6
            PowerOnPulse 600 ms
            PowerOffPulse 800 ms
            BootTime 5500 ms
            """)
        {
            // A modem that is on, and silent when it is asked, must not be switched off by it.
            PowerOn = (500, 649),
            PowerOff = (650, 1500),
            Boot = 4800,
        },

        // nf-Community-Targets, likewise.
        new(
            "NucleoF767ZI",
            Bootstrapper.Boards.NucleoF767ZI.Board.Define(),
            Chip.Stm32,
            "",
            """
            Name NUCLEO-F767ZI
            FirmwareImage ST_NUCLEO144_F767ZI
            Port COM6
            PowerOnPulse 600 ms
            PowerOffPulse 800 ms
            BootTime 5500 ms
            """)
        {
            // A modem that is on, and silent when it is asked, must not be switched off by it.
            PowerOn = (500, 649),
            PowerOff = (650, 1500),
            Boot = 4800,
        },
    ];
}
