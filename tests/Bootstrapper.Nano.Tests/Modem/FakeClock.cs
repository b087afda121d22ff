namespace Bootstrapper.Tests.Modem
{
    /// <summary>A clock that stands still until somebody waits.</summary>
    public sealed class FakeClock : IClock
    {
        /// <inheritdoc/>
        public long Milliseconds { get; private set; }

        /// <summary>Gets or sets by how much every wait is longer than asked for.</summary>
        public int Overshoot { get; set; }

        /// <inheritdoc/>
        public void Wait(int milliseconds)
        {
            Milliseconds += milliseconds + Overshoot;
        }
    }
}
