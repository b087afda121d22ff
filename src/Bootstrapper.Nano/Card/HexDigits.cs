using System;
using System.Text;

namespace Bootstrapper.Card
{
    /// <summary>Bytes from hex digits that are bytes themselves.</summary>
    internal static class HexDigits
    {
        // Each byte of a long: 1, and its upper half.
        private const long Ones = 0x0101010101010101;
        private const long HighNibbles = unchecked((long)0xF0F0F0F0F0F0F0F0);

        /// <summary>Decodes <paramref name="count"/> bytes from twice as many digits of either case.</summary>
        /// <returns>Whether all of them were digits; if not, what the destination holds has no meaning.</returns>
        public static bool Decode(byte[] digits, int offset, byte[] destination, int destinationOffset, int count)
        {
            int end = destinationOffset + count;

            // Eight digits at a time, the first in the lowest byte, as every processor that this runs on has it.
            while (destinationOffset + 4 <= end)
            {
                // 'A' is 41h, 'a' 61h.
                long eight = BitConverter.ToInt64(digits, offset);
                long letters = (eight >> 6) & Ones;
                long nibbles = (eight | (letters << 5)) - (Ones * '0') - (letters * ('a' - '0' - 10));

                // What is no digit gives more than 15, or ten and more without being a letter, or less as one.
                if (((nibbles | ((nibbles + (Ones * 6)) ^ (letters << 4))) & HighNibbles) != 0)
                    return false;

                nibbles = (nibbles << 4) | (nibbles >> 8);
                destination[destinationOffset] = (byte)nibbles;
                destination[destinationOffset + 1] = (byte)(nibbles >> 16);
                destination[destinationOffset + 2] = (byte)(nibbles >> 32);
                destination[destinationOffset + 3] = (byte)(nibbles >> 48);
                offset += 8;
                destinationOffset += 4;
            }

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

        /// <summary>Gets the bytes that <paramref name="digits"/> spell, a constant of the library.</summary>
        public static byte[] Bytes(string digits)
        {
            byte[] bytes = new byte[digits.Length / 2];
            Decode(Encoding.UTF8.GetBytes(digits), 0, bytes, 0, bytes.Length);
            return bytes;
        }
    }
}
