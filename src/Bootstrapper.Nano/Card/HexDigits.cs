using System.Text;

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

        /// <summary>Gets the bytes that <paramref name="digits"/> spell, a constant of the library.</summary>
        public static byte[] Bytes(string digits)
        {
            byte[] bytes = new byte[digits.Length / 2];
            Decode(Encoding.UTF8.GetBytes(digits), 0, bytes, 0, bytes.Length);
            return bytes;
        }
    }
}
