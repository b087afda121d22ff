namespace Bootstrapper.Tests
{
    /// <summary>Bytes from the hex text that specifications print them in.</summary>
    public static class Hex
    {
        /// <summary>Reads upper-case or lower-case digits; spaces are for the reader.</summary>
        public static byte[] Bytes(string text)
        {
            char[] digits = text.ToCharArray();
            byte[] bytes = new byte[digits.Length / 2];
            int nibbles = 0;
            for (int i = 0; i < digits.Length; i++)
            {
                if (digits[i] == ' ')
                    continue;
                bytes[nibbles / 2] = (byte)((bytes[nibbles / 2] << 4) | Digit(digits[i]));
                nibbles++;
            }

            byte[] result = new byte[nibbles / 2];
            System.Array.Copy(bytes, 0, result, 0, result.Length);
            return result;
        }

        private static int Digit(char c)
        {
            return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        }

        /// <summary>Puts other text in the place of a part of it.</summary>
        public static string Replace(string text, string part, string other)
        {
            int at = text.IndexOf(part);
            return text.Substring(0, at) + other + text.Substring(at + part.Length);
        }
    }
}
