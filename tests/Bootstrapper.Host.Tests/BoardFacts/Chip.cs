namespace Bootstrapper.Host.Tests.BoardFacts;

/// <summary>What a board's microcontroller can do with its pins.</summary>
internal enum Chip
{
    /// <summary>ESP32 with PSRAM: GPIO 0 to 39, of which 6 to 11, 16 and 17 are taken and 34 to 39 only read.</summary>
    Esp32WithPsram,

    /// <summary>
    /// ESP32-S3 with flash and PSRAM on four lines each: GPIO 0 to 48, of which 22 to 25 are not there and 26 to 32 taken.
    /// </summary>
    Esp32S3Quad,

    /// <summary>STM32, whose UART pins are fixed in the firmware: port x 16 + pin, A to K.</summary>
    Stm32,
}
