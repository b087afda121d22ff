using System;

namespace nanoFramework.Hardware.Esp32
{
    /// <summary>Tells of the calls to what stands here for the device's own classes, in their order.</summary>
    public static class Esp32Calls
    {
        /// <summary>Occurs with each call, such as <c>SetPinFunction 27 COM2_TX</c>.</summary>
        public static event Action<string> Called;

        internal static void Tell(string call)
        {
            Called?.Invoke(call);
        }
    }
}
