namespace Bootstrapper.Cli.Output;

/// <summary>Reads files and standard input, up to a size.</summary>
internal static class InputFile
{
    /// <summary>Reads a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="CommandException">It can't be read, or is longer than <paramref name="longest"/> bytes.</exception>
    public static byte[] Read(string path, int longest, Terminal terminal)
    {
        string name = path == "-" ? "standard input" : path;
        try
        {
            using Stream stream = path == "-" ? terminal.OpenInput() : File.OpenRead(path);
            using MemoryStream content = new();
            byte[] buffer = new byte[64 * 1024];
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                content.Write(buffer, 0, read);
                if (content.Length > longest)
                    throw new CommandException(ExitCode.Usage, $"{name}: longer than {longest} bytes");
            }

            return content.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandException(ExitCode.Usage, $"{name}: can't be read: {Reason(e)}", e);
        }
    }

    /// <summary>Says in a few words why a file can't be used, without its name, which the caller has said.</summary>
    public static string Reason(Exception e) => e switch
    {
        FileNotFoundException => "no such file",
        DirectoryNotFoundException => "no such folder",
        UnauthorizedAccessException => "no permission, or a folder",
        ArgumentException => "no name of a file",
        _ => e.Message,
    };
}
