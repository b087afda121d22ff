namespace Bootstrapper.Cli.Output;

/// <summary>What goes wrong with files and streams: their names, their permissions, their devices.</summary>
internal static class FileTrouble
{
    /// <summary>Tells whether an exception is such trouble, and no error of ours.</summary>
    public static bool Is(Exception e) =>
        e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>Says in a few words what it is, without the name of the file, which the caller has said.</summary>
    public static string Reason(Exception e) => e switch
    {
        FileNotFoundException => "no such file",
        DirectoryNotFoundException => "no such folder",
        UnauthorizedAccessException => "no permission, or a folder",
        ArgumentException => "no name of a file",
        _ => e.Message,
    };
}
