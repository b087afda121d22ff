namespace Bootstrapper.Card
{
    /// <summary>
    /// Reads the BER-TLV data objects that stand in a row in a file, one at a time, in a buffer of its own. The row ends
    /// at the end of the file or at its filler.
    /// </summary>
    internal sealed class BerFileReader
    {
        private const int Filler = 0xFF;
        private const int Erased = 0x00;

        private const string Overrun = "an entry overruns the file";

        /// <summary>The offset in the file of the data object last read.</summary>
        public int Offset;

        /// <summary>What ended the row before the end of the file, or null.</summary>
        public string Problem;

        private readonly CardFileReader _file;
        private readonly byte[] _object = new byte[256];

        /// <summary>Creates the reader.</summary>
        /// <param name="file">The file, opened by the caller and read by nobody else until the row has ended.</param>
        public BerFileReader(CardFileReader file)
        {
            _file = file;
        }

        /// <summary>
        /// Reads the next data object; one too long for the buffer is left out, as it can be none that matters here.
        /// </summary>
        /// <param name="value">Is placed before the data object, whose bytes stay until the next call.</param>
        /// <returns>False at the end of the row.</returns>
        public bool Next(BerReader value)
        {
            byte[] bytes = _object;
            Problem = null;

            // Bounded by the file: every round moves on by a byte at least.
            while (true)
            {
                Offset = _file.Position;
                if (!Take(0, 1) || bytes[0] == Filler)
                    return false;

                // ISO/IEC 7816-4 5.2.2: 00 between data objects has no meaning; it is what an erased one leaves.
                if (bytes[0] == Erased)
                {
                    _file.Piece = CardFileReader.WholeChunk;
                    continue;
                }

                int header = 2;
                if (!Take(1, 1))
                    return Broken("ends in a header");
                int length = bytes[1];
                if (length >= 0x80)
                {
                    int count = length - 0x80;
                    if (count == 0 || count > 2 || !Take(2, count))
                        return Broken("bad length");
                    header += count;
                    length = count == 1 ? bytes[2] : (bytes[2] << 8) | bytes[3];
                }

                if (length > bytes.Length - header)
                {
                    // Its last byte shows whether it ends before the file does.
                    _file.Piece = CardFileReader.WholeChunk;
                    _file.Skip(length - 1);
                    if (!Take(0, 1))
                        return Broken(Overrun);
                    continue;
                }

                if (!Take(header, length))
                    return Broken(Overrun);

                // If there is a next call it was not the one, and what follows comes in chunks.
                _file.Piece = CardFileReader.WholeChunk;
                value.Reset(bytes, 0, header + length);
                return true;
            }
        }

        private bool Take(int offset, int count)
        {
            while (count > 0)
            {
                int read = _file.Read(_object, offset, count);
                if (read == 0)
                    return false;
                offset += read;
                count -= read;
            }

            return true;
        }

        private bool Broken(string problem)
        {
            Problem = problem;
            return false;
        }
    }
}
