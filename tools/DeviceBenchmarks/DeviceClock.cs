namespace Bootstrapper.Benchmarks.Device
{
    /// <summary>A time that only waiting moves.</summary>
    public sealed class DeviceClock : IClock
    {
        private long _milliseconds;

        /// <inheritdoc/>
        public long Milliseconds => _milliseconds;

        /// <inheritdoc/>
        public void Wait(int milliseconds)
        {
            _milliseconds += milliseconds;
        }
    }
}
