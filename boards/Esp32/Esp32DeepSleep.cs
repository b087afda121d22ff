using System;
using System.Diagnostics;
using nanoFramework.Hardware.Esp32;

namespace Bootstrapper.Boards.Esp32
{
    /// <summary>The deep sleep of an ESP32, which its timer ends.</summary>
    public sealed class Esp32DeepSleep : IDeepSleep
    {
        /// <inheritdoc/>
        public bool IsAllowed => !Debugger.IsAttached;

        /// <inheritdoc/>
        /// <exception cref="InvalidOperationException">The timer can't be set: nothing would end the sleep.</exception>
        public void Sleep(int seconds)
        {
            EspNativeError error = nanoFramework.Hardware.Esp32.Sleep.EnableWakeupByTimer(new TimeSpan(0, 0, seconds));
            if (error != EspNativeError.OK)
                throw new InvalidOperationException("no timer of " + seconds.ToString() + " s: error " + ((int)error).ToString());
            nanoFramework.Hardware.Esp32.Sleep.StartDeepSleep();
        }
    }
}
