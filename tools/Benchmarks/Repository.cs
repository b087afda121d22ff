namespace Bootstrapper.Benchmarks;

/// <summary>The repository that this program was built from.</summary>
internal static class Repository
{
    /// <summary>Gets the full path of its root folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Gets the full path of a file or folder in it.</summary>
    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (string? folder = AppContext.BaseDirectory; folder != null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Bootstrapper.Nano.sln")))
                return folder;
        }

        throw new InvalidOperationException("no Bootstrapper.Nano.sln above " + AppContext.BaseDirectory);
    }
}
