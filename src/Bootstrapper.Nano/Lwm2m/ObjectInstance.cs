using System;

namespace Bootstrapper.Lwm2m
{
    /// <summary>An Object Instance from a bootstrap file, with the resources that the file gave it.</summary>
    /// <remarks>
    /// A resource that is absent reads as the default that its property names, otherwise as null, false or -1.
    /// Numbers outside the range of their property read as the nearest that it holds. Arrays are the instance's own:
    /// do not change them.
    /// </remarks>
    public abstract class ObjectInstance
    {
        // A field a resource would take 12 bytes each whether the file has it or not, and few have more than 8.
        private const int Growth = 8;

        private byte[] _resourceIds = new byte[Growth];
        private object[] _values = new object[Growth];
        private int _count;
        private readonly int _objectId;
        private readonly int _instanceId;
        private ConfigurationSource _source;

        internal ObjectInstance(int objectId, int instanceId)
        {
            _objectId = objectId;
            _instanceId = instanceId;
        }

        /// <summary>Gets the Object ID.</summary>
        public int ObjectId => _objectId;

        /// <summary>Gets the Object Instance ID, 0..65534.</summary>
        public int InstanceId => _instanceId;

        /// <summary>Gets where the instance came from.</summary>
        public ConfigurationSource Source
        {
            get { return _source; }
            internal set { _source = value; }
        }

        /// <summary>Gets the number of resources that the file has and the library keeps.</summary>
        internal int Count => _count;

        /// <summary>Gets whether the file has the resource.</summary>
        public bool Has(int resourceId)
        {
            return GetValue(resourceId) != null;
        }

        /// <summary>Gets the ID of one of them, in the order of the file.</summary>
        internal int ResourceIdAt(int index)
        {
            return _resourceIds[index];
        }

        /// <summary>Gets how a resource of this object is read.</summary>
        internal abstract ResourceType TypeOf(int resourceId);

        /// <summary>Adds a resource that is not there yet, with a value of what <see cref="TypeOf"/> says.</summary>
        internal void Add(int resourceId, object value)
        {
            int count = _count++;
            if (count == _values.Length)
            {
                byte[] resourceIds = new byte[count + Growth];
                object[] values = new object[count + Growth];
                Array.Copy(_resourceIds, resourceIds, count);
                Array.Copy(_values, values, count);
                _resourceIds = resourceIds;
                _values = values;
            }

            _resourceIds[count] = (byte)resourceId;
            _values[count] = value;
        }

        /// <summary>
        /// Gets the value of a resource as it is kept, null if absent: a bool, a string, a byte[], an
        /// <see cref="ObjectLink"/>, a long for every number (an Unsigned as the long of the same bits), and an array of
        /// int, string, <see cref="ObjectLink"/> or <see cref="AccessControlEntry"/> for a multiple resource.
        /// </summary>
        public object GetValue(int resourceId)
        {
            byte[] resourceIds = _resourceIds;
            int count = _count;
            for (int i = 0; i < count; i++)
            {
                if (resourceIds[i] == resourceId)
                    return _values[i];
            }

            return null;
        }

        internal bool FindBoolean(int resourceId, bool absent)
        {
            object value = GetValue(resourceId);
            return value == null ? absent : (bool)value;
        }

        /// <summary>Gets a number of any type, of an Unsigned the nearest that a long holds.</summary>
        internal long FindInteger(int resourceId, long absent)
        {
            object value = GetValue(resourceId);
            if (value == null)
                return absent;
            long number = (long)value;
            return number < 0 && TypeOf(resourceId) == ResourceType.Unsigned ? long.MaxValue : number;
        }

        /// <summary>Gets a number that is an enumeration or an identifier.</summary>
        internal int FindInt(int resourceId, int absent)
        {
            object value = GetValue(resourceId);
            if (value == null)
                return absent;
            long number = (long)value;
            return number >= 0 && number <= int.MaxValue ? (int)number : ResourceValue.ToInt(FindInteger(resourceId, absent));
        }

        /// <summary>Gets an Unsigned that is a set of bits, none if it is absent.</summary>
        internal ulong FindBits(int resourceId)
        {
            object value = GetValue(resourceId);
            return value == null ? 0 : (ulong)(long)value;
        }
    }
}
