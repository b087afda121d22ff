using System;

namespace Bootstrapper.Lwm2m
{
    /// <summary>Collects the values of one multiple resource, to be kept as an array of just their number.</summary>
    internal sealed class ResourceList
    {
        /// <summary>The most values of one resource, so that no file exhausts the heap: a value of 3 bytes may take 50.</summary>
        public const int Limit = 32;

        private int[] _numbers;
        private object[] _references;
        private int _count;

        /// <summary>Adds the value that <paramref name="tlv"/> is on.</summary>
        public void Add(TlvReader tlv, ResourceType type)
        {
            if (_count == Limit)
                throw new ContentException(tlv.Offset, "more instances than the limit of " + Limit.ToString());

            if (type == ResourceType.UnsignedList)
            {
                if (_numbers == null)
                    _numbers = new int[Limit];
                _numbers[_count] = ResourceValue.ToInt(ResourceValue.ToLong((long)tlv.GetUnsigned()));
            }
            else
            {
                if (_references == null)
                    _references = new object[Limit];
                _references[_count] = ResourceValue.Read(tlv, type);
            }

            _count++;
        }

        /// <summary>Takes the collected values out, as an array of the type that the property has.</summary>
        public object Take(ResourceType type)
        {
            object taken = ToArray(type, _count);
            Clear();
            return taken;
        }

        /// <summary>Forgets what a reading that failed has left.</summary>
        public void Clear()
        {
            if (_references != null)
                Array.Clear(_references, 0, Limit);
            _count = 0;
        }

        private object ToArray(ResourceType type, int count)
        {
            switch (type)
            {
                case ResourceType.UnsignedList:
                    int[] numbers = new int[count];
                    if (count > 0)
                        Array.Copy(_numbers, numbers, count);
                    return numbers;
                case ResourceType.StringList:
                    string[] strings = new string[count];
                    for (int i = 0; i < count; i++)
                        strings[i] = (string)_references[i];
                    return strings;
                case ResourceType.ObjectLinkList:
                    ObjectLink[] links = new ObjectLink[count];
                    for (int i = 0; i < count; i++)
                        links[i] = (ObjectLink)_references[i];
                    return links;
                default:
                    AccessControlEntry[] entries = new AccessControlEntry[count];
                    for (int i = 0; i < count; i++)
                        entries[i] = (AccessControlEntry)_references[i];
                    return entries;
            }
        }
    }
}
