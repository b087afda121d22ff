namespace Bootstrapper.Cli.Output;

/// <summary>Reads files and standard input, up to a size.</summary>
internal static class InputFile
{
    /// <summary>Reads a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="CommandException">It can't be read, or is longer than <paramref name="longest"/> bytes.</exception>
    public static byte[] Read(string path, int longest, Terminal terminal)
    {
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
                    throw new CommandException(ExitCode.Usage, $"{Name(path)}: longer than {longest} bytes");
            }

            return content.ToArray();
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            throw new CommandException(ExitCode.Usage, $"{Name(path)}: can't be read: {FileTrouble.Reason(e)}", e);
        }
    }

    /// <summary>Gets what a message calls a file.</summary>
    public static string Name(string path) => path == "-" ? "standard input" : path;
}
