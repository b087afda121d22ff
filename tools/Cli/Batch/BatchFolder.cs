using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Batch;

/// <summary>A folder of its own for a batch, which only its owner can look into.</summary>
/// <remarks>
/// Images are there whole or not at all, unless the power fails: a million files are not forced to the disk one by one. What
/// the manifest doesn't list is not to be used.
/// </remarks>
internal sealed class BatchFolder : IBatchOutput, IDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;
    private readonly StreamWriter _manifest;

    /// <summary>Creates the folder, or takes one that is empty.</summary>
    /// <exception cref="CommandException">There is something in it, or it can't be created.</exception>
    public BatchFolder(string path)
    {
        _path = path;
        try
        {
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
                throw new CommandException(ExitCode.Usage, $"{path}: is not empty: a batch needs a folder of its own");

            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            _stream = Create(ManifestPath);
            _manifest = new StreamWriter(_stream) { NewLine = "\n" };
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            throw Error(path, e);
        }
    }

    /// <summary>Gets the path of the manifest.</summary>
    public string ManifestPath => Path.Combine(_path, "manifest.csv");

    /// <inheritdoc/>
    public TextWriter Manifest => _manifest;

    /// <inheritdoc/>
    public bool TryAdd(string name, ReadOnlySpan<byte> image)
    {
        string path = Path.Combine(_path, name);
        string temporary = Path.Combine(_path, $".{name}.tmp");
        bool isCreated = false;
        try
        {
            using (FileStream stream = Create(temporary))
            {
                isCreated = true;
                stream.Write(image);
            }

            // Never in place of another: it may be the keys of another card. That also finds names that this system takes
            // for the same one, and needs no memory of them.
            File.Move(temporary, path, overwrite: false);
            isCreated = false;
            return true;
        }
        catch (IOException) when (Path.Exists(path))
        {
            return false;
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            throw Error(path, e);
        }
        finally
        {
            if (isCreated)
                File.Delete(temporary);
        }
    }

    /// <summary>Makes sure that the manifest is there to stay.</summary>
    public void Complete()
    {
        _manifest.Flush();
        _stream.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static FileStream Create(string path)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private static CommandException Error(string path, Exception e) =>
        new(ExitCode.Usage, $"{path}: can't be written: {FileTrouble.Reason(e)}", e);
}
