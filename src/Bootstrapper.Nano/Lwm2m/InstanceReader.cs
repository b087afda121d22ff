using System;

namespace Bootstrapper.Lwm2m
{
    /// <summary>
    /// Reads the Object Instances of one record after the other: keeps those of known objects, passes the values of others
    /// to their handler, reads over the rest. It refuses what stands twice, in constant memory.
    /// </summary>
    internal sealed class InstanceReader
    {
        /// <summary>The reason to refuse an object, instance, resource or value whose identifier was there before.</summary>
        public const string Twice = "the identifier stands there twice";

        private const int ManyIds = 16;

        private readonly BootstrapFileReader _file;
        private readonly TlvReader _tlv;
        private readonly ObjectInstance[] _kept;
        private readonly IdSet _instanceIds;
        private readonly IdSet _resourceIds = new IdSet(ManyIds);
        private readonly IdSet _valueIds = new IdSet(ResourceList.Limit);
        private readonly ResourceList _list = new ResourceList();

        private int _keptCount;
        private IObjectHandler _handler;
        private bool _isSkipped;
        private LoadResult _result;
        private ObjectInstance _instance; // null where instances are not kept

        /// <summary>Creates a reader that keeps <paramref name="maxInstances"/> at most.</summary>
        public InstanceReader(BootstrapFileReader file, int maxInstances)
        {
            _file = file;
            _tlv = file.Tlv;
            _kept = new ObjectInstance[maxInstances];
            _instanceIds = new IdSet(maxInstances > ManyIds ? maxInstances : ManyIds);
        }

        /// <summary>Gets whether the library knows an object.</summary>
        public static bool Knows(int objectId)
        {
            return objectId <= ObjectIds.AccessControl || objectId == ObjectIds.Oscore;
        }

        /// <summary>Gets whether the library knows an object in a major version, 0 if implicit.</summary>
        public static bool Knows(int objectId, int majorVersion)
        {
            return Knows(objectId) && (majorVersion <= 1 || (objectId == ObjectIds.Oscore && majorVersion == 2));
        }

        /// <summary>Creates the configuration of all instances that were kept.</summary>
        public BootstrapConfiguration CreateConfiguration(ConfigurationSource source)
        {
            return new BootstrapConfiguration(_kept, _keptCount, source);
        }

        /// <summary>Lets go of everything of a load that has ended, however it did.</summary>
        public void Clear()
        {
            Array.Clear(_kept, 0, _keptCount);
            _keptCount = 0;
            _list.Clear();
            _instance = null;
            _handler = null;
            _result = null;
        }

        /// <summary>Reads the instances of the file's current record.</summary>
        /// <param name="handler">The object's handler, null where there is none.</param>
        /// <param name="isSkipped">Whether nobody takes the object.</param>
        /// <param name="result">Where skipped resources are counted.</param>
        public void Read(IObjectHandler handler, bool isSkipped, LoadResult result)
        {
            _handler = handler;
            _isSkipped = isSkipped;
            _result = result;
            _instance = null;
            _instanceIds.Clear();

            TlvReader tlv = _tlv;
            bool more = tlv.Read();
            while (more)
            {
                TlvKind kind = tlv.Kind;
                int id = tlv.Identifier;
                if (kind == TlvKind.ObjectInstance)
                {
                    BeginInstance(id);
                    more = tlv.Read();
                    continue;
                }

                if (!_resourceIds.Add(id))
                    RefuseTwice();
                ObjectInstance instance = _instance;
                ResourceType type = instance == null ? ResourceType.Unknown : instance.TypeOf(id);

                // Mostly it is a single value that is kept.
                if (kind == TlvKind.Resource && type > ResourceType.Executable && type < ResourceType.UnsignedList)
                {
                    instance.Add(id, ResourceValue.Read(tlv, type));
                    more = tlv.Read();
                }
                else
                {
                    more = ReadResource(id, type, kind == TlvKind.MultipleResource);
                }
            }
        }

        private void BeginInstance(int instanceId)
        {
            if (!_instanceIds.Add(instanceId))
                RefuseTwice();
            _resourceIds.Clear();
            if (_handler != null)
            {
                _handler.BeginInstance(instanceId);
            }
            else if (!_isSkipped)
            {
                if (_keptCount == _kept.Length)
                    throw new ContentException(_tlv.Offset, "more instances than the limit of " + _kept.Length.ToString());
                _instance = CreateInstance(instanceId);
                _kept[_keptCount++] = _instance;
            }
        }

        private ObjectInstance CreateInstance(int instanceId)
        {
            switch (_file.ObjectId)
            {
                case ObjectIds.Security:
                    return new SecurityInstance(instanceId);
                case ObjectIds.Server:
                    return new ServerInstance(instanceId);
                case ObjectIds.AccessControl:
                    return new AccessControlInstance(instanceId);
                default:
                    return new OscoreInstance(instanceId, _file.MajorVersion);
            }
        }

        /// <summary>
        /// Reads a resource, with its resource instances, that is in multiple form or a list, one of a handler's object, or
        /// one that nobody takes.
        /// </summary>
        /// <returns>Whether there is another entry, which the reader then stands on.</returns>
        private bool ReadResource(int resourceId, ResourceType type, bool isMultiple)
        {
            JudgeForm(resourceId, type, isMultiple);
            bool more;
            if (isMultiple)
            {
                more = ReadValues(resourceId, type);
            }
            else
            {
                TakeValue(resourceId, -1, type);
                more = _tlv.Read();
            }

            if (type >= ResourceType.UnsignedList)
                _instance.Add(resourceId, _list.Take(type));
            return more;
        }

        private bool ReadValues(int resourceId, ResourceType type)
        {
            bool more;
            _valueIds.Clear();
            while ((more = _tlv.Read()) && _tlv.Kind == TlvKind.ResourceInstance)
            {
                int resourceInstanceId = _tlv.Identifier;
                if (!_valueIds.Add(resourceInstanceId))
                    RefuseTwice();
                TakeValue(resourceId, resourceInstanceId, type);
            }

            return more;
        }

        private void TakeValue(int resourceId, int resourceInstanceId, ResourceType type)
        {
            if (_handler != null)
                _handler.AddValue(_tlv.InstanceId, resourceId, resourceInstanceId, _tlv);
            else if (type >= ResourceType.UnsignedList)
                _list.Add(_tlv, type);
        }

        private void RefuseTwice()
        {
            throw new ContentException(_tlv.Offset, Twice);
        }

        /// <summary>Judges and counts what is not just a value in the form that its type has.</summary>
        private void JudgeForm(int resourceId, ResourceType type, bool isMultiple)
        {
            if (type > ResourceType.Unknown && isMultiple && type < ResourceType.UnsignedList)
                throw new ContentException(_tlv.Offset, "a single resource in multiple form");

            // A multiple resource has that form whatever the number of its values (LwM2M TS 7.4.5). One value in the other
            // form can still mean just one thing, except where the missing ID says which server has a right.
            if (!isMultiple && type == ResourceType.AccessControlList)
                throw new ContentException(_tlv.Offset, "a multiple resource in single form");

            if (type == ResourceType.Executable && _tlv.Length > 0)
                throw new ContentException(_tlv.Offset, "an executable resource has a value");

            if (_handler == null && type <= ResourceType.Executable)
                _result.AddResource(_file.ObjectId, _tlv.InstanceId, resourceId, !_isSkipped);
        }
    }
}
