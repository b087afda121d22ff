using System;

namespace Bootstrapper.Lwm2m
{
    /// <summary>Strict UTF-8 (RFC 3629), as the device's own decoder takes anything and stops at NUL.</summary>
    internal static class Utf8
    {
        // Each byte of a long: 1, and its highest bit.
        private const long Ones = 0x0101010101010101;
        private const long HighBits = unchecked((long)0x8080808080808080);

        /// <summary>Gets the number of bytes that a text takes, without making them.</summary>
        public static int LengthOf(string text)
        {
            int length = 0;
            for (int i = 0; i < text.Length; i++)
            {
                // Of a surrogate pair, four bytes, each half counts two.
                char c = text[i];
                length += c < 0x80 ? 1 : c < 0x800 || (c & 0xF800) == 0xD800 ? 2 : 3;
            }

            return length;
        }

        /// <summary>
        /// Finds the first byte that is NUL or begins something other than a character in its one right form.
        /// </summary>
        /// <returns>Its index in <paramref name="bytes"/>, or -1 when all <paramref name="count"/> bytes are text.</returns>
        public static int IndexOfInvalid(byte[] bytes, int start, int count)
        {
            int end = start + count;
            int i = start;

            // Eight at a time, as long as all are from 1 to 7F: mostly to the end, or nearly.
            while (i + 8 <= end)
            {
                long eight = BitConverter.ToInt64(bytes, i);
                if (((eight | (eight - Ones)) & HighBits) != 0)
                    break;
                i += 8;
            }

            while (i < end)
            {
                int lead = bytes[i];
                if (lead < 0x80)
                {
                    if (lead == 0)
                        return i;
                    i++;
                    continue;
                }

                // RFC 3629 4: the second byte's range shuts out overlong forms, surrogates and what is above 10FFFF.
                int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
                if (lead < 0xC2 || lead > 0xF4 || length > end - i)
                    return i;

                int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
                int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
                if (bytes[i + 1] < lowest || bytes[i + 1] > highest)
                    return i;
                for (int k = 2; k < length; k++)
                {
                    if ((bytes[i + k] & 0xC0) != 0x80)
                        return i;
                }

                i += length;
            }

            return -1;
        }
    }
}
