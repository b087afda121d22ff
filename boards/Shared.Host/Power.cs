namespace nanoFramework.Runtime.Native
{
    /// <summary>Stands for the device's own class: tells of a restart instead of doing it.</summary>
    public static class Power
    {
        /// <summary>Occurs when the device would restart.</summary>
        public static event RebootEventHandler OnRebootEvent;

        /// <summary>Restarts the device.</summary>
        public static void RebootDevice(RebootOption rebootOption = RebootOption.NormalReboot)
        {
            OnRebootEvent?.Invoke();
        }
    }
}
