using System;

namespace Bootstrapper
{
    /// <summary>Bytes that are not what their format says: a malformed bootstrap file or PKCS#15 directory.</summary>
    public sealed class ContentException : Exception
    {
        private readonly int _offset;
        private readonly string _reason;

        /// <summary>Creates the exception.</summary>
        /// <param name="offset">Offset in the file of the byte that is wrong, or of the entry that holds it.</param>
        /// <param name="reason">What is wrong, in words that a person can act on; never a value from the file.</param>
        public ContentException(int offset, string reason)
            : base("offset " + offset.ToString() + ": " + reason)
        {
            _offset = offset;
            _reason = reason;
        }

        /// <summary>Gets the offset in the file, in bytes from its start.</summary>
        public int Offset => _offset;

        /// <summary>Gets what is wrong there.</summary>
        public string Reason => _reason;
    }
}
