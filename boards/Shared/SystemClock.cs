using System;
using System.Threading;

namespace Bootstrapper.Boards
{
    /// <summary>The time of the system since its start.</summary>
    public sealed class SystemClock : IClock
    {
        /// <inheritdoc/>
        public long Milliseconds => Environment.TickCount64;

        /// <inheritdoc/>
        public void Wait(int milliseconds)
        {
            Thread.Sleep(milliseconds);
        }
    }
}
