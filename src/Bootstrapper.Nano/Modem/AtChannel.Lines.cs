namespace Bootstrapper.Modem
{
    /// <summary>What a line is.</summary>
    public sealed partial class AtChannel
    {
        // V.250 5.7.1, TS 27.007 9.2: a final result is a whole line.
        private bool IsFinal(out AtStatus status, out int errorCode)
        {
            byte[] bytes = _lines.Bytes;
            int offset = _lines.Offset;
            int length = _lines.Length;
            status = AtStatus.Error;
            errorCode = -1;
            if (_lines.IsOverlong)
                return false;
            int first = bytes[offset];
            if (length == 1)
            {
                // After ATV0.
                if (first == '0')
                    status = AtStatus.Ok;
                return TakesNumeric && (first == '0' || first == '4');
            }

            if (length == 2)
            {
                status = AtStatus.Ok;
                return first == 'O' && bytes[offset + 1] == 'K';
            }

            if (first != '+')
            {
                return IsLine("ERROR") || IsLine("NO CARRIER") || IsLine("NO ANSWER") || IsLine("NO DIALTONE")
                    || IsLine("BUSY") || IsLine("ABORTED");
            }

            if (bytes[offset + 1] != 'C' || bytes[offset + 2] != 'M')
                return false;
            if (StartsLine("+CME ERROR:"))
                status = AtStatus.CmeError;
            else if (StartsLine("+CMS ERROR:"))
                status = AtStatus.CmsError;
            else
                return false;

            int text = offset + "+CME ERROR:".Length;
            while (text < offset + length && bytes[text] == ' ')
                text++;
            errorCode = CmeErrors.Parse(bytes, text, offset + length - text);
            return true;
        }

        // What modems send when they have started, or must start again.
        private bool IsStart()
        {
            // Quectel, SIMCom; Nordic
            return IsLine("RDY") || IsLine("Ready") || IsLine("APP RDY") || IsLine("INIT ERROR")
                // Sequans, also before it restarts; HL78
                || StartsLine("+SYSSTART") || StartsLine("^EXIT") || StartsLine("+KSUP")
                // A76xx; Type 1SC; Cinterion
                || StartsLine("*ATREADY") || StartsLine("%BOOTEV") || StartsLine("^SYSSTART");
        }

        // Without one of the signs that responses and unsolicited results start with.
        private bool IsBare()
        {
            int c = _lines.Bytes[_lines.Offset] | 0x20;
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '"' || c == ' ';
        }

        private bool IsLine(string text)
        {
            return _lines.Length == text.Length && StartsLine(text);
        }

        private bool StartsLine(string text)
        {
            return AsciiText.StartsWith(_lines.Bytes, _lines.Offset, _lines.Length, text);
        }

        private bool IsAnswer(byte[] prefix)
        {
            return prefix != null && AsciiText.StartsWith(_lines.Bytes, _lines.Offset, _lines.Length, prefix);
        }

        // An echo may have lost characters, and it may hold a PIN: whatever starts or ends as the command does is no news.
        private bool IsEcho(AtCommand command)
        {
            LineBuffer line = _lines;
            if (command.Length < 2 || line.Length < 2)
                return false;
            if (line.Bytes[line.Offset] == command.Bytes[0] && line.Bytes[line.Offset + 1] == command.Bytes[1])
                return true;
            int missing = command.Length - line.Length;
            if (missing < 0 || line.Length < ShortestEcho)
                return false;
            for (int i = line.Length - 1; i >= 0; i--)
            {
                if (line.Bytes[line.Offset + i] != command.Bytes[missing + i])
                    return false;
            }

            return true;
        }
    }
}
