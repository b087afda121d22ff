namespace Bootstrapper.Modem
{
    /// <summary>Takes the information response of an AT command, line by line as it arrives.</summary>
    public interface IAtResponse
    {
        /// <summary>
        /// Takes a line that starts with the command's response prefix, or a bare one where that was asked for: the shape of
        /// a bare line must be judged, since it may belong to no command. Some modems repeat an earlier response before
        /// the right one: where one line is expected, the last one counts.
        /// </summary>
        /// <param name="buffer">The channel's own buffer, lent until the method returns.</param>
        /// <param name="offset">Where in <paramref name="buffer"/> the text behind the prefix starts.</param>
        /// <param name="length">The length of that text in bytes.</param>
        /// <param name="isComplete">False if the line was too long for the buffer and lost its tail.</param>
        void OnLine(byte[] buffer, int offset, int length, bool isComplete);
    }
}
