using System;
using System.Diagnostics;

namespace Bootstrapper.Boards.Esp32
{
    /// <summary>The deep sleep of an ESP32, which its timer ends.</summary>
    public sealed class Esp32DeepSleep : IDeepSleep
    {
        /// <inheritdoc/>
        public bool IsAllowed => !Debugger.IsAttached;

        /// <inheritdoc/>
        public void Sleep(int seconds)
        {
            nanoFramework.Hardware.Esp32.Sleep.EnableWakeupByTimer(new TimeSpan(0, 0, seconds));
            nanoFramework.Hardware.Esp32.Sleep.StartDeepSleep();
        }
    }
}
