using System;

namespace Bootstrapper.Lwm2m
{
    /// <summary>What a bootstrap file came to, apart from one that is malformed. It is the caller's and never changes.</summary>
    public sealed class LoadResult
    {
        /// <summary>The most skipped objects, and the most skipped resources, that are named.</summary>
        public const int MaxNamed = 16;

        // Null where they are empty, as they mostly are.
        private SkippedObject[] _objects;
        private string[] _resources;
        private Finding[] _findings;
        private LoadOutcome _outcome;
        private BootstrapConfiguration _configuration;
        private uint _digest;
        private int _length;
        private int _objectCount;
        private int _resourceCount;

        internal LoadResult()
        {
        }

        /// <summary>Gets how it ended.</summary>
        public LoadOutcome Outcome => _outcome;

        /// <summary>Gets the configuration, null unless the outcome is <see cref="LoadOutcome.Loaded"/>.</summary>
        public BootstrapConfiguration Configuration => _configuration;

        /// <summary>
        /// Gets the violations and warnings: all of them when the outcome is <see cref="LoadOutcome.Inconsistent"/>, only
        /// warnings when it is <see cref="LoadOutcome.Loaded"/>, otherwise none.
        /// </summary>
        public Finding[] Findings => _findings ?? new Finding[0];

        /// <summary>Gets the CRC-32 of the file's header and content, whatever the outcome; padding is not in it.</summary>
        public uint Digest => _digest;

        /// <summary>Gets the number of bytes that the digest is of.</summary>
        public int Length => _length;

        /// <summary>Gets the number of records that nobody took.</summary>
        public int SkippedObjectCount => _objectCount;

        /// <summary>Gets the first <see cref="MaxNamed"/> records that nobody took, in the order of the file.</summary>
        public SkippedObject[] SkippedObjects => _objects ?? new SkippedObject[0];

        /// <summary>Gets the number of resources that nobody took, those of skipped objects and executables included.</summary>
        public int SkippedResourceCount => _resourceCount;

        /// <summary>
        /// Gets the paths of the first <see cref="MaxNamed"/> skipped resources of objects that were not skipped as a whole.
        /// </summary>
        public string[] SkippedResources => _resources ?? new string[0];

        internal void Complete(LoadOutcome outcome, BootstrapConfiguration configuration, Finding[] findings, Crc32Source content)
        {
            _outcome = outcome;
            _configuration = configuration;
            _findings = findings;
            _digest = content.Value;
            _length = content.Length;
        }

        internal void AddObject(int objectId, int majorVersion, int minorVersion)
        {
            int count = _objectCount++;
            if (count >= MaxNamed)
                return;

            SkippedObject[] longer = new SkippedObject[count + 1];
            Array.Copy(SkippedObjects, longer, count);
            longer[count] = new SkippedObject(objectId, majorVersion, minorVersion);
            _objects = longer;
        }

        /// <summary>Counts a resource, and names it unless its object is named.</summary>
        internal void AddResource(int objectId, int instanceId, int resourceId, bool isNamed)
        {
            _resourceCount++;
            int count = _resources == null ? 0 : _resources.Length;
            if (!isNamed || count == MaxNamed)
                return;

            string[] longer = new string[count + 1];
            Array.Copy(SkippedResources, longer, count);
            longer[count] = Finding.PathOf(objectId, instanceId, resourceId);
            _resources = longer;
        }
    }
}
