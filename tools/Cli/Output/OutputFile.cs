namespace Bootstrapper.Cli.Output;

/// <summary>Writes files that may hold keys: only their owner can read them, and they are there whole or not at all.</summary>
internal static class OutputFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Writes a file in place of one that may be there. A link stays, and what it leads to is replaced; a device is written to.
    /// </summary>
    /// <exception cref="CommandException">The file can't be written; what was there stays.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        string? temporary = null;
        try
        {
            string full = Resolve(path);
            if (Directory.Exists(full))
                throw new IOException("is a folder");
            if (IsDevice(full))
            {
                using FileStream device = OpenDevice(full);
                device.Write(content);
                return;
            }

            temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
            using (FileStream stream = Create(temporary))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
            temporary = null;
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            throw new CommandException(ExitCode.Usage, $"{path}: can't be written: {FileTrouble.Reason(e)}", e);
        }
        finally
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }

    /// <summary>Creates a file that only its owner can read, as it goes; one that was there before is emptied and made private.</summary>
    public static FileStream Create(string path)
    {
        string full = Resolve(path);
        if (IsDevice(full))
            return OpenDevice(full);

        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        FileStream stream = new(full, options);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(stream.SafeFileHandle, OwnerOnly);
        return stream;
    }

    // A link outside /dev may lead to a device, and those in there are as good as one.
    private static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        return !IsDevice(full) && File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }

    private static FileStream OpenDevice(string full) => new(full, FileMode.Open, FileAccess.Write);

    // Among them /dev/stdout, and what a shell hands over of a process.
    private static bool IsDevice(string full) =>
        !OperatingSystem.IsWindows()
        && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal))
        && !full.StartsWith("/dev/shm/", StringComparison.Ordinal);
}
