using System.Text;
using Bootstrapper.Modem;

namespace Bootstrapper.Benchmarks.Device
{
    /// <summary>
    /// A modem without echo and a SIM with a bootstrap file, no more than a measurement needs of them: the commands of a
    /// bootstrap over AT+CSIM on a logical channel, each answered right.
    /// </summary>
    public sealed class DeviceCard : ISerialLink
    {
        private const int LongestAnswer = 600;
        private const int Le = 8; // where the last parameter of a READ BINARY stands, in hex digits
        private const int DirectoryLength = 128;
        private const string Ok = "\r\nOK\r\n";

        // EF.DIR, EF(ODF) and EF(DODF): 5015 has the application, 6430 the directory, 6432 the file.
        private const string Usim = "61184F10A0000000871002FFFFFFFF89030200005004" + "5553494D";
        private const string Pkcs15 = "61144F0CA000000063504B43532D3135" + "51043F005015";
        private const string Odf = "A706300404026430";
        private const string Dodf =
            "A13630110C0F4C774D324D20426F6F747374726170" + "30110C0F4C774D324D20426F6F747374726170"
            + "A10E300C0604672B0901300404026432";

        private readonly byte[] _file;
        private readonly byte[] _answer = new byte[LongestAnswer];
        private int _end;
        private int _next;
        private int _selected;

        /// <summary>Creates the modem with its card.</summary>
        public DeviceCard(byte[] file)
        {
            _file = file;
        }

        /// <summary>Gets the number of bytes that an answer has, the last one's.</summary>
        public int AnswerLength => _end;

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count)
        {
            int left = _end - _next;
            int read = count < left ? count : left;
            System.Array.Copy(_answer, _next, buffer, offset, read);
            _next += read;
            return read;
        }

        /// <inheritdoc/>
        public void Write(byte[] buffer, int offset, int count)
        {
            _end = 0;
            _next = 0;
            string command = Encoding.UTF8.GetString(buffer, offset, count - 1);
            if (command == "AT+CMEE?")
                Append("\r\n+CMEE: 1\r\n");
            else if (command == "AT+CPIN?")
                Append("\r\n+CPIN: READY\r\n");
            else if (command == "AT+CGMM" || command == "AT+CGMI")
                Append("\r\nSIM-1\r\n");
            else if (command.StartsWith("AT+CSIM="))
                Transmit(command.Substring(command.IndexOf('"') + 1));
            Append(Ok);
        }

        private void Transmit(string command)
        {
            string instruction = command.Substring(2, 2);
            int p1 = Byte(command, 4);
            if (instruction == "70")
                Respond(p1 == 0 ? "01" : string.Empty);
            else if (instruction == "A4" && p1 == 8)
                Select(command);
            else if (instruction == "B2")
                Respond(Padded(p1 == 1 ? Usim : Pkcs15, 48));
            else if (instruction == "B0" && p1 >= 0x80)
                Respond("98880000000000000061".Substring(0, 2 * Byte(command, Le)));
            else if (instruction == "B0")
                ReadBinary((p1 << 8) | Byte(command, 6), Byte(command, Le));
            else
                Respond(string.Empty);
        }

        // Behind CLA, INS, P1, P2 and the length: 7FFF and the file. The answer is an FCP with the file's size.
        private void Select(string command)
        {
            _selected = (Byte(command, 14) << 8) | Byte(command, 16);
            int size = _selected == 0x6432 ? _file.Length : DirectoryLength;
            bool wantsFcp = Byte(command, 6) == 0x04;
            Respond(wantsFcp ? "620882024121" + "8002" + size.ToString("X4") : string.Empty);
        }

        private void ReadBinary(int offset, int count)
        {
            if (_selected != 0x6432)
            {
                string directory = Padded(_selected == 0x5031 ? Odf : Dodf, DirectoryLength);
                Respond(directory.Substring(2 * offset, 2 * count));
                return;
            }

            Begin(2 * count);
            for (int i = offset; i < offset + count; i++)
            {
                _answer[_end++] = Digit(_file[i] >> 4);
                _answer[_end++] = Digit(_file[i] & 0x0F);
            }

            Append("9000\"\r\n");
        }

        private void Respond(string data)
        {
            Begin(data.Length);
            Append(data);
            Append("9000\"\r\n");
        }

        private void Begin(int digits)
        {
            Append("\r\n+CSIM: ");
            Append((digits + 4).ToString());
            Append(",\"");
        }

        private void Append(string text)
        {
            for (int i = 0; i < text.Length; i++)
                _answer[_end++] = (byte)text[i];
        }

        private static string Padded(string digits, int length)
        {
            StringBuilder padded = new StringBuilder(digits);
            while (padded.Length < 2 * length)
                padded.Append("FF");
            return padded.ToString();
        }

        private static int Byte(string digits, int index)
        {
            return (Value(digits[index]) << 4) | Value(digits[index + 1]);
        }

        private static int Value(char digit)
        {
            return digit <= '9' ? digit - '0' : digit - 'A' + 10;
        }

        private static byte Digit(int nibble)
        {
            return (byte)(nibble < 10 ? '0' + nibble : 'A' + nibble - 10);
        }
    }
}
