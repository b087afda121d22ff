using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tracing;

/// <summary>Follows commands to a card and their answers: puts them in words, and tells which data may be shown.</summary>
internal sealed class CardDialogue
{
    private const byte Open = 0x00;
    private const byte ByName = 0x04;
    private const byte ParentDirectory = 0x03;
    private const int ApplicationDirectoryShortId = 0x1E;
    private const int IccidShortId = 0x02;

    // What a card opens at most, on each way.
    private const int MostChannels = 64;

    private static readonly Expected _nothing = new(ExpectedKind.Nothing);

    private readonly Dictionary<string, Channel> _channels = [];
    private readonly HashSet<ushort> _dataObjectDirectories = [];
    private readonly HashSet<ushort> _bootstrapFiles = [];
    private string? _way;
    private Apdu? _command;
    private Channel _channel = new();
    private Expected _expected = _nothing;

    private enum ExpectedKind
    {
        Nothing,
        ChannelNumber,
        FileControl,
        Content,
    }

    /// <summary>Gets the way of the command whose answer is still to come; null where none is.</summary>
    public string? Awaited => _way;

    /// <summary>Takes an APDU to the modem.</summary>
    /// <param name="way">The AT command: CSIM or CGLA.</param>
    /// <param name="session">The session of AT+CGLA; null for AT+CSIM.</param>
    /// <param name="command">The APDU.</param>
    public (string Words, bool ShowsData) Ask(string way, string? session, Apdu command)
    {
        string name = session is null ? $"channel {command.Channel}" : $"session {session}";
        _channel = Find(name);
        _way = way;
        _command = command;
        _expected = Expect(command, _channel);
        string prefix = session is null && command.Channel == 0 ? "" : $"{name}: ";
        return (prefix + CardWords.Of(command, KindOf), ShowsData(command, _channel.File));
    }

    /// <summary>Takes an AT+CRSM to the modem.</summary>
    /// <param name="fileId">The file; null where the command names none.</param>
    /// <param name="path">The path of its directory in hexadecimal digits, or nothing.</param>
    /// <param name="command">The command as an APDU.</param>
    public (string Words, bool ShowsData) AskForFile(ushort? fileId, string path, Apdu command)
    {
        FileKind kind = fileId is { } id ? KindOf(id) : FileKind.Unknown;
        _channel = new();
        _way = "CRSM";
        _command = command;
        _expected = command.Instruction switch
        {
            CardInstructions.ReadBinary => new(ExpectedKind.Content, kind, command.Offset),
            CardInstructions.ReadRecord => new(ExpectedKind.Content, kind),
            CardInstructions.GetResponse or CardInstructions.Status => new(ExpectedKind.FileControl),
            _ => _nothing,
        };
        string file = fileId is { } named ? $" of {(path.Length > 0 ? path + "/" : "")}{Names.OfFile(named, kind)}" : "";
        string words = command.Instruction == CardInstructions.GetResponse ? "file information" : CardWords.Of(command, KindOf);
        return (words + file, ShowsData(command, kind));
    }

    /// <summary>Takes an answer of the card.</summary>
    /// <param name="way">The AT command whose answer it is.</param>
    /// <param name="data">The data.</param>
    /// <param name="statusWord">The status word.</param>
    public (string Words, bool ShowsData) Answer(string way, ReadOnlySpan<byte> data, int statusWord)
    {
        string status = StatusWord.Explain(statusWord);
        if (way != _way)
            return (data.IsEmpty ? status : $"{status}; {CardWords.Count(data.Length)}", data.IsEmpty);

        _way = null;
        Follow(data, statusWord);
        if (data.IsEmpty)
            return (status, true);

        string? description = Recognize(data);

        // What a further GET RESPONSE brings is the rest of something.
        _channel.Last = _nothing;
        string filler = HarmlessContent.IsFiller(data) ? ", nothing but filler" : "";
        return ($"{status}; {description ?? CardWords.Count(data.Length) + filler}", description is not null);
    }

    /// <summary>Takes the news that a session was opened.</summary>
    public void Opened(string session) => Reset($"session {session}");

    /// <summary>Takes a command after which no answer of the card is awaited any more.</summary>
    public void Forget() => _way = null;

    private Expected Expect(Apdu command, Channel channel)
    {
        switch (command.Instruction)
        {
            case CardInstructions.Select:
                channel.FileBefore = channel.File;
                channel.FileSelected = KindOfSelected(command);

                // Until the card has said that it is so.
                channel.File = FileKind.Unknown;
                return channel.Last = new(ExpectedKind.FileControl);

            case CardInstructions.Status:
                return channel.Last = new(ExpectedKind.FileControl);

            case CardInstructions.ManageChannel:
                return channel.Last = command.P1 == Open ? new(ExpectedKind.ChannelNumber) : _nothing;

            case CardInstructions.ReadBinary:
                // A file that its SFI names is the current one from now on.
                if (command.ShortFileId is { } sfi)
                    channel.File = sfi == IccidShortId ? FileKind.Iccid : FileKind.Unknown;
                return channel.Last = new(ExpectedKind.Content, channel.File, command.Offset);

            case CardInstructions.ReadRecord:
                if (command.ShortFileIdOfRecords is { } id)
                    channel.File = id == ApplicationDirectoryShortId ? FileKind.ApplicationDirectory : FileKind.Unknown;
                return channel.Last = new(ExpectedKind.Content, channel.File);

            case CardInstructions.GetResponse:
                return channel.Last;

            default:
                return channel.Last = _nothing;
        }
    }

    // What an answer changes in what is known.
    private void Follow(ReadOnlySpan<byte> data, int statusWord)
    {
        bool isSuccess = StatusWord.IsSuccess(statusWord);
        if (_command!.Instruction == CardInstructions.Select)
            _channel.File = isSuccess ? _channel.FileSelected : _channel.FileBefore;
        if (_command.Instruction == CardInstructions.ManageChannel && isSuccess)
            Reset($"channel {(_expected.Kind == ExpectedKind.ChannelNumber && data.Length == 1 ? data[0] : _command.P2)}");
        if (_expected.Kind != ExpectedKind.Content || Recognize(data) is null)
            return;
        if (_expected.File == FileKind.ObjectDirectory)
            _dataObjectDirectories.UnionWith(HarmlessContent.DataObjectDirectories(data));
        if (_expected.File == FileKind.DataObjectDirectory)
            _bootstrapFiles.UnionWith(HarmlessContent.BootstrapFiles(data));
    }

    private string? Recognize(ReadOnlySpan<byte> data) => _expected.Kind switch
    {
        ExpectedKind.ChannelNumber when data.Length == 1 => $"channel {data[0]}",
        ExpectedKind.FileControl => FileControlText.Describe(data),
        ExpectedKind.Content when !data.IsEmpty => HarmlessContent.Describe(_expected.File, _expected.Offset, data),
        _ => null,
    };

    private static bool ShowsData(Apdu command, FileKind file) => command.Data.Length == 0 || command.Instruction switch
    {
        CardInstructions.Select => command.Data.Length <= CardWords.MaxNameLength,
        CardInstructions.UpdateBinary when command.ShortFileId is null =>
            HarmlessContent.Describe(file, command.Offset, command.Data) is not null,
        CardInstructions.UpdateRecord when command.ShortFileIdOfRecords is null =>
            HarmlessContent.Describe(file, null, command.Data) is not null,
        _ => false,
    };

    // The last step of the path is what counts: where it led shows in the content.
    private FileKind KindOfSelected(Apdu command) =>
        command.P1 is not (ByName or ParentDirectory) && command.Data is [.., var high, var low]
            ? KindOf((ushort)((high << 8) | low))
            : FileKind.Unknown;

    private FileKind KindOf(ushort fileId) => fileId switch
    {
        _ when _bootstrapFiles.Contains(fileId) => FileKind.Bootstrap,
        ExampleCard.ApplicationDirectoryFileId => FileKind.ApplicationDirectory,
        ExampleCard.IccidFileId => FileKind.Iccid,
        0x2F06 or 0x6F06 => FileKind.AccessRules,
        ExampleCard.ObjectDirectoryFileId => FileKind.ObjectDirectory,
        _ => _dataObjectDirectories.Contains(fileId) ? FileKind.DataObjectDirectory : FileKind.Unknown,
    };

    private Channel Find(string name)
    {
        if (!_channels.TryGetValue(name, out Channel? channel))
            channel = Reset(name);
        return channel;
    }

    private Channel Reset(string name)
    {
        if (_channels.Count >= MostChannels)
            _channels.Clear();
        return _channels[name] = new();
    }

    /// <summary>What the data of an answer are, if it has some.</summary>
    /// <param name="Kind">The kind of data.</param>
    /// <param name="File">The file that content is from.</param>
    /// <param name="Offset">Where in the file it starts; null for a record.</param>
    private sealed record Expected(ExpectedKind Kind, FileKind File = FileKind.Unknown, int? Offset = null);

    /// <summary>What is known of a logical channel.</summary>
    private sealed class Channel
    {
        /// <summary>Gets or sets the current file.</summary>
        public FileKind File { get; set; }

        /// <summary>Gets or sets what is current again if the SELECT under way fails.</summary>
        public FileKind FileBefore { get; set; }

        /// <summary>Gets or sets what is current if the SELECT under way succeeds.</summary>
        public FileKind FileSelected { get; set; }

        /// <summary>Gets or sets what the last command but GET RESPONSE is answered.</summary>
        public Expected Last { get; set; } = _nothing;
    }
}
