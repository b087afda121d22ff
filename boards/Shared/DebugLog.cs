using System.Diagnostics;

namespace Bootstrapper.Boards
{
    /// <summary>The debug output, which Visual Studio shows; nothing where DEBUG is not defined: in a Release build.</summary>
    public sealed class DebugLog : ILog
    {
        /// <inheritdoc/>
        public void Write(string line)
        {
            Debug.WriteLine(line);
        }
    }
}
