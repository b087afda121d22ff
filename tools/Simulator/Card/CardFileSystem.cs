using System.Buffers.Binary;

namespace Bootstrapper.Simulator;

/// <summary>Finds the files of an image the way SELECT names them, EF.ARR included.</summary>
internal sealed class CardFileSystem(CardImage image, CardBehavior behavior)
{
    private const ushort CurrentApplication = 0x7FFF;

    public CardImage Image => image;

    public CardBehavior Behavior => behavior;

    public AccessRuleFile AccessRules => new(image);

    public ElementaryFile? File(CardDirectory directory, ushort fileId)
    {
        if (directory == image.MasterFile && fileId == AccessRuleFile.FileId)
            return AccessRules.ToFile();

        return fileId == AccessRuleFile.FileIdInApplication && HasAccessRules(directory)
            ? AccessRules.ToFile(fileId)
            : directory.File(fileId);
    }

    public ElementaryFile? FileByShortId(CardDirectory directory, int shortFileId)
    {
        if (directory.FileByShortId(shortFileId) is { } file)
            return file;

        ElementaryFile? accessRules = directory == image.MasterFile ? AccessRules.ToFile() : null;
        return accessRules?.ShortFileId == shortFileId ? accessRules : null;
    }

    public CardDirectory? Child(CardDirectory directory, ushort fileId)
    {
        if (directory.Directory(fileId) is { } child)
            return child;

        return directory == image.MasterFile ? image.Applications.FirstOrDefault(a => a.FileId == fileId) : null;
    }

    /// <summary>Gets the ID of the EF.ARR that the FCP of what is in a directory refers to.</summary>
    public ushort AccessRulesOf(CardDirectory directory)
    {
        CardDirectory? candidate = directory;
        while (candidate is not null && !HasAccessRules(candidate))
            candidate = candidate.Parent;

        return candidate is null ? AccessRuleFile.FileId : AccessRuleFile.FileIdInApplication;
    }

    /// <summary>Finds what a file ID alone names from a channel's current directory (TS 102 221 8.4.2).</summary>
    public CardLocation? ByFileId(CardChannel channel, ushort fileId)
    {
        CardDirectory current = channel.Directory;
        if (fileId == CardDirectory.MasterFileId)
            return new(image.MasterFile);

        if (fileId == CurrentApplication)
            return channel.Application is { } application ? new(application) : null;

        if (Below(current, fileId) is { } below)
            return below;

        // The directory above, and those in it, of which the current one is one.
        if (current.Parent is not { } parent)
            return null;

        return parent.FileId == fileId ? new(parent)
            : Child(parent, fileId) is { } sibling ? new(sibling)
            : null;
    }

    /// <summary>Finds what a path names, from the MF or, where the path starts with 7FFF, from the current application.</summary>
    public CardLocation? ByPathFromMasterFile(CardChannel channel, ReadOnlySpan<byte> path)
    {
        if (BinaryPrimitives.ReadUInt16BigEndian(path) != CurrentApplication)
            return ByPath(image.MasterFile, path);

        return channel.Application is { } application ? ByPath(application, path[2..]) : null;
    }

    /// <summary>Finds what a path names from a directory; the path has whole file IDs, none for the directory itself.</summary>
    public CardLocation? ByPath(CardDirectory start, ReadOnlySpan<byte> path)
    {
        CardLocation? location = new(start);
        while (path.Length > 0 && location is { File: null } directory)
        {
            location = Below(directory.Directory, BinaryPrimitives.ReadUInt16BigEndian(path));
            path = path[2..];
        }

        // A path that goes on below a file names nothing.
        return path.IsEmpty ? location : null;
    }

    private bool HasAccessRules(CardDirectory directory) =>
        directory.IsApplication && behavior.AccessRuleForm == AccessRuleForm.ReferenceInApplication;

    private CardLocation? Below(CardDirectory directory, ushort fileId)
    {
        if (File(directory, fileId) is { } file)
            return new(directory, file);

        return Child(directory, fileId) is { } child ? new(child) : null;
    }
}
