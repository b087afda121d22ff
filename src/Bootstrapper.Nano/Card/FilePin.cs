using System.Text;
using Bootstrapper.Modem;

namespace Bootstrapper.Card
{
    /// <summary>
    /// Gets past the PIN that guards a file (LwM2M TS, G.2.4): finds which one it is, and enters the application's, once
    /// and only if more than one try is left (ETSI TS 102 221, 9.5 and 11.1.9).
    /// </summary>
    public sealed class FilePin
    {
        private const int PinLength = 8;
        private const int Pin1 = 0x01;
        private const int NoTryLeft = 0x63C0; // plus the number of tries

        private readonly ILog _log;
        private readonly string _simPin;
        private readonly string _pin;
        private bool _isRefused;

        /// <summary>Creates it.</summary>
        /// <param name="simPin">The SIM's own PIN, PIN 1, or null.</param>
        /// <param name="pin">The PIN that guards the file, if it is another, or null.</param>
        /// <param name="log">Is told which PIN is wanted; null for nobody.</param>
        public FilePin(string simPin, string pin, ILog log)
        {
            _simPin = simPin;
            _pin = pin;
            _log = log;
        }

        /// <summary>Gets leave to read the open file, whose reading has just been refused for want of it.</summary>
        /// <returns>Whether it is worth reading again; the file is open in any case.</returns>
        /// <exception cref="CardException">The PIN is blocked.</exception>
        internal bool Unlock(UiccFiles files)
        {
            byte[] path = files.CopyPath();
            string name = files.Name;
            int key = AccessRules.FindReadKey(files);
            files.Reopen(path, name);
            if (key == AccessRules.None)
                return Refuse("the card does not say which PIN guards " + name);

            string what = "PIN " + key.ToString("X2") + " guards " + name;
            int statusWord;
            try
            {
                statusWord = Verify(files, key, null);
            }
            catch (ModemException e) when (IsRefused(e))
            {
                return Refuse(what + ", and the modem lets nobody verify it");
            }

            if (statusWord == StatusWords.PinDisabled)
                return true;
            if (statusWord == StatusWords.PinBlocked || statusWord == NoTryLeft)
                throw new CardException("VERIFY", StatusWords.PinBlocked);
            if (ApduTransport.IsSuccess(statusWord))
                return Refuse(what + ", and is verified already");
            if ((statusWord & 0xFFF0) != NoTryLeft)
                return Refuse(what + ", not entered: the card does not tell the tries left");
            int tries = statusWord & 0x0F;
            string pin = key == Pin1 && _simPin != null ? _simPin : _pin;
            if (pin == null)
                return Refuse(what + ", and none is given");
            if (_isRefused)
                return Refuse(what + ", and the one given was refused before");
            if (tries < 2)
                return Refuse(what + ", not entered: tries left: " + tries.ToString());

            // Lost or refused, it must not be tried again.
            _isRefused = true;
            statusWord = Verify(files, key, pin);
            if (ApduTransport.IsSuccess(statusWord))
            {
                _isRefused = false;
                return true;
            }

            return Refuse(what + ", and the one given is wrong");
        }

        private static bool IsRefused(ModemException e)
        {
            return e.Status == AtStatus.Error || e.Status == AtStatus.CmeError;
        }

        private bool Refuse(string line)
        {
            if (_log != null)
                _log.Write(line);
            return false;
        }

        // TS 102 221 11.1.9: with a PIN of 4 to 8 digits, filled up with FF, or without, to ask for the tries left.
        private static int Verify(UiccFiles files, int key, string pin)
        {
            ICardAccess access = files.Access;
            if (pin == null)
            {
                int statusWord;
                try
                {
                    statusWord = access.Transmit(Instructions.Verify, 0, key, null, 0, 0);
                }
                catch (ModemException e) when (IsRefused(e))
                {
                    statusWord = StatusWords.WrongLength;
                }

                // Some cards want a fifth byte, and some modems let no four pass.
                return statusWord == StatusWords.WrongLength
                    ? access.Transmit(Instructions.Verify, 0, key, null, 0, 256)
                    : statusWord;
            }

            byte[] digits = Encoding.UTF8.GetBytes(pin);
            byte[] data = new byte[PinLength];
            for (int i = 0; i < PinLength; i++)
                data[i] = i < digits.Length ? digits[i] : (byte)0xFF;
            return access.Transmit(Instructions.Verify, 0, key, data, PinLength, 0);
        }
    }
}
