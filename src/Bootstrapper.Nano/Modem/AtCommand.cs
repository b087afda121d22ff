using System;

namespace Bootstrapper.Modem
{
    /// <summary>An AT command line under construction, as bytes in a buffer of fixed size that is used again and again.</summary>
    public sealed class AtCommand
    {
        internal readonly byte[] Bytes;

        private int _length;

        /// <summary>Creates an empty command.</summary>
        /// <param name="capacity">The largest length in characters, without the terminator.</param>
        public AtCommand(int capacity)
        {
            // One byte more for the terminator, which the channel adds.
            Bytes = new byte[capacity + 1];
        }

        /// <summary>Gets the length in characters.</summary>
        public int Length => _length;

        /// <summary>Empties the command.</summary>
        /// <returns>This command.</returns>
        public AtCommand Clear()
        {
            _length = 0;
            return this;
        }

        /// <summary>Appends printable ASCII text.</summary>
        /// <returns>This command.</returns>
        /// <exception cref="ArgumentException">The command is full, or the text holds another character.</exception>
        public AtCommand Append(string text)
        {
            byte[] bytes = Bytes;
            int length = text.Length; // the runtime counts whenever it is asked
            int at = Take(length);
            for (int i = 0; i < length; i++)
            {
                char c = text[i];
                if (c < ' ' || c > '~')
                {
                    // What stands in the room taken is an earlier command's, which may hold a PIN.
                    _length = at;
                    throw new ArgumentException("not printable ASCII");
                }

                bytes[at + i] = (byte)c;
            }

            return this;
        }

        /// <summary>Appends text that is bytes already.</summary>
        /// <returns>This command.</returns>
        public AtCommand Append(byte[] text)
        {
            Array.Copy(text, 0, Bytes, Take(text.Length), text.Length);
            return this;
        }

        /// <summary>Appends a number from 0 to 65535 in decimal digits.</summary>
        /// <returns>This command.</returns>
        public AtCommand AppendNumber(int number)
        {
            if (number < 0 || number > 65535)
                throw new ArgumentException("not from 0 to 65535");
            if (number >= 10)
                AppendNumber(number / 10);
            return Append((byte)('0' + (number % 10)));
        }

        /// <summary>Appends bytes as upper-case hex digits, which every modem takes.</summary>
        /// <returns>This command.</returns>
        public AtCommand AppendHex(byte[] bytes, int offset, int count)
        {
            byte[] digits = Bytes;
            int at = Take(2 * count);
            for (int i = offset; i < offset + count; i++)
            {
                int high = bytes[i] >> 4;
                int low = bytes[i] & 0x0F;
                digits[at++] = (byte)(high < 10 ? '0' + high : 'A' - 10 + high);
                digits[at++] = (byte)(low < 10 ? '0' + low : 'A' - 10 + low);
            }

            return this;
        }

        // "AT", the name that the response's prefix "+NAME:" has, "=": a string would be made anew each time on the device.
        internal AtCommand AppendName(byte[] prefix)
        {
            byte[] bytes = Bytes;
            int length = prefix.Length;
            int at = Take(2 + length);
            bytes[at] = (byte)'A';
            bytes[at + 1] = (byte)'T';
            Array.Copy(prefix, 0, bytes, at + 2, length - 1);
            bytes[at + 1 + length] = (byte)'=';
            return this;
        }

        internal AtCommand Append(byte b)
        {
            Bytes[Take(1)] = b;
            return this;
        }

        // Returns where the next bytes go.
        private int Take(int count)
        {
            int at = _length;
            if (count > Bytes.Length - 1 - at)
                throw new ArgumentException("the buffer is full");
            _length = at + count;
            return at;
        }
    }
}
