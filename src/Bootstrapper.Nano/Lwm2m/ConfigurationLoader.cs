using System;
using System.Collections;

namespace Bootstrapper.Lwm2m
{
    /// <summary>
    /// Loads EF LwM2M_Bootstrap completely or not at all: reads the Object Instances, judges them as a whole, and only then
    /// gives them out. Made once and reused; a load allocates what it keeps and a constant besides, whatever the file's size.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Objects 0, 1 and 2 are known in major version 1, object 21 in 1 and 2, each with any minor version. The record of
    /// another version or another object goes to its handler, or is read over and named in the result; either way it must be
    /// well-formed. Resources that are not known never are an error, they are counted. Of a multiple resource that is kept,
    /// more than 32 values are refused, as is a string of more than 1024 bytes.
    /// </para>
    /// <para>
    /// Refused as malformed is what stands twice: an object, an instance of it, a resource in that, a resource instance in
    /// that. It is always found in what is kept. Elsewhere it is found among the IDs up to 63 and the first 16 above (of
    /// resource instances 32), as the memory for it is constant.
    /// </para>
    /// </remarks>
    public sealed class ConfigurationLoader
    {
        private const int ManyObjects = 16;

        private readonly BootstrapFileReader _file = new BootstrapFileReader();
        private readonly InstanceReader _instances;
        private readonly IdSet _objectIds = new IdSet(ManyObjects);
        private ArrayList _handlers; // on the first use: most applications have none
        private bool _hasAccessControl = true;
        private bool _isLoading;

        /// <summary>Creates a loader.</summary>
        /// <param name="maxInstances">
        /// The most instances of known objects in a file, at least 1, so that no file exhausts the heap.
        /// </param>
        public ConfigurationLoader(int maxInstances = 16)
        {
            if (maxInstances < 1)
                throw new ArgumentOutOfRangeException(nameof(maxInstances));

            _instances = new InstanceReader(_file, maxInstances);
        }

        /// <summary>
        /// Gets or sets whether the application's client has an Access Control object, true unless it is told. Without one,
        /// a file with several servers and Access Control is inconsistent (LwM2M TS 6.1.6).
        /// </summary>
        public bool HasAccessControl
        {
            get { return _hasAccessControl; }
            set { _hasAccessControl = value; }
        }

        /// <summary>Registers what receives an object that the library does not know.</summary>
        /// <param name="objectId">The Object ID, 3..65534 except 21; one that has no handler yet.</param>
        /// <param name="handler">Its handler. One registered for several objects gets all calls once for each of them.</param>
        public void AddHandler(int objectId, IObjectHandler handler)
        {
            if (handler == null)
                throw new ArgumentNullException(nameof(handler));
            if (objectId < 0 || objectId > 65534)
                throw new ArgumentOutOfRangeException(nameof(objectId));
            if (InstanceReader.Knows(objectId))
                throw new ArgumentException("the library keeps this object", nameof(objectId));
            if (Find(objectId) != null)
                throw new ArgumentException("the object has a handler", nameof(objectId));

            if (_handlers == null)
                _handlers = new ArrayList();
            _handlers.Add(new Registration(objectId, handler));
        }

        /// <summary>
        /// Loads a file. Throws a <see cref="ContentException"/> for one that is malformed, or has more than fits the limits;
        /// this and what <paramref name="source"/> or a handler throws leaves no trace: the next load starts anew.
        /// </summary>
        /// <param name="source">The file from its first byte on; it is asked for nothing beyond the content.</param>
        /// <param name="origin">Where it came from, which its instances then tell.</param>
        public LoadResult Load(IByteSource source, ConfigurationSource origin = ConfigurationSource.Smartcard)
        {
            if (_isLoading)
                throw new InvalidOperationException("a file is being loaded");
            Crc32Source content = new Crc32Source(source);
            LoadResult result = new LoadResult();
            _isLoading = true;
            try
            {
                BootstrapConfiguration configuration = null;
                Finding[] findings = null;
                LoadOutcome outcome = LoadOutcome.Blank;
                if (_file.Open(content))
                {
                    ReadObjects(result);
                    configuration = _instances.CreateConfiguration(origin);
                    outcome = LoadOutcome.Empty;
                    if (configuration.SecurityInstances.Length + configuration.ServerInstances.Length > 0)
                    {
                        findings = ConfigurationRules.Judge(configuration, _hasAccessControl);
                        outcome = HasViolation(findings) ? LoadOutcome.Inconsistent : LoadOutcome.Loaded;
                    }
                }

                if (source is IRereadable file && !file.IsUnchanged())
                    throw new ContentException(0, "the file changed while it was read");

                bool isLoaded = outcome == LoadOutcome.Loaded;
                result.Complete(outcome, isLoaded ? configuration : null, findings, content);
                if (isLoaded)
                    EndHandlers(true);
                return result;
            }
            finally
            {
                _isLoading = false;
                _file.Close();
                EndHandlers(false);
                _instances.Clear();
            }
        }

        private void ReadObjects(LoadResult result)
        {
            _objectIds.Clear();
            while (_file.ReadObject())
            {
                int objectId = _file.ObjectId;
                int majorVersion = _file.MajorVersion;
                int minorVersion = _file.MinorVersion;
                Registration registration = Find(objectId);
                if (!_objectIds.Add(objectId) || (registration != null && registration.HasBegun))
                    throw new ContentException(_file.Offset, InstanceReader.Twice);

                IObjectHandler handler = null;
                bool isSkipped = false;
                if (registration != null)
                {
                    handler = registration.Handler;
                    registration.HasBegun = true; // before the call: if it throws, the handler is abandoned too
                    handler.Begin(objectId, majorVersion, minorVersion);
                }
                else if (!InstanceReader.Knows(objectId, majorVersion))
                {
                    isSkipped = true;
                    result.AddObject(objectId, majorVersion, minorVersion);
                }

                _instances.Read(handler, isSkipped, result);
            }
        }

        private Registration Find(int objectId)
        {
            for (int i = 0; _handlers != null && i < _handlers.Count; i++)
            {
                Registration registration = (Registration)_handlers[i];
                if (registration.ObjectId == objectId)
                    return registration;
            }

            return null;
        }

        /// <summary>Commits or abandons what has begun and is not ended.</summary>
        private void EndHandlers(bool isLoaded)
        {
            for (int i = 0; _handlers != null && i < _handlers.Count; i++)
            {
                Registration registration = (Registration)_handlers[i];
                if (!registration.HasBegun)
                    continue;
                registration.HasBegun = false;
                if (isLoaded)
                    registration.Handler.Commit();
                else
                    registration.Handler.Abandon();
            }
        }

        private static bool HasViolation(Finding[] findings)
        {
            for (int i = 0; findings != null && i < findings.Length; i++)
            {
                if (findings[i].IsViolation)
                    return true;
            }

            return false;
        }
    }
}
