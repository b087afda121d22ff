namespace Bootstrapper.Card
{
    /// <summary>What EF(DIR) says of an application (ETSI TS 102 221, 13.1; PKCS #15 v1.1, 5.4).</summary>
    public sealed class ApplicationTemplate
    {
        private readonly byte[] _identifier;
        private readonly byte[] _odfPath;

        internal ApplicationTemplate(byte[] identifier, byte[] odfPath)
        {
            _identifier = identifier;
            _odfPath = odfPath;
        }

        /// <summary>Gets the application identifier, AID, 5 to 16 bytes.</summary>
        public byte[] Identifier => _identifier;

        /// <summary>Gets the path of EF(ODF), or null if it is in its usual place.</summary>
        public byte[] OdfPath => _odfPath;
    }
}
