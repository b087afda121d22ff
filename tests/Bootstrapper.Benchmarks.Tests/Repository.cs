namespace Bootstrapper.Benchmarks.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string _root = FindRoot();

    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([_root, .. parts]);

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
