namespace Bootstrapper
{
    /// <summary>Passes on how far the bootstrap has got: in words to the log, in numbers to the application.</summary>
    internal sealed class ProgressSink : ILog
    {
        /// <summary>Takes the numbers, or null.</summary>
        public ProgressHandler Handler;

        private readonly ILog _log;

        public ProgressSink(ILog log)
        {
            _log = log;
        }

        /// <inheritdoc/>
        public void Write(string line)
        {
            if (_log != null)
                _log.Write(line);
        }

        public void Tell(BootstrapStep step, string line)
        {
            Write(line);
            Tell(step, 0);
        }

        public void Tell(BootstrapStep step, int bytesRead)
        {
            if (Handler != null)
                Handler(step, bytesRead);
        }
    }
}
