namespace Bootstrapper
{
    /// <summary>The time, and the only way the library waits: a test or a simulation owns both.</summary>
    public interface IClock
    {
        /// <summary>Gets a count of milliseconds that never goes back; only differences have a meaning.</summary>
        long Milliseconds { get; }

        /// <summary>Lets other threads run for about <paramref name="milliseconds"/>.</summary>
        void Wait(int milliseconds);
    }
}
