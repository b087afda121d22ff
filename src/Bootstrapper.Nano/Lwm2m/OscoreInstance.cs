namespace Bootstrapper.Lwm2m
{
    /// <summary>An instance of object 21, LwM2M OSCORE: a security context for one server (versions 1.0 to 2.0).</summary>
    /// <remarks>
    /// Secret, IDs, salt and context are of type String in versions 1.x and Opaque in 2.0. They are the bytes of the
    /// file either way; what a string stands for is the client's to decide, by <see cref="MajorVersion"/>.
    /// </remarks>
    public sealed class OscoreInstance : ObjectInstance
    {
        private readonly int _majorVersion;

        internal OscoreInstance(int instanceId, int majorVersion)
            : base(ObjectIds.Oscore, instanceId)
        {
            _majorVersion = majorVersion;
        }

        /// <summary>Gets the major version that the file states for the object, 0 where it states none.</summary>
        public int MajorVersion => _majorVersion;

        /// <summary>Gets the master secret.</summary>
        public byte[] MasterSecret
        {
            get { return (byte[])GetValue(OscoreResources.MasterSecret); }
        }

        /// <summary>Gets the client's ID.</summary>
        public byte[] SenderId
        {
            get { return (byte[])GetValue(OscoreResources.SenderId); }
        }

        /// <summary>Gets the server's ID.</summary>
        public byte[] RecipientId
        {
            get { return (byte[])GetValue(OscoreResources.RecipientId); }
        }

        /// <summary>Gets the AEAD algorithm, a COSE number (RFC 8152 table 10), 0 if absent.</summary>
        public int AeadAlgorithm
        {
            get { return FindInt(OscoreResources.AeadAlgorithm, 0); }
        }

        /// <summary>Gets the HMAC algorithm, a COSE number (RFC 8152 table 7), 0 if absent.</summary>
        public int HmacAlgorithm
        {
            get { return FindInt(OscoreResources.HmacAlgorithm, 0); }
        }

        /// <summary>Gets the master salt.</summary>
        public byte[] MasterSalt
        {
            get { return (byte[])GetValue(OscoreResources.MasterSalt); }
        }

        /// <summary>Gets the ID context.</summary>
        public byte[] IdContext
        {
            get { return (byte[])GetValue(OscoreResources.IdContext); }
        }

        internal override ResourceType TypeOf(int resourceId)
        {
            switch (resourceId)
            {
                case OscoreResources.AeadAlgorithm:
                case OscoreResources.HmacAlgorithm:
                    return ResourceType.Integer;
                case OscoreResources.MasterSecret:
                case OscoreResources.SenderId:
                case OscoreResources.RecipientId:
                case OscoreResources.MasterSalt:
                case OscoreResources.IdContext:
                    return ResourceType.Opaque;
                default:
                    return ResourceType.Unknown;
            }
        }
    }
}
