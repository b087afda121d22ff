namespace Bootstrapper.Benchmarks.Samples;

/// <summary>The files that this assembly holds.</summary>
internal static class EmbeddedFile
{
    /// <summary>Reads one as text.</summary>
    public static string Read(string name)
    {
        using Stream stream = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException("no such file", nameof(name));
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
