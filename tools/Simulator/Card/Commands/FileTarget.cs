namespace Bootstrapper.Simulator.Commands;

/// <summary>The file that a command on a file's content is about: the current one, or the one that its SFI names.</summary>
internal readonly ref struct FileTarget
{
    private FileTarget(ElementaryFile file)
    {
        File = file;
        StatusWord = StatusWords.Success;
    }

    private FileTarget(ushort statusWord)
    {
        File = null!;
        StatusWord = statusWord;
    }

    /// <summary>Gets success, or why there is no file.</summary>
    public ushort StatusWord { get; }

    /// <summary>Gets the file; there is none unless <see cref="StatusWord"/> is success.</summary>
    public ElementaryFile File { get; }

    /// <summary>Finds the file and checks its structure.</summary>
    /// <param name="session">The card's session.</param>
    /// <param name="channel">The command's channel; a file found by its SFI becomes its current one.</param>
    /// <param name="shortFileId">The SFI, 0 for the current file.</param>
    /// <param name="withRecords">Whether the command is about records.</param>
    public static FileTarget Find(CardSession session, CardChannel channel, int shortFileId, bool withRecords)
    {
        if (shortFileId > ElementaryFile.MaxShortFileId)
            return new(StatusWords.WrongParameters);

        ElementaryFile? file = shortFileId == 0
            ? channel.File
            : session.Files.FileByShortId(channel.Directory, shortFileId);
        if (file is null)
            return new(shortFileId == 0 ? StatusWords.NoFileSelected : StatusWords.FileNotFound);

        if (!file.IsActivated)
            return new(StatusWords.ConditionsNotSatisfied);

        if (file.HasRecords != withRecords)
            return new(StatusWords.WrongFileStructure);

        if (shortFileId != 0)
            channel.Select(new(channel.Directory, file));

        return new(file);
    }

    /// <summary>Finds the transparent file of READ BINARY or UPDATE BINARY, and the offset (TS 102 221 11.1.3).</summary>
    public static FileTarget FindBinary(CardSession session, CardChannel channel, CardCommand command, out int offset)
    {
        // P1: bit 8 = 0, the high bits of a 15-bit offset; bit 8 = 1, bits 7-6 = 00 and an SFI in bits 5-1, offset in P2.
        bool byShortId = (command.P1 & 0x80) != 0;
        offset = byShortId ? command.P2 : command.P1P2;
        int shortFileId = byShortId ? command.P1 & 0x1F : 0;
        if (byShortId && ((command.P1 & 0x60) != 0 || shortFileId == 0))
            return new(StatusWords.WrongParameters);

        return Find(session, channel, shortFileId, withRecords: false);
    }
}
