namespace Bootstrapper
{
    /// <summary>Takes how far the bootstrap has got. It may cancel; it must not use the modem.</summary>
    /// <param name="step">The step that is being taken.</param>
    /// <param name="bytesRead">The bytes read of the bootstrap file so far.</param>
    public delegate void ProgressHandler(BootstrapStep step, int bytesRead);
}
