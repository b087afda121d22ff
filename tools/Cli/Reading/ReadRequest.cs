namespace Bootstrapper.Cli.Reading;

/// <summary>What <c>simboot read</c> is asked for.</summary>
/// <param name="Port">The name of the serial port.</param>
/// <param name="Baud">Its speed in bits a second.</param>
/// <param name="Options">What the library is told.</param>
/// <param name="Output">The file for the image, or the folder for the card image; null for neither.</param>
/// <param name="IsCard">Whether the whole application is saved as a card image.</param>
/// <param name="IsTraced">Whether the dialogue is shown.</param>
/// <param name="ShowSecrets">Whether keys are shown.</param>
internal sealed record ReadRequest(
    string Port, int Baud, BootstrapOptions Options, string? Output, bool IsCard, bool IsTraced, bool ShowSecrets);
