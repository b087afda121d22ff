namespace Bootstrapper.Card
{
    /// <summary>Bytes from hex digits that are bytes themselves.</summary>
    internal static class HexDigits
    {
        /// <summary>Decodes <paramref name="count"/> bytes from twice as many digits of either case.</summary>
        /// <returns>Whether all of them were digits; if not, the destination holds what came before.</returns>
        public static bool Decode(byte[] digits, int offset, byte[] destination, int destinationOffset, int count)
        {
            int end = destinationOffset + count;
            while (destinationOffset < end)
            {
                int high = digits[offset++] - '0';
                if (high > 9)
                {
                    // 'A' and 'a' differ in one bit; what is between '9' and 'A' falls below ten.
                    high = (high & ~0x20) - 7;
                    if (high < 10)
                        return false;
                }

                int low = digits[offset++] - '0';
                if (low > 9)
                {
                    low = (low & ~0x20) - 7;
                    if (low < 10)
                        return false;
                }

                if ((high | low) >> 4 != 0)
                    return false;
                destination[destinationOffset++] = (byte)((high << 4) | low);
            }

            return true;
        }

        /// <summary>Decodes four digits, or returns -1.</summary>
        public static int Word(byte[] digits, int offset)
        {
            int word = 0;
            for (int i = 0; i < 4; i++)
            {
                int digit = digits[offset + i] - '0';
                if (digit > 9)
                {
                    digit = (digit & ~0x20) - 7;
                    if (digit < 10)
                        return -1;
                }

                if (digit >> 4 != 0)
                    return -1;
                word = (word << 4) | digit;
            }

            return word;
        }
    }
}
