namespace Bootstrapper.Card
{
    /// <summary>Carries one command APDU to the card and its response back (ISO/IEC 7816-4, 5.1).</summary>
    public interface IApduExchange
    {
        /// <summary>Gets SW1 and SW2 of the last response, as in <c>0x9000</c>.</summary>
        int StatusWord { get; }

        /// <summary>Sends a command and waits for the response.</summary>
        /// <param name="command">The buffer that holds the command.</param>
        /// <param name="length">The length of the command, from CLA to its last byte.</param>
        /// <param name="response">Where the response's data go, without the status word.</param>
        /// <param name="offset">Where in <paramref name="response"/> they start.</param>
        /// <returns>The number of data bytes, 0 if there are none.</returns>
        /// <exception cref="Modem.ModemException">The modem is silent, refuses the command or garbles the response.</exception>
        int Transmit(byte[] command, int length, byte[] response, int offset);
    }
}
