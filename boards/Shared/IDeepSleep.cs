namespace Bootstrapper.Boards
{
    /// <summary>A sleep in which the memory is lost: the program begins anew when it is over.</summary>
    public interface IDeepSleep
    {
        /// <summary>Gets whether the device may sleep: not while a debugger is attached, which would lose it.</summary>
        bool IsAllowed { get; }

        /// <summary>Sleeps; on a device this does not return.</summary>
        void Sleep(int seconds);
    }
}
