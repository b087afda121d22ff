namespace Bootstrapper.Lwm2m
{
    /// <summary>A record of the file that nobody took: its object, or the major version, is not known.</summary>
    public sealed class SkippedObject
    {
        internal SkippedObject(int objectId, int majorVersion, int minorVersion)
        {
            ObjectId = objectId;
            MajorVersion = majorVersion;
            MinorVersion = minorVersion;
        }

        /// <summary>Gets the Object ID.</summary>
        public int ObjectId { get; }

        /// <summary>Gets the major version, 0 where the file leaves the version implicit.</summary>
        public int MajorVersion { get; }

        /// <summary>Gets the minor version.</summary>
        public int MinorVersion { get; }
    }
}
