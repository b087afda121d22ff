namespace nanoFramework.Hardware.Esp32
{
    /// <summary>Stands for the device's own class: tells what would be mapped.</summary>
    public static class Configuration
    {
        /// <summary>Maps a pin.</summary>
        public static void SetPinFunction(int pin, DeviceFunction value)
        {
            Esp32Calls.Tell("SetPinFunction " + pin + " " + value);
        }
    }
}
