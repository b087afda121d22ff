using System;

namespace Bootstrapper.Lwm2m
{
    /// <summary>A set of IDs in constant memory: all of 0..63, and the first so many of those above.</summary>
    internal sealed class IdSet
    {
        private const int Bits = 64;

        private readonly int _capacity;
        private long _low;
        private int[] _high; // on the first use: cards rarely number that far
        private int _highCount;

        /// <summary>Creates an empty set that takes <paramref name="capacity"/> IDs above 63 and forgets further ones.</summary>
        public IdSet(int capacity)
        {
            _capacity = capacity;
        }

        /// <summary>Takes all IDs out.</summary>
        public void Clear()
        {
            _low = 0;
            _highCount = 0;
        }

        /// <summary>Adds an ID, 0 or more.</summary>
        /// <returns>Whether it was not there yet.</returns>
        public bool Add(int id)
        {
            if (id < Bits)
            {
                long bit = 1L << id;
                if ((_low & bit) != 0)
                    return false;
                _low |= bit;
                return true;
            }

            // They are kept in order, as files mostly number upwards: a new one is then the last.
            int at = _highCount;
            while (at > 0 && _high[at - 1] > id)
                at--;
            if (at > 0 && _high[at - 1] == id)
                return false;

            if (_highCount < _capacity)
            {
                if (_high == null)
                    _high = new int[_capacity];
                Array.Copy(_high, at, _high, at + 1, _highCount - at);
                _high[at] = id;
                _highCount++;
            }

            return true;
        }
    }
}
