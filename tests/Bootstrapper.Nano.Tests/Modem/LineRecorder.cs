using System.Text;
using Bootstrapper.Modem;

namespace Bootstrapper.Tests.Modem
{
    /// <summary>Keeps the lines that a channel hands out, each followed by a bar.</summary>
    public sealed class LineRecorder : IAtResponse
    {
        /// <summary>Gets the lines so far.</summary>
        public string Text { get; private set; } = string.Empty;

        /// <summary>Gets the last line.</summary>
        public byte[] Last { get; private set; }

        /// <summary>Gets whether the last line was whole.</summary>
        public bool IsComplete { get; private set; }

        /// <inheritdoc/>
        public void OnLine(byte[] buffer, int offset, int length, bool isComplete)
        {
            IsComplete = isComplete;
            OnUnsolicited(buffer, offset, length);
        }

        /// <summary>Takes a line that belongs to no command.</summary>
        public void OnUnsolicited(byte[] buffer, int offset, int length)
        {
            Last = new byte[length];
            System.Array.Copy(buffer, offset, Last, 0, length);
            Text = Text + Encoding.UTF8.GetString(Last, 0, length) + "|";
        }
    }
}
