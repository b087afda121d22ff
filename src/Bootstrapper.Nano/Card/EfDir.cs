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
        private readonly BerReader _record = new BerReader();
        private readonly BerReader _template = new BerReader();
        private readonly BerReader _item = new BerReader();

        /// <summary>Creates the search.</summary>
        public EfDir(ICardFiles files)
        {
            _files = files;
        }

        /// <summary>Finds the first application whose identifier starts with the given bytes.</summary>
        /// <param name="identifierPrefix">The registered part of the identifier; a card may append to it.</param>
        /// <returns>The application, or null if the file does not exist or does not name it.</returns>
        public ApplicationTemplate Find(byte[] identifierPrefix)
        {
            _files.OpenInRoot(FileIdentifier, ShortFileIdentifier);
            for (int number = 1; number <= MaxRecords; number++)
            {
                int length = _files.ReadRecord(number);
                if (length == 0)
                    return null;
                ApplicationTemplate found = Read(length, identifierPrefix);
                if (found != null)
                    return found;
            }

            return null;
        }

        // A record: 61 { 4F AID, 50 label, 51 path, 73 discretionary }, then FF. One that is malformed is another
        // application's affair.
        private ApplicationTemplate Read(int length, byte[] identifierPrefix)
        {
            _record.Reset(_files.Buffer, 0, length);
            if (!_record.Next() || _record.Tag != 0x61)
                return null;
            _template.Enter(_record);
            if (!_template.Find(0x4F) || !_template.ValueStartsWith(identifierPrefix)
                || _template.ValueLength > LongestIdentifier)
            {
                return null;
            }

            byte[] identifier = _template.CopyValue();
            _template.Enter(_record);
            byte[] odfPath = _template.Find(0x73) ? ReadOdfPath() : null;
            return new ApplicationTemplate(identifier, odfPath);
        }

        // PKCS #15 v1.1, 5.4: DDO { OBJECT IDENTIFIER, odfPath Path OPTIONAL, ... }, the path a SEQUENCE.
        private byte[] ReadOdfPath()
        {
            _item.Enter(_template);
            if (!_item.Find(0x30))
                return null;
            CardPath path = CardPath.Read(_item);
            return path?.Octets;
        }
    }
}
