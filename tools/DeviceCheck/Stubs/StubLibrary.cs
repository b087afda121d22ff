using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Bootstrapper.DeviceCheck.Stubs;

/// <summary>Reference assemblies that declare exactly what the API lists say, made on demand.</summary>
internal sealed class StubLibrary
{
    /// <summary>The runtime's version in metadata, which compilers only know by themselves from .NET's core library.</summary>
    public const string RuntimeVersion = "v4.0.30319";

    private const string CoreLibrary = "mscorlib";

    private readonly Dictionary<string, ApiList> _lists;
    private readonly ConcurrentDictionary<string, ImmutableArray<byte>> _images = new();

    public StubLibrary(IReadOnlyList<ApiList> lists)
    {
        _lists = lists.ToDictionary(list => list.AssemblyName);
    }

    /// <summary>Gets the library of all lists that this tool carries.</summary>
    public static StubLibrary Default { get; } = new(ApiList.LoadAll());

    public IEnumerable<string> AssemblyNames => _lists.Keys;

    public bool Contains(string assemblyName) => _lists.ContainsKey(assemblyName);

    /// <summary>Gets the metadata of one assembly.</summary>
    public ImmutableArray<byte> Image(string assemblyName) => _images.GetOrAdd(assemblyName, Compile);

    public MetadataReference Reference(string assemblyName) =>
        MetadataReference.CreateFromImage(Image(assemblyName), filePath: assemblyName + ".dll");

    private ImmutableArray<byte> Compile(string assemblyName)
    {
        ApiList list = _lists[assemblyName];
        List<ApiList> needed = Needed(list);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(StubSource.Write(list, name => Find(name, needed)));
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, deterministic: true, warningLevel: 0);
        var references = needed.Where(other => other != list).Select(other => Reference(other.AssemblyName));
        var compilation = CSharpCompilation.Create(assemblyName, [tree], references, options);

        using var image = new MemoryStream();
        var emit = new EmitOptions(metadataOnly: true, runtimeMetadataVersion: RuntimeVersion);
        EmitResult result = compilation.Emit(image, options: emit);
        if (!result.Success)
        {
            IEnumerable<string> errors = result.Diagnostics
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => $"{diagnostic.GetMessage()}: {Line(diagnostic)}");
            throw new InvalidOperationException($"The list of {assemblyName} gives no assembly:\n{string.Join('\n', errors)}");
        }

        return [.. image.ToArray()];
    }

    private static string Line(Diagnostic diagnostic) => diagnostic.Location.SourceTree is SyntaxTree tree
        ? tree.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString()
        : "";

    // The list itself, the core library, and every list with a type that one of these names.
    private List<ApiList> Needed(ApiList list)
    {
        List<ApiList> needed = [list];
        for (int i = 0; i < needed.Count && list.AssemblyName != CoreLibrary; i++)
        {
            needed.AddRange(_lists.Values.Where(other =>
                !needed.Contains(other) && (other.AssemblyName == CoreLibrary || Names(needed[i], other))));
        }

        return needed;
    }

    private static bool Names(ApiList list, ApiList other) => list.Lines.Any(line =>
        line.Split(' ', '(', ')', '[', ']', ',').Any(word => other.ByName.ContainsKey(word)));

    private static ApiType? Find(string name, List<ApiList> lists) =>
        lists.Select(list => list.ByName.GetValueOrDefault(name)).FirstOrDefault(type => type != null);
}
