namespace Bootstrapper.Modem
{
    /// <summary>Tells which unsolicited lines announce that the card was pulled, put in, swapped or refreshed.</summary>
    internal sealed class SimWatch
    {
        /// <summary>Whether the library itself is the reason for what the modem says of the SIM.</summary>
        public bool IsMuted;

        private bool _isLocked;
        private bool _knowsReturn;

        /// <summary>Is told that the modem is locked out of the card, which it takes for a card that is pulled.</summary>
        public void OnLock(bool isLocked)
        {
            // The end of the lock, where the card seems to return, may be announced late.
            _isLocked = isLocked;
            _knowsReturn = true;
        }

        /// <summary>Looks at a line, which may be one that modems start with.</summary>
        public bool Announces(byte[] buffer, int offset, int length, bool isStart)
        {
            if (IsMuted || isStart)
                return !IsMuted;
            if (buffer[offset] == '#')
                return AsciiText.StartsWith(buffer, offset, length, "#QSS:") && IsChange(buffer[offset + length - 1]);
            if (buffer[offset] != '+')
                return false;

            // Some of Quectel's have a space in front of the colon.
            if (AsciiText.StartsWith(buffer, offset, length, "+CPIN:")
                || AsciiText.StartsWith(buffer, offset, length, "+QSIMSTAT")
                || AsciiText.StartsWith(buffer, offset, length, "+QUSIM"))
            {
                return true;
            }

            // Quectel names proactive commands by their types, too.
            return (AsciiText.StartsWith(buffer, offset, length, "+CUSATP:")
                    || AsciiText.StartsWith(buffer, offset, length, "+STKPCI:")
                    || AsciiText.StartsWith(buffer, offset, length, "+QSTK"))
                && (IsRefresh(buffer, offset, offset + length)
                    || AsciiText.Equals(buffer, offset, length, "+QSTKURC: 1"));
        }

        // #QSS of Telit: 0, not inserted; 1 to 3, inserted and how far it is.
        private bool IsChange(int status)
        {
            if (_isLocked)
                return false;
            bool isChange = status == '0' || !_knowsReturn;
            if (status == '0')
                _knowsReturn = false;
            return isChange;
        }

        // TS 102 223 6.6.13, 9.4: a proactive command in hex, with REFRESH as its type.
        private static bool IsRefresh(byte[] buffer, int offset, int end)
        {
            int start = offset;
            for (; offset < end; offset++)
            {
                if (buffer[offset] == ':' || buffer[offset] == ',')
                    start = offset + 1;
            }

            byte[] digits = new byte[14];
            int count = 0;
            for (; start < end && count < digits.Length; start++)
            {
                if (buffer[start] != ' ' && buffer[start] != '"')
                    digits[count++] = buffer[start];
            }

            // D0, the length in one byte or two, command details 81 or 01, their length, the command's number, its type.
            int details = AsciiText.StartsWith(digits, 2, 2, "81") ? 6 : 4;
            return AsciiText.StartsWith(digits, 0, 2, "D0")
                && (digits[details] == '8' || digits[details] == '0')
                && AsciiText.StartsWith(digits, details + 1, 3, "103")
                && AsciiText.StartsWith(digits, details + 6, 2, "01");
        }
    }
}
