using System;

namespace Bootstrapper
{
    /// <summary>What an application may want otherwise than the LwM2M TS has it.</summary>
    public sealed class BootstrapOptions
    {
        private byte[] _applicationIdentifier;
        private byte[] _objectIdentifier = { 0x67, 0x2B, 0x09, 0x01 };
        private int _fileIdentifier;
        private int _chunkSize = 240;
        private int _commandTimeout = 10000;

        /// <summary>
        /// Gets or sets the identifier (AID, 5 to 16 bytes) of the application to select, in place of the PKCS#15
        /// application that EF(DIR) names; null, the default, to look there.
        /// </summary>
        public byte[] ApplicationIdentifier
        {
            get => _applicationIdentifier;
            set
            {
                if (value != null && (value.Length < 5 || value.Length > 16))
                    throw new ArgumentException("an AID is 5 to 16 bytes");
                _applicationIdentifier = value;
            }
        }

        /// <summary>
        /// Gets or sets the object identifier of the bootstrap data, as the contents of a DER OBJECT IDENTIFIER, up to
        /// 32 bytes. The default is 67 2B 09 01, 2.23.43.9.1 {oma-lwm2m lwm2m-bootstrap} (LwM2M TS, G.3.3).
        /// </summary>
        public byte[] ObjectIdentifier
        {
            get => _objectIdentifier;
            set
            {
                if (value == null || value.Length < 1 || value.Length > 32)
                    throw new ArgumentException("an object identifier is 1 to 32 bytes here");
                _objectIdentifier = value;
            }
        }

        /// <summary>
        /// Gets or sets the file identifier (1 to FFFE) of EF LwM2M_Bootstrap under the application, such as 6432, which
        /// spares the way through the directory files; 0, the default, to go that way.
        /// </summary>
        public int FileIdentifier
        {
            get => _fileIdentifier;
            set
            {
                if (value < 0 || value > 0xFFFE)
                    throw new ArgumentException("a file identifier is 1 to FFFE");
                _fileIdentifier = value;
            }
        }

        /// <summary>
        /// Gets or sets the most bytes to ask for in one READ BINARY, 1 to 255, by default 240. Some modems cut answers
        /// of 256 bytes short.
        /// </summary>
        public int ChunkSize
        {
            get => _chunkSize;
            set
            {
                if (value < 1 || value > 255)
                    throw new ArgumentException("a chunk is 1 to 255 bytes");
                _chunkSize = value;
            }
        }

        /// <summary>Gets or sets the time for one APDU, in milliseconds, by default 10 seconds: cards can be slow.</summary>
        public int CommandTimeout
        {
            get => _commandTimeout;
            set
            {
                if (value < 1)
                    throw new ArgumentException("a timeout is at least 1 ms");
                _commandTimeout = value;
            }
        }
    }
}
