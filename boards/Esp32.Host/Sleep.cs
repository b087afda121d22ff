using System;

namespace nanoFramework.Hardware.Esp32
{
    /// <summary>Stands for the device's own class: tells of a sleep instead of sleeping.</summary>
    public static class Sleep
    {
        /// <summary>Sets the timer that ends the next sleep; here one of no time is an error.</summary>
        public static EspNativeError EnableWakeupByTimer(TimeSpan time)
        {
            Esp32Calls.Tell("EnableWakeupByTimer " + time);
            return time > TimeSpan.Zero ? EspNativeError.OK : EspNativeError.INVALID_ARG;
        }

        /// <summary>Sleeps; here it returns at once.</summary>
        public static void StartDeepSleep()
        {
            Esp32Calls.Tell("StartDeepSleep");
        }
    }
}
