namespace Bootstrapper.Modem
{
    /// <summary>An application's own AT code, lent to the library by way of <see cref="AtCommandLink"/>.</summary>
    public interface IAtCommandSender
    {
        /// <summary>Sends a command and waits for its final result.</summary>
        /// <param name="command">The command line, without a terminator.</param>
        /// <param name="timeout">The longest time to wait, in milliseconds.</param>
        /// <returns>The lines that came, in their order, the final result last; null or none if the modem was silent.</returns>
        string[] Send(string command, int timeout);
    }
}
