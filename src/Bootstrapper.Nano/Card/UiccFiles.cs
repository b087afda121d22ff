using System;
using Bootstrapper.Modem;

namespace Bootstrapper.Card
{
    /// <summary>The files of a UICC, whatever the way to it (ETSI TS 102 221, 11.1).</summary>
    public sealed class UiccFiles : ICardFiles
    {
        private const int AbsoluteRecord = 0x04;

        private const int MasterFile = 0x3F00;
        private const int CurrentApplication = 0x7FFF;
        private const int LongestPath = 16;
        private const int LargestOffset = 0x7FFF;

        private const int GsmRecordLength = 14; // where it stands in the response to a 2G SELECT

        // So many answers shorter than asked for in one file are a card's way; more would make a read endless.
        private const int MaxShortAnswers = 64;

        private readonly byte[] _path = new byte[LongestPath];
        private ICardAccess _access;
        private FilePin _pin;
        private string _name;
        private int _pathLength;
        private bool _isUnlocked;
        private int _rootFile;
        private int _shortFile;
        private int _recordLength;
        private int _size;
        private int _shortAnswers;

        /// <summary>Creates the files.</summary>
        /// <param name="access">The way to the card, which is open whenever a method is called.</param>
        public UiccFiles(ICardAccess access)
        {
            _access = access;
        }

        /// <summary>Gets or sets the way to the card.</summary>
        public ICardAccess Access
        {
            get { return _access; }
            set { _access = value; }
        }

        /// <summary>Gets or sets what gets past the PIN of a file, or null.</summary>
        public FilePin Pin
        {
            get { return _pin; }
            set { _pin = value; }
        }

        /// <summary>Gets the size of the open file in bytes, or -1 as long as the card has not told.</summary>
        public int Size => _size;

        /// <inheritdoc/>
        public byte[] Buffer => _access.Response;

        /// <inheritdoc/>
        public void OpenInRoot(int fileIdentifier, int shortFileIdentifier)
        {
            _name = "EF(" + fileIdentifier.ToString("X4") + ")";
            _rootFile = fileIdentifier;
            _shortFile = shortFileIdentifier;
            _recordLength = ApduTransport.MaxResponse;
            _size = -1;
        }

        /// <inheritdoc/>
        public bool Open(byte[] path, string name, bool asksForSize = true)
        {
            int first = path.Length < 2 ? -1 : (path[0] << 8) | path[1];
            int length;
            if (first == MasterFile && path.Length > 2)
            {
                // TS 102 221 11.1.1.2: a path from the MF does not name the MF.
                length = CopyPath(path, 2, 0);
            }
            else if (first == CurrentApplication)
            {
                length = CopyPath(path, 0, 0);
            }
            else
            {
                _path[0] = CurrentApplication >> 8;
                _path[1] = CurrentApplication & 0xFF;
                length = CopyPath(path, 0, 2);
            }

            return SelectFile(length, name, asksForSize);
        }

        /// <inheritdoc/>
        public int ReadBinary(int offset, int count)
        {
            if (Size >= 0 && count > Size - offset)
                count = Size - offset;
            if (offset > LargestOffset || count <= 0)
                return 0;

            int statusWord = 0;
            if (_shortFile != 0)
            {
                // TS 102 221 11.1.3: beside a short file identifier there is one byte for the offset.
                if (offset <= 0xFF && _access.TakesShortFiles)
                {
                    statusWord = _access.Transmit(
                        Instructions.ReadBinary, 0x80 | _shortFile, offset, null, 0, count);
                }

                if (!IsShortFileOpen(statusWord))
                    return OpenRootFile(false) ? ReadBinary(offset, count) : 0;
            }
            else
            {
                statusWord = _access.Transmit(Instructions.ReadBinary, offset >> 8, offset & 0xFF, null, 0, count);
            }

            if ((statusWord == StatusWords.SecurityStatusNotSatisfied || statusWord == StatusWords.NotAllowed)
                && !_isUnlocked && _pin != null)
            {
                // Once for each file opened; looking for the PIN opens others.
                bool isFree = _pin.Unlock(this);
                _isUnlocked = true;
                if (isFree)
                    return ReadBinary(offset, count);
            }

            int read = _access.ResponseLength;
            if (statusWord == StatusWords.OffsetOutsideFile && (Size < 0 || offset > 0))
            {
                // The file ends here, whatever the card said of its size.
                _size = offset;
                return 0;
            }

            if (!ApduTransport.IsSuccess(statusWord) && statusWord != StatusWords.EndOfFile)
                throw ReadFailure("READ BINARY ", statusWord, null);
            if (read > count)
                throw ReadFailure("READ BINARY ", statusWord, "more bytes than asked for");

            // A short answer is not the end of the file, only 6282 is; nothing at all would never come to an end, and at
            // the beginning it belies the size.
            if (read == 0 && (statusWord != StatusWords.EndOfFile || (offset == 0 && Size > 0)))
                throw ReadFailure("READ BINARY ", statusWord, "no bytes");
            if (statusWord == StatusWords.EndOfFile)
                _size = offset + read;
            else if (read < count && ++_shortAnswers > MaxShortAnswers)
                throw ReadFailure("READ BINARY ", statusWord, "too many short answers");
            return read;
        }

        /// <inheritdoc/>
        public int ReadRecord(int number)
        {
            int mode = (_shortFile << 3) | AbsoluteRecord;
            int statusWord = 0;
            if (_shortFile == 0 || _access.TakesShortFiles)
                statusWord = _access.Transmit(Instructions.ReadRecord, number, mode, null, 0, _recordLength);
            if (_shortFile != 0 && !IsShortFileOpen(statusWord))
                return OpenRootFile(true) ? ReadRecord(number) : 0;

            // Some cards have other words of 6AXX for it.
            if (statusWord == StatusWords.RecordNotFound || (number > 1 && statusWord >> 8 == 0x6A))
                return 0;
            if (!ApduTransport.IsSuccess(statusWord) && statusWord != StatusWords.EndOfFile)
                throw ReadFailure("READ RECORD ", statusWord, null);

            if (_access.ResponseLength == 0)
                throw ReadFailure("READ RECORD ", statusWord, "no bytes");

            // Records of a linear fixed file are equally long: the next one is asked for with the right length.
            _recordLength = _access.ResponseLength;
            return _recordLength;
        }

        // TS 102 221 11.1.3: a read with a short file identifier makes the file the current one.
        private bool IsShortFileOpen(int statusWord)
        {
            bool isOpen = (ApduTransport.IsSuccess(statusWord) || statusWord == StatusWords.EndOfFile)
                && _access.ResponseLength > 0;
            if (isOpen)
                _shortFile = 0;
            return isOpen;
        }

        private bool OpenRootFile(bool asksForSize)
        {
            _path[0] = (byte)(_rootFile >> 8);
            _path[1] = (byte)_rootFile;
            return SelectFile(2, _name, asksForSize);
        }

        private int CopyPath(byte[] path, int from, int to)
        {
            int length = path.Length - from;
            if (length < 2 || (length & 1) != 0 || to + length > LongestPath)
                throw new ArgumentException("not a path of 2 to 16 bytes");
            Array.Copy(path, from, _path, to, length);
            return to + length;
        }

        /// <summary>Gets the name of the open file.</summary>
        internal string Name => _name;

        /// <summary>Gets the path of the open file as the card gets it.</summary>
        internal byte[] CopyPath()
        {
            byte[] path = new byte[_pathLength];
            Array.Copy(_path, 0, path, 0, _pathLength);
            return path;
        }

        /// <summary>Opens a file by such a path once more; its FCP then is the last response.</summary>
        internal bool Reopen(byte[] path, string name)
        {
            Array.Copy(path, 0, _path, 0, path.Length);
            return SelectFile(path.Length, name, true);
        }

        private bool SelectFile(int pathLength, string name, bool asksForSize)
        {
            _name = name;
            _pathLength = pathLength;
            _shortFile = 0;
            _recordLength = ApduTransport.MaxResponse;
            _size = -1;
            _shortAnswers = 0;
            _isUnlocked = false;
            int statusWord = 0;
            if (!asksForSize)
            {
                try
                {
                    statusWord = _access.Transmit(
                        Instructions.Select, Instructions.ByPathFromMf, Instructions.ReturnNothing, _path, pathLength, 0);
                }
                catch (ModemException e) when (e.Status == AtStatus.Error || e.Status == AtStatus.CmeError)
                {
                    // If it was not the form but the SIM, the other form ends in the same.
                    statusWord = StatusWords.WrongLength;
                }
            }

            // Some cards know only the form with FCP, and some modems let nothing without Le pass.
            if (!ApduTransport.IsFound(statusWord) && statusWord != StatusWords.NotFound)
            {
                statusWord = _access.Transmit(
                    Instructions.Select, Instructions.ByPathFromMf, Instructions.ReturnFcp, _path, pathLength,
                    ApduTransport.MaxResponse);
            }

            if (statusWord == StatusWords.NotFound)
                return false;

            // TS 102 221 10.2.1.3: 6283 to 6285 mean a file that can't be used.
            if (!ApduTransport.IsFound(statusWord))
                throw new CardException("SELECT " + name, statusWord);
            ReadFcp();
            return true;
        }

        // A card that tells nothing is read to its end.
        private void ReadFcp()
        {
            byte[] response = _access.Response;
            int length = _access.ResponseLength;
            if (length == 0)
                return;
            BerReader fcp = new BerReader();
            fcp.Reset(response, 0, length);
            if (fcp.Find(0x62))
            {
                // TS 102 221 11.1.1.3: FCP template 62, file descriptor 82, file size 80.
                fcp.Enter(fcp);
                while (fcp.Next())
                {
                    if (fcp.Tag == 0x82 && fcp.ValueLength >= 5)
                        SetRecordLength((response[fcp.ValueOffset + 2] << 8) | response[fcp.ValueOffset + 3]);
                    else if (fcp.Tag == 0x80)
                        _size = fcp.GetSize();
                }
            }
            else if (length > GsmRecordLength && response[0] == 0)
            {
                // GSM 11.11 9.2.1, of a modem that asks as for a 2G SIM: two bytes for future use, then the size.
                _size = (response[2] << 8) | response[3];
                SetRecordLength(response[GsmRecordLength]);
            }
        }

        private void SetRecordLength(int length)
        {
            if (length > 0 && length <= ApduTransport.MaxResponse)
                _recordLength = length;
        }

        private CardException ReadFailure(string command, int statusWord, string reason)
        {
            return new CardException(command + _name, statusWord, reason);
        }
    }
}
