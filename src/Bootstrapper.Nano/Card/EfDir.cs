namespace Bootstrapper.Card
{
    /// <summary>Finds an application in EF(DIR), the card's list of applications (ETSI TS 102 221, 13.1).</summary>
    public sealed class EfDir
    {
        private const int FileIdentifier = 0x2F00;
        private const int ShortFileIdentifier = 0x1E;
        private const int LongestIdentifier = 16;

        // A card with more applications than this isn't searched further.
        private const int MaxRecords = 32;

        private readonly ICardFiles _files;
        private byte[] _identifier;
        private byte[] _path;
        private byte[] _odfPath;
        private bool _isThere;

        /// <summary>Creates the search.</summary>
        public EfDir(ICardFiles files)
        {
            _files = files;
        }

        /// <summary>Gets the identifier of the application found, AID, 5 to 16 bytes; null if none was.</summary>
        public byte[] Identifier => _identifier;

        /// <summary>Gets the path of its directory, as a card gives it that has it under the MF; null if it does not.</summary>
        public byte[] Path => _path;

        /// <summary>Gets the path of its EF(ODF) (PKCS #15 v1.1, 5.4); null if that is in its usual place.</summary>
        public byte[] OdfPath => _odfPath;

        /// <summary>Gets whether the card has the list at all, as the search found.</summary>
        public bool IsThere => _isThere;

        /// <summary>Finds the first application whose identifier starts with the given bytes.</summary>
        /// <param name="identifierPrefix">The registered part of the identifier; a card may append to it.</param>
        /// <returns>False if the file does not exist or does not name the application.</returns>
        public bool Find(byte[] identifierPrefix)
        {
            _identifier = null;
            _path = null;
            _odfPath = null;
            _isThere = false;
            _files.OpenInRoot(FileIdentifier, ShortFileIdentifier);
            BerReader record = new BerReader();
            BerReader template = new BerReader();
            for (int number = 1; number <= MaxRecords; number++)
            {
                int length = _files.ReadRecord(number);
                if (length == 0)
                    return false;
                _isThere = true;
                record.Reset(_files.Buffer, 0, length);
                if (Read(record, template, identifierPrefix))
                    return true;
            }

            return false;
        }

        // A record: 61 { 4F AID, 50 label, 51 path, 73 discretionary }, then FF. One that is malformed is another
        // application's affair.
        private bool Read(BerReader record, BerReader template, byte[] identifierPrefix)
        {
            if (!record.Next() || record.Tag != 0x61)
                return false;
            template.Enter(record);
            if (!template.Find(0x4F) || !template.ValueStartsWith(identifierPrefix) || template.ValueLength > LongestIdentifier)
                return false;

            _identifier = template.CopyValue();
            template.Enter(record);
            if (template.Find(0x51) && template.ValueLength <= LongestIdentifier)
                _path = template.CopyValue();
            template.Enter(record);
            if (template.Find(0x73))
            {
                // PKCS #15 v1.1, 5.4: DDO { OBJECT IDENTIFIER, odfPath Path OPTIONAL, ... }, the path a SEQUENCE.
                template.Enter(template);
                if (template.Find(0x30))
                    _odfPath = CardPath.Read(template)?.Octets;
            }

            return true;
        }
    }
}
