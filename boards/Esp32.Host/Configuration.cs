using System.Collections;

namespace nanoFramework.Hardware.Esp32
{
    /// <summary>Keeps how pins are mapped; stands for the class of the device, which maps them.</summary>
    public static class Configuration
    {
        private static readonly Hashtable _pins = new Hashtable();

        /// <summary>Maps a pin.</summary>
        public static void SetPinFunction(int pin, DeviceFunction value)
        {
            _pins[value] = pin;
        }

        /// <summary>Gets the pin that a function is mapped to, -1 if none.</summary>
        public static int GetFunctionPin(DeviceFunction function)
        {
            object pin = _pins[function];
            return pin == null ? -1 : (int)pin;
        }
    }
}
