namespace Bootstrapper.Boards
{
    /// <summary>The application's turn: the flow, which waits until it is over.</summary>
    /// <param name="firmware">The flow.</param>
    public delegate void FirmwareHandler(Firmware firmware);
}
