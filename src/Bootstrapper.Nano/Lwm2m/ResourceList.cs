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
                ulong number = tlv.GetUnsigned();
                _numbers[_count] = number > int.MaxValue ? int.MaxValue : (int)number;
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
            int count = _count;
            Array values = _references;
            Array taken;
            switch (type)
            {
                case ResourceType.UnsignedList:
                    values = _numbers;
                    taken = new int[count];
                    break;
                case ResourceType.StringList:
                    taken = new string[count];
                    break;
                case ResourceType.ObjectLinkList:
                    taken = new ObjectLink[count];
                    break;
                default:
                    taken = new AccessControlEntry[count];
                    break;
            }

            if (count > 0)
                Array.Copy(values, taken, count);
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
    }
}
