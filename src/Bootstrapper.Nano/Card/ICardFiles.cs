namespace Bootstrapper.Card
{
    /// <summary>The files of the card's MF and of the selected application, one of them open at a time.</summary>
    public interface ICardFiles
    {
        /// <summary>Gets the bytes of the last read, lent until the next call of any method here.</summary>
        byte[] Buffer { get; }

        /// <summary>
        /// Opens an elementary file under the MF that has a short file identifier by standard. Only to be used before an
        /// application is selected. The card is not asked for its size: a transparent file must be read no further than it is
        /// sure to go.
        /// </summary>
        /// <param name="fileIdentifier">The file identifier, two bytes.</param>
        /// <param name="shortFileIdentifier">The short file identifier, 1 to 30.</param>
        void OpenInRoot(int fileIdentifier, int shortFileIdentifier);

        /// <summary>Opens an elementary file by path.</summary>
        /// <param name="path">
        /// File identifiers, two bytes each: from the MF if it starts with 3F00, from the selected application if with
        /// 7FFF or anything else (PKCS #15 v1.1, 6.1.5).
        /// </param>
        /// <param name="name">The file's name in messages, such as <c>EF(ODF)</c>.</param>
        /// <param name="asksForSize">
        /// Whether the card is asked for the file's size, which may cost a command more. If not, the file must be read no further
        /// than it is sure to go.
        /// </param>
        /// <returns>False if there is no such file.</returns>
        bool Open(byte[] path, string name, bool asksForSize = true);

        /// <summary>Reads from the open transparent file into <see cref="Buffer"/>.</summary>
        /// <param name="offset">Offset in the file, 0 to 32767.</param>
        /// <param name="count">The number of bytes wanted, 1 to 256.</param>
        /// <returns>The number of bytes read, which may be less than wanted before the end of the file, 0 at the end.</returns>
        int ReadBinary(int offset, int count);

        /// <summary>Reads a record of the open record file into <see cref="Buffer"/>.</summary>
        /// <param name="number">The record's number, 1 to 254.</param>
        /// <returns>The record's length, 0 if there is no such record.</returns>
        int ReadRecord(int number);
    }
}
