using System;
using System.IO;

namespace Bootstrapper.Boards.Esp32
{
    /// <summary>
    /// Keeps the state in a file. One that was torn while it was written, or holds something else, is told from a state by
    /// whoever reads the state.
    /// </summary>
    public sealed class FileStateStore : IStateStore
    {
        // More than any state has.
        private const int MostBytes = 96;

        private readonly string _path;

        /// <summary>Creates the store.</summary>
        /// <param name="path">The file, which need not exist.</param>
        public FileStateStore(string path)
        {
            _path = path;
        }

        /// <inheritdoc/>
        /// <exception cref="IOException">The file can't be read.</exception>
        public byte[] Read()
        {
            byte[] buffer = new byte[MostBytes];
            int length;
            try
            {
                if (!File.Exists(_path))
                    return null;
                using (FileStream file = new FileStream(_path, FileMode.Open, FileAccess.Read))
                    length = file.Read(buffer, 0, buffer.Length);
            }
            catch (Exception e)
            {
                throw Trouble(e);
            }

            // At the end of a file the device's Read returns -1.
            byte[] state = new byte[length > 0 ? length : 0];
            Array.Copy(buffer, state, state.Length);
            return state;
        }

        /// <inheritdoc/>
        /// <exception cref="IOException">The file can't be written.</exception>
        public void Write(byte[] state)
        {
            try
            {
                if (state == null)
                    File.Delete(_path);
                else
                    File.WriteAllBytes(_path, state);
            }
            catch (Exception e)
            {
                throw Trouble(e);
            }
        }

        // On the device a storage that is full, worn out or missing is a plain Exception.
        private static IOException Trouble(Exception e)
        {
            return new IOException(e.Message);
        }
    }
}
