using System;
using Bootstrapper.Modem;

namespace Bootstrapper.Card
{
    /// <summary>The files of a UICC over a logical channel (ETSI TS 102 221, 11.1).</summary>
    public sealed class UiccFiles : ICardFiles
    {
        private const int Select = 0xA4;
        private const int ReadBinaryInstruction = 0xB0;
        private const int ReadRecordInstruction = 0xB2;

        private const int ByName = 0x04;
        private const int ByPathFromMf = 0x08;
        private const int ReturnFcp = 0x04;
        private const int ReturnNothing = 0x0C;
        private const int AbsoluteRecord = 0x04;

        private const int MasterFile = 0x3F00;
        private const int CurrentApplication = 0x7FFF;
        private const int LongestPath = 16;
        private const int LargestOffset = 0x7FFF;

        // So many answers shorter than asked for in one file are a card's way; more would make a read endless.
        private const int MaxShortAnswers = 64;

        private readonly LogicalChannel _channel;
        private readonly BerReader _fcp = new BerReader();
        private readonly BerReader _fcpItem = new BerReader();
        private readonly byte[] _path = new byte[LongestPath];
        private string _name;
        private int _rootFile;
        private int _shortFile;
        private int _recordLength;
        private int _size;
        private int _shortAnswers;

        /// <summary>Creates the files.</summary>
        /// <param name="channel">The channel, which is open whenever a method is called.</param>
        public UiccFiles(LogicalChannel channel)
        {
            _channel = channel;
        }

        /// <summary>Gets the size of the open file in bytes, or -1 as long as the card has not told.</summary>
        public int Size => _size;

        /// <inheritdoc/>
        public byte[] Buffer => _channel.Response;

        /// <inheritdoc/>
        public bool SelectApplication(byte[] applicationIdentifier)
        {
            const string Step = "SELECT application";
            int length = applicationIdentifier.Length;
            int statusWord = _channel.Transmit(Select, ByName, ReturnNothing, applicationIdentifier, length, 0);
            if (!LogicalChannel.IsSuccess(statusWord) && statusWord != StatusWords.Warning
                && statusWord != StatusWords.NotFound)
            {
                // Without an FCP it costs no GET RESPONSE; a card that knows only the form with FCP gets that.
                statusWord = SelectWithFcp(ByName, applicationIdentifier, length);
            }

            return IsFound(statusWord, Step);
        }

        /// <inheritdoc/>
        public void OpenInRoot(int fileIdentifier, int shortFileIdentifier)
        {
            _name = "EF(" + fileIdentifier.ToString("X4") + ")";
            _rootFile = fileIdentifier;
            _shortFile = shortFileIdentifier;
            _recordLength = LogicalChannel.MaxResponse;
            _size = -1;
        }

        /// <inheritdoc/>
        public bool Open(byte[] path, string name)
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

            return SelectFile(length, name);
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
                if (offset <= 0xFF)
                {
                    statusWord = _channel.Transmit(
                        ReadBinaryInstruction, 0x80 | _shortFile, offset, null, 0, count);
                }

                if (!IsShortFileOpen(statusWord))
                    return OpenRootFile() ? ReadBinary(offset, count) : 0;
            }
            else
            {
                statusWord = _channel.Transmit(ReadBinaryInstruction, offset >> 8, offset & 0xFF, null, 0, count);
            }

            int read = _channel.ResponseLength;
            if (statusWord == StatusWords.OffsetOutsideFile && (Size < 0 || offset > 0))
            {
                // The file ends here, whatever the card said of its size.
                _size = offset;
                return 0;
            }

            if (!LogicalChannel.IsSuccess(statusWord) && statusWord != StatusWords.EndOfFile)
                throw ReadFailure("READ BINARY ", statusWord, null);
            if (read > count)
                throw ReadFailure("READ BINARY ", statusWord, "more bytes than asked for");

            // A short answer is not the end of the file, only 6282 is; nothing at all would never come to an end.
            if (statusWord == StatusWords.EndOfFile)
                _size = offset + read;
            else if (read == 0)
                throw ReadFailure("READ BINARY ", statusWord, "no bytes");
            else if (read < count && ++_shortAnswers > MaxShortAnswers)
                throw ReadFailure("READ BINARY ", statusWord, "too many short answers");
            return read;
        }

        /// <inheritdoc/>
        public int ReadRecord(int number)
        {
            int mode = (_shortFile << 3) | AbsoluteRecord;
            int statusWord = _channel.Transmit(ReadRecordInstruction, number, mode, null, 0, _recordLength);
            if (_shortFile != 0 && !IsShortFileOpen(statusWord))
                return OpenRootFile() ? ReadRecord(number) : 0;
            if (statusWord == StatusWords.RecordNotFound)
                return 0;
            if (!LogicalChannel.IsSuccess(statusWord) && statusWord != StatusWords.EndOfFile)
                throw ReadFailure("READ RECORD ", statusWord, null);

            // Records of a linear fixed file are equally long: the next one is asked for with the right length.
            if (_channel.ResponseLength > 0)
                _recordLength = _channel.ResponseLength;
            return _channel.ResponseLength;
        }

        // TS 102 221 11.1.3: a read with a short file identifier makes the file the current one.
        private bool IsShortFileOpen(int statusWord)
        {
            bool isOpen = LogicalChannel.IsSuccess(statusWord) || statusWord == StatusWords.EndOfFile;
            if (isOpen)
                _shortFile = 0;
            return isOpen;
        }

        private bool OpenRootFile()
        {
            _path[0] = (byte)(_rootFile >> 8);
            _path[1] = (byte)_rootFile;
            return SelectFile(2, _name);
        }

        private int CopyPath(byte[] path, int from, int to)
        {
            int length = path.Length - from;
            if (length < 2 || (length & 1) != 0 || to + length > LongestPath)
                throw new ArgumentException("not a path of 2 to 16 bytes");
            Array.Copy(path, from, _path, to, length);
            return to + length;
        }

        private bool SelectFile(int pathLength, string name)
        {
            _name = name;
            _shortFile = 0;
            _recordLength = LogicalChannel.MaxResponse;
            _size = -1;
            _shortAnswers = 0;
            int statusWord = SelectWithFcp(ByPathFromMf, _path, pathLength);
            if (!IsFound(statusWord, "SELECT " + name))
                return false;

            // TS 102 221 11.1.1.3: FCP template 62, file size 80. A card that does not tell is read to its end.
            _fcp.Reset(_channel.Response, 0, _channel.ResponseLength);
            if (_fcp.Find(0x62))
            {
                _fcpItem.Enter(_fcp);
                if (_fcpItem.Find(0x80))
                    _size = _fcpItem.GetSize();
            }

            return true;
        }

        private int SelectWithFcp(int mode, byte[] data, int length)
        {
            int statusWord;
            try
            {
                statusWord = _channel.Transmit(Select, mode, ReturnFcp, data, length, LogicalChannel.MaxResponse);
            }
            catch (ModemException e) when (e.Status == AtStatus.Error || e.Code == CmeErrors.IncorrectParameters)
            {
                statusWord = StatusWords.WrongLength;
            }

            // Some modems and cards take no Le behind data and leave the FCP to GET RESPONSE.
            if (statusWord == StatusWords.WrongLength)
                statusWord = _channel.Transmit(Select, mode, ReturnFcp, data, length, 0);
            return statusWord;
        }

        // TS 102 221 10.2.1.3: 6200 is a warning that says nothing; 6283 to 6285 mean a file that can't be used.
        private static bool IsFound(int statusWord, string step)
        {
            if (statusWord == StatusWords.NotFound)
                return false;
            if (!LogicalChannel.IsSuccess(statusWord) && statusWord != StatusWords.Warning)
                throw new CardException(step, statusWord);
            return true;
        }

        private CardException ReadFailure(string command, int statusWord, string reason)
        {
            return new CardException(command + _name, statusWord, reason);
        }
    }
}
