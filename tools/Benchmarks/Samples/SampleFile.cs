using Bootstrapper.Benchmarks.Device;
using Bootstrapper.Modem;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Benchmarks.Samples;

/// <summary>A bootstrap file to measure with.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Instances">The number of its Object Instances.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SampleFile(string Name, int Instances, byte[] Content)
{
    private const int AccountsOf4K = 29;
    private const int DefaultInstances = 16;

    /// <summary>Gets the published example of 126 bytes: one PSK account.</summary>
    public static SampleFile Example { get; } = new("example", 2, Convert.FromHexString(Vectors.A));

    /// <summary>Gets the example client of LwM2M TS Appendix F.</summary>
    public static SampleFile AppendixF { get; } = new("Appendix F", 10, Convert.FromHexString(Vectors.AppendixF));

    /// <summary>Gets a file of about 4 KB.</summary>
    public static SampleFile Medium { get; } = new("4 KB", 2 * AccountsOf4K, AccountFile.Make(AccountsOf4K));

    /// <summary>Gets a file of about 32 KB, as much as EF LwM2M_Bootstrap can hold.</summary>
    public static SampleFile Large { get; } =
        new("32 KB", 2 * AccountFile.AccountsOf32K, AccountFile.Make(AccountFile.AccountsOf32K));

    /// <summary>Gets a file of about 4 KB of an object that nobody knows: nothing but short entries.</summary>
    public static SampleFile ShortEntries { get; } = new("short entries", 0, ShortEntriesFile.Make());

    /// <summary>Gets those that hold accounts, the smallest first.</summary>
    public static IReadOnlyList<SampleFile> All { get; } = [Example, AppendixF, Medium, Large];

    /// <summary>Gets the number of bytes.</summary>
    public int Length => Content.Length;

    /// <summary>Gets the number of characters that the content has as hex.</summary>
    public int HexLength => 2 * Content.Length;

    /// <summary>Gets the options for reading it.</summary>
    /// <param name="way">The way to the card.</param>
    /// <param name="chunkSize">The most bytes to ask for in one command; 0 for what the modem's profile says.</param>
    public BootstrapOptions Options(CardAccess way, int chunkSize) => new()
    {
        Access = way,
        AllowsBasicChannel = true,
        ChunkSize = chunkSize,
        MaxInstances = Math.Max(Instances, DefaultInstances),
    };

    /// <summary>Gets the file of a name.</summary>
    public static SampleFile Named(string name) => All.Single(file => file.Name == name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
