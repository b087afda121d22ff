namespace Bootstrapper.Modem
{
    /// <summary>Compares and reads text that is bytes in a buffer, without making strings of it.</summary>
    internal static class AsciiText
    {
        /// <summary>Tells whether the bytes start with <paramref name="prefix"/>.</summary>
        public static bool StartsWith(byte[] buffer, int offset, int length, byte[] prefix)
        {
            if (length < prefix.Length)
                return false;
            for (int i = 0; i < prefix.Length; i++)
            {
                if (buffer[offset + i] != prefix[i])
                    return false;
            }

            return true;
        }

        /// <summary>Tells whether the bytes start with <paramref name="prefix"/>, whatever the case of letters.</summary>
        public static bool StartsWith(byte[] buffer, int offset, int length, string prefix)
        {
            if (length < prefix.Length)
                return false;
            for (int i = 0; i < prefix.Length; i++)
            {
                if (Lower(buffer[offset + i]) != Lower(prefix[i]))
                    return false;
            }

            return true;
        }

        /// <summary>Tells whether the bytes are <paramref name="text"/>, whatever the case of letters.</summary>
        public static bool Equals(byte[] buffer, int offset, int length, string text)
        {
            return length == text.Length && StartsWith(buffer, offset, length, text);
        }

        /// <summary>Tells whether there are <paramref name="count"/> hex digits in a row somewhere.</summary>
        public static bool HasHexDigits(byte[] buffer, int offset, int length, int count)
        {
            int row = 0;
            for (int i = offset; i < offset + length && row < count; i++)
            {
                int c = Lower(buffer[i]);
                row = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ? row + 1 : 0;
            }

            return row == count;
        }

        /// <summary>Reads a decimal number of one to nine digits that fills the bytes, or returns -1.</summary>
        public static int Number(byte[] buffer, int offset, int length)
        {
            if (length < 1 || length > 9)
                return -1;
            int number = 0;
            for (int i = 0; i < length; i++)
            {
                int digit = buffer[offset + i] - '0';
                if (digit < 0 || digit > 9)
                    return -1;
                number = (number * 10) + digit;
            }

            return number;
        }

        private static int Lower(int c)
        {
            return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
        }
    }
}
