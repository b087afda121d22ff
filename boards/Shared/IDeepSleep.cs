namespace Bootstrapper.Boards
{
    /// <summary>A sleep in which the memory is lost: the program begins anew when it is over.</summary>
    public interface IDeepSleep
    {
        /// <summary>Sleeps; on a device this does not return.</summary>
        void Sleep(int seconds);
    }
}
