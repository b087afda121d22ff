using System;
using System.Collections;
using Bootstrapper.Card;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    /// <summary>A card's files in memory. What a read returned is gone with the next call, as on a card.</summary>
    public sealed class MemoryFiles : ICardFiles
    {
        private readonly ArrayList _paths = new ArrayList();
        private readonly ArrayList _contents = new ArrayList();
        private byte[] _open;
        private bool _isSizeAsked;

        /// <summary>Gets or sets whether the card tells the size of its files.</summary>
        public bool TellsSize { get; set; } = true;

        /// <summary>Gets or sets the most bytes that a read returns.</summary>
        public int BytesPerRead { get; set; } = 256;

        /// <summary>Gets or sets the records of the file under the MF; null if there is none.</summary>
        public string[] Records { get; set; }

        /// <summary>Gets how far a file was read whose size was not asked for.</summary>
        public int FarthestBlindly { get; private set; }

        /// <summary>Gets how many bytes were read.</summary>
        public int BytesRead { get; private set; }

        /// <summary>Gets the paths opened so far, each followed by a bar.</summary>
        public string Opened { get; private set; } = string.Empty;

        /// <summary>Gets how often was read.</summary>
        public int Reads { get; private set; }

        /// <summary>Gets the largest number of bytes asked for.</summary>
        public int LargestCount { get; private set; }

        /// <inheritdoc/>
        public int Size => _open != null && TellsSize ? _open.Length : -1;

        /// <inheritdoc/>
        public byte[] Buffer { get; } = new byte[256];

        /// <summary>Adds a file.</summary>
        public void Add(string path, byte[] content)
        {
            _paths.Add(path);
            _contents.Add(content);
        }

        /// <inheritdoc/>
        public void OpenInRoot(int fileIdentifier, int shortFileIdentifier)
        {
            Forget();
            Opened += fileIdentifier.ToString("X4") + "/" + shortFileIdentifier.ToString("X2") + "|";
        }

        /// <inheritdoc/>
        public bool Open(byte[] path, string name, bool asksForSize = true)
        {
            Forget();
            _isSizeAsked = asksForSize;
            string text = string.Empty;
            for (int i = 0; i < path.Length; i++)
                text += ((int)path[i]).ToString("X2");
            Opened += text + "|";
            for (int i = 0; i < _paths.Count; i++)
            {
                if ((string)_paths[i] == text)
                    _open = (byte[])_contents[i];
            }

            return _open != null;
        }

        /// <inheritdoc/>
        public int ReadBinary(int offset, int count)
        {
            Assert.IsNotNull(_open, "no file is open");
            Assert.IsTrue(offset >= 0 && count >= 1 && count <= 256, "offset or count out of range");
            Array.Clear(Buffer, 0, Buffer.Length);
            Reads++;
            if (count > LargestCount)
                LargestCount = count;
            if (!_isSizeAsked && offset + count > FarthestBlindly)
                FarthestBlindly = offset + count;
            if (count > BytesPerRead)
                count = BytesPerRead;
            if (offset >= _open.Length)
                return 0;
            if (count > _open.Length - offset)
                count = _open.Length - offset;
            Array.Copy(_open, offset, Buffer, 0, count);
            BytesRead += count;
            return count;
        }

        /// <inheritdoc/>
        public int ReadRecord(int number)
        {
            Reads++;
            Array.Clear(Buffer, 0, Buffer.Length);
            if (Records == null || number > Records.Length)
                return 0;
            byte[] record = Hex.Bytes(Records[number - 1]);
            Array.Copy(record, 0, Buffer, 0, record.Length);
            return record.Length;
        }

        private void Forget()
        {
            _open = null;
            Array.Clear(Buffer, 0, Buffer.Length);
        }
    }
}
