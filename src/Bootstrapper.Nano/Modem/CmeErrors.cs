namespace Bootstrapper.Modem
{
    /// <summary>The +CME ERROR numbers that concern the SIM (3GPP TS 27.007, 9.2.1), and their verbose texts.</summary>
    public static class CmeErrors
    {
        /// <summary>Phone failure; some modems say it of any APDU on a logical channel that they can't handle.</summary>
        public const int PhoneFailure = 0;

        /// <summary>Operation not allowed.</summary>
        public const int OperationNotAllowed = 3;

        /// <summary>Operation not supported.</summary>
        public const int OperationNotSupported = 4;

        /// <summary>SIM not inserted.</summary>
        public const int SimNotInserted = 10;

        /// <summary>SIM PIN required.</summary>
        public const int SimPinRequired = 11;

        /// <summary>SIM PUK required.</summary>
        public const int SimPukRequired = 12;

        /// <summary>SIM failure.</summary>
        public const int SimFailure = 13;

        /// <summary>SIM busy.</summary>
        public const int SimBusy = 14;

        /// <summary>SIM wrong.</summary>
        public const int SimWrong = 15;

        /// <summary>Incorrect password.</summary>
        public const int IncorrectPassword = 16;

        /// <summary>Incorrect parameters.</summary>
        public const int IncorrectParameters = 50;

        /// <summary>Unknown error.</summary>
        public const int Unknown = 100;

        /// <summary>Busy, as some vendors say it.</summary>
        public const int VendorBusy = 515;

        // The texts of the numbers from 0 on; "-" for those that don't concern the SIM.
        private const string FirstTexts = "phone failure;-;-;operation not allowed;operation not supported;-;-;-;-;-;"
            + "SIM not inserted;SIM PIN required;SIM PUK required;SIM failure;SIM busy;SIM wrong;incorrect password";

        /// <summary>Reads an error in its numeric or its verbose form (+CMEE=1 or 2); -1 for any other text.</summary>
        internal static int Parse(byte[] buffer, int offset, int length)
        {
            int number = AsciiText.Number(buffer, offset, length);
            if (number >= 0)
                return number;

            string[] texts = FirstTexts.Split(';');
            for (int i = 0; i < texts.Length; i++)
            {
                if (AsciiText.Equals(buffer, offset, length, texts[i]))
                    return i;
            }

            if (AsciiText.Equals(buffer, offset, length, "incorrect parameters"))
                return IncorrectParameters;
            return AsciiText.Equals(buffer, offset, length, "unknown") ? Unknown : -1;
        }
    }
}
