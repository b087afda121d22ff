namespace Bootstrapper.Card
{
    /// <summary>A way to the card: reaches one application, and carries the commands for its files (ETSI TS 102 221, 11.1).</summary>
    public interface ICardAccess
    {
        /// <summary>
        /// Gets whether READ BINARY and READ RECORD may name a file of the MF by its short file identifier, as long as no
        /// application is selected.
        /// </summary>
        bool TakesShortFiles { get; }

        /// <summary>Gets the data of the last response, valid until the next command.</summary>
        byte[] Response { get; }

        /// <summary>Gets the number of bytes in <see cref="Response"/>.</summary>
        int ResponseLength { get; }

        /// <summary>Makes the way ready, and closes what an earlier use of it had to leave open.</summary>
        /// <exception cref="CardException">The card does not let us.</exception>
        void Open();

        /// <summary>Selects an application, under whose directory paths with 7FFF then start.</summary>
        /// <param name="identifier">Its identifier, AID, 5 to 16 bytes.</param>
        /// <param name="path">The path of its directory from EF(DIR), or null.</param>
        /// <returns>False if the card has no such application, as far as this way can tell.</returns>
        bool SelectApplication(byte[] identifier, byte[] path);

        /// <summary>Sends a command for a file; one that only reads is sent again if its answer got lost.</summary>
        /// <param name="instruction">INS.</param>
        /// <param name="p1">P1.</param>
        /// <param name="p2">P2.</param>
        /// <param name="data">The command's data, or null.</param>
        /// <param name="dataLength">The number of bytes of <paramref name="data"/>, up to 16.</param>
        /// <param name="le">The number of bytes wanted, 1 to 256, or 0 if the command returns none.</param>
        /// <returns>The status word; the data are in <see cref="Response"/>.</returns>
        int Transmit(int instruction, int p1, int p2, byte[] data, int dataLength, int le);

        /// <summary>Gives back what <see cref="Open"/> took; never throws because of modem or card.</summary>
        /// <returns>Whether it is known to be given back.</returns>
        bool Close();
    }
}
