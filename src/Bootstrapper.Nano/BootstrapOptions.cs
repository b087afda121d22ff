using System;
using Bootstrapper.Card;
using Bootstrapper.Modem;

namespace Bootstrapper
{
    /// <summary>What an application may want otherwise than the LwM2M TS has it.</summary>
    public sealed class BootstrapOptions
    {
        internal const int DefaultChunkSize = 240;
        private const int LongestObjectIdentifier = 32;

        private byte[] _identifier;
        private byte[] _objectIdentifier = HexDigits.Bytes("672B0901");
        private int _fileIdentifier;
        private int _chunkSize;
        private int _timeout;
        private int _maxInstances = 16;
        private int _timeLimit = 600000;
        private CardAccess _access;
        private bool _allowsBasic;
        private ModemProfile _profile;
        private string _pin;
        private string _filePin;

        /// <summary>
        /// Gets or sets the identifier (AID, 5 to 16 bytes) of the application to select, in place of the PKCS#15
        /// application that EF(DIR) names; null, the default, to look there.
        /// </summary>
        public byte[] ApplicationIdentifier
        {
            get { return _identifier; }
            set { _identifier = value; }
        }

        /// <summary>
        /// Gets or sets the object identifier of the bootstrap data, as the contents of a DER OBJECT IDENTIFIER, up to
        /// 32 bytes. The default is 67 2B 09 01, 2.23.43.9.1 {oma-lwm2m lwm2m-bootstrap} (LwM2M TS, G.3.3).
        /// </summary>
        public byte[] ObjectIdentifier
        {
            get { return _objectIdentifier; }
            set { _objectIdentifier = value; }
        }

        /// <summary>
        /// Gets or sets the file identifier (1 to FFFE) of EF LwM2M_Bootstrap under the application, such as 6432, which
        /// spares the way through the directory files; 0, the default, to go that way.
        /// </summary>
        public int FileIdentifier
        {
            get { return _fileIdentifier; }
            set { _fileIdentifier = value; }
        }

        /// <summary>
        /// Gets or sets the most bytes to ask for in one READ BINARY, 1 to 255; 0, the default, for what the modem's profile
        /// says, mostly 240. Some modems cut answers of 256 bytes short.
        /// </summary>
        public int ChunkSize
        {
            get { return _chunkSize; }
            set { _chunkSize = value; }
        }

        /// <summary>
        /// Gets or sets the time for one APDU, in milliseconds; 0, the default, for what the modem's profile says, mostly 10
        /// seconds: cards can be slow.
        /// </summary>
        public int CommandTimeout
        {
            get { return _timeout; }
            set { _timeout = value; }
        }

        /// <summary>
        /// Gets or sets the most Object Instances that are kept of a file, at least 1, by default 16, so that no file
        /// exhausts the heap.
        /// </summary>
        public int MaxInstances
        {
            get { return _maxInstances; }
            set { _maxInstances = value; }
        }

        /// <summary>
        /// Gets or sets the time for a whole run, in milliseconds, at least 1, by default ten minutes; what is open then is
        /// still closed.
        /// </summary>
        public int TimeLimit
        {
            get { return _timeLimit; }
            set { _timeLimit = value; }
        }

        /// <summary>Gets or sets the way to the card; by default the first one that works.</summary>
        public CardAccess Access
        {
            get { return _access; }
            set { _access = value; }
        }

        /// <summary>
        /// Gets or sets whether the basic channel is tried when no other way works, false by default. It is the modem's own,
        /// which may be upset: best with the radio off (AT+CFUN=4).
        /// </summary>
        public bool AllowsBasicChannel
        {
            get { return _allowsBasic; }
            set { _allowsBasic = value; }
        }

        /// <summary>Gets or sets the modem's profile; null, the default, to ask the modem what it is.</summary>
        public ModemProfile Profile
        {
            get { return _profile; }
            set { _profile = value; }
        }

        /// <summary>
        /// Gets or sets the SIM's PIN, 4 to 8 digits, or null. It is entered if the SIM wants it, once, and only if more than
        /// one try is known to be left; one that was refused is not entered again.
        /// </summary>
        public string Pin
        {
            get { return _pin; }
            set { _pin = value; }
        }

        /// <summary>
        /// Gets or sets the PIN that guards the bootstrap file where that is another than the SIM's, under the same rules;
        /// or null.
        /// </summary>
        public string FilePin
        {
            get { return _filePin; }
            set { _filePin = value; }
        }

        /// <summary>Throws an <see cref="ArgumentOutOfRangeException"/> that names an option outside its range.</summary>
        internal void Check()
        {
            if (ApplicationIdentifier != null && (ApplicationIdentifier.Length < 5 || ApplicationIdentifier.Length > 16))
                throw new ArgumentOutOfRangeException(nameof(ApplicationIdentifier));
            if (ObjectIdentifier == null || ObjectIdentifier.Length < 1 || ObjectIdentifier.Length > LongestObjectIdentifier)
                throw new ArgumentOutOfRangeException(nameof(ObjectIdentifier));
            if (FileIdentifier < 0 || FileIdentifier > 0xFFFE)
                throw new ArgumentOutOfRangeException(nameof(FileIdentifier));
            if (ChunkSize < 0 || ChunkSize > 255)
                throw new ArgumentOutOfRangeException(nameof(ChunkSize));
            if (CommandTimeout < 0)
                throw new ArgumentOutOfRangeException(nameof(CommandTimeout));
            if (MaxInstances < 1)
                throw new ArgumentOutOfRangeException(nameof(MaxInstances));
            if (TimeLimit < 1)
                throw new ArgumentOutOfRangeException(nameof(TimeLimit));
            if (!ModemSetup.IsPin(Pin))
                throw new ArgumentOutOfRangeException(nameof(Pin));
            if (!ModemSetup.IsPin(FilePin))
                throw new ArgumentOutOfRangeException(nameof(FilePin));
        }
    }
}
