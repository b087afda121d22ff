using System.Text;
using Bootstrapper.Cli.Batch;
using Bootstrapper.Cli.Generation;
using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Batch;

/// <summary>A batch in a folder of its own, which is deleted.</summary>
internal sealed class BatchFixture : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("batch-").FullName;
    private readonly StringWriter _error = new();

    /// <summary>Gets streams that nobody looks at.</summary>
    public static Terminal Silent => new(() => Stream.Null, () => Stream.Null, TextWriter.Null, TextWriter.Null);

    public string Folder => Path.Combine(_root, "out");

    public string Csv => Path.Combine(_root, "cards.csv");

    /// <summary>Gets what standard error was told, with the paths as short as they may be.</summary>
    public string[] Error => Lines(_error.ToString()
        .Replace(_root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
        .Replace("simboot: ", "", StringComparison.Ordinal));

    /// <summary>Gets the rows of the manifest.</summary>
    public string[] Manifest => Lines(File.ReadAllText(Path.Combine(Folder, "manifest.csv")))[1..];

    /// <summary>Gets the names of the images, in order.</summary>
    public string[] Images =>
        [.. Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Where(f => f != "manifest.csv").Order()];

    /// <summary>Reads a template of an account with a pre-shared key.</summary>
    public static Node Template(string uri, string lifetime, string identity, string key) => Template($$"""
        {
            OID.Security: {
                1: {
                    RID.Security.ServerURI: {{uri}},
                    RID.Security.Bootstrap: False,
                    RID.Security.Mode: 0,
                    RID.Security.PKOrIdentity: {{identity}},
                    RID.Security.SecretKey: {{key}},
                    RID.Security.ShortServerID: 101,
                },
            },
            OID.Server: {
                1: {
                    RID.Server.ShortServerID: 101,
                    RID.Server.Lifetime: {{lifetime}},
                    RID.Server.NotificationStoring: True,
                    RID.Server.Binding: 'U',
                },
            },
        }
        """);

    /// <summary>Reads a template in the dictionary syntax.</summary>
    public static Node Template(string text) =>
        ConfigurationText.Read(Encoding.UTF8.GetBytes(text), ConfigurationFormat.Dictionary, isTemplate: true);

    public ExitCode Run(string csv, Node template, string? name = null, CancellationToken cancellation = default) =>
        Run(Encoding.UTF8.GetBytes(csv), template, name, cancellation);

    public ExitCode Run(byte[] csv, Node template, string? name = null, CancellationToken cancellation = default)
    {
        File.WriteAllBytes(Csv, csv);
        Terminal terminal = new(() => Stream.Null, () => Stream.Null, TextWriter.Null, _error);
        BatchRequest request = new(Csv, "template.py", template, Folder, name, () => new Generator(_root));
        return BatchGenerator.Run(request, terminal, cancellation);
    }

    public byte[] Image(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string[] Lines(string text) => text.Split(["\r\n", "\n"], StringSplitOptions.RemoveEmptyEntries);
}
