using Bootstrapper.Modem;

namespace Bootstrapper.Benchmarks.Device
{
    /// <summary>A line to a modem that looks at the heap whenever a command is sent.</summary>
    public sealed class HeapMeter : ISerialLink
    {
        private readonly ISerialLink _modem;
        private int _free;
        private int _peak;

        /// <summary>Creates the line.</summary>
        public HeapMeter(ISerialLink modem)
        {
            _modem = modem;
        }

        /// <summary>Gets the most bytes that were in use at a command since <see cref="Begin"/>.</summary>
        public int Peak => _peak;

        /// <summary>Begins to measure.</summary>
        public void Begin()
        {
            _free = Free();
            _peak = 0;
        }

        /// <summary>Gets the bytes that are in use and were free when it began.</summary>
        public int Used()
        {
            return _free - Free();
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count)
        {
            return _modem.Read(buffer, offset, count);
        }

        /// <inheritdoc/>
        public void Write(byte[] buffer, int offset, int count)
        {
            int used = Used();
            if (used > _peak)
                _peak = used;
            _modem.Write(buffer, offset, count);
        }

        // After a collection, and after a second one for what the first has finalised.
        private static int Free()
        {
            nanoFramework.Runtime.Native.GC.Run(true);
            return (int)nanoFramework.Runtime.Native.GC.Run(true);
        }
    }
}
