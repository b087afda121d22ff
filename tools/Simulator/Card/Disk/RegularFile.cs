using Microsoft.Win32.SafeHandles;

namespace Bootstrapper.Simulator;

/// <summary>Reads files of a card image, and nothing that only looks like a file.</summary>
internal static class RegularFile
{
    private const string Irregular = "is no regular file";

    /// <summary>Reads a file as a whole, without waiting for a pipe's other end or for the end of a device.</summary>
    /// <exception cref="CardImageException">It is no regular file, has more bytes than the most, or cannot be read.</exception>
    public static byte[] Read(string path, int mostBytes)
    {
        try
        {
            using SafeFileHandle handle = OperatingSystem.IsWindows() ? File.OpenHandle(path) : Posix.OpenToRead(path);
            using FileStream stream = new(handle, FileAccess.Read, bufferSize: 0);
            if (!stream.CanSeek)
                throw new CardImageException(path, Irregular);

            long length = stream.Length;
            if (length > mostBytes)
                throw new CardImageException(path, $"has {length} bytes, more than {mostBytes}");

            byte[] content = new byte[length];
            stream.ReadExactly(content);

            // A device has no length, and bytes all the same.
            return stream.ReadByte() < 0 ? content : throw new CardImageException(path, Irregular);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CardImageException(path, e.Message, e);
        }
    }
}
