namespace Bootstrapper.Lwm2m
{
    /// <summary>A record of the file that nobody took: its object, or the major version, is not known.</summary>
    public sealed class SkippedObject
    {
        private readonly int _objectId;
        private readonly int _majorVersion;
        private readonly int _minorVersion;

        internal SkippedObject(int objectId, int majorVersion, int minorVersion)
        {
            _objectId = objectId;
            _majorVersion = majorVersion;
            _minorVersion = minorVersion;
        }

        /// <summary>Gets the Object ID.</summary>
        public int ObjectId => _objectId;

        /// <summary>Gets the major version, 0 where the file leaves the version implicit.</summary>
        public int MajorVersion => _majorVersion;

        /// <summary>Gets the minor version.</summary>
        public int MinorVersion => _minorVersion;
    }
}
