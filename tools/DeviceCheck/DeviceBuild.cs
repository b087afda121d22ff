using System.Collections.Immutable;
using System.Text;
using Bootstrapper.DeviceCheck.Rules;
using Bootstrapper.DeviceCheck.Stubs;
using Bootstrapper.DeviceCheck.Walk;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Bootstrapper.DeviceCheck;

/// <summary>
/// Compiles sources as the device's project system does, against nothing but what the device has, and walks the result.
/// </summary>
internal sealed class DeviceBuild
{
    private static readonly CSharpParseOptions _parseOptions = new(
        LanguageVersion.CSharp9, DocumentationMode.Diagnose, preprocessorSymbols: ["NANOFRAMEWORK_1_0"]);

    // That public members are documented is for the .NET twin to tell, which knows where that matters.
    private static readonly CSharpCompilationOptions _compilationOptions = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        generalDiagnosticOption: ReportDiagnostic.Error,
        specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Suppress)],
        deterministic: true);

    private DeviceBuild(IReadOnlyList<Finding> findings, ImmutableArray<byte> image, DeviceImage? walked = null)
    {
        Findings = findings;
        Image = image;
        if (walked == null)
            return;
        CodeBytes = SizeRules.CodeBytes(walked);
        StringBytes = SizeRules.StringBytes(walked);
        FileBytes = FileSize.Of(walked);
    }

    /// <summary>Gets what is wrong: errors of the compiler or, where it has none, what the rules found.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Gets the assembly, or nothing where the compiler has errors.</summary>
    public ImmutableArray<byte> Image { get; }

    /// <summary>Gets the size of the bytecode after the conversion for the device.</summary>
    public int CodeBytes { get; }

    /// <summary>Gets the size of the string table after the conversion for the device.</summary>
    public int StringBytes { get; }

    /// <summary>Gets the size of the whole file, the .pe, after the conversion for the device.</summary>
    public int FileBytes { get; }

    /// <summary>Compiles and checks.</summary>
    /// <param name="assemblyName">The assembly's name.</param>
    /// <param name="projectFile">The project's file, which findings about the whole assembly show.</param>
    /// <param name="sources">The texts by the file names that findings show.</param>
    /// <param name="references">The device assemblies to compile against, and other builds.</param>
    /// <param name="options">How strict the rules are.</param>
    /// <param name="isProgram">Whether it needs a <c>Main</c>.</param>
    /// <param name="allowUnsafe">Whether pointers compile at all.</param>
    public static DeviceBuild Run(
        string assemblyName,
        string projectFile,
        IEnumerable<KeyValuePair<string, string>> sources,
        IEnumerable<MetadataReference> references,
        RuleOptions options,
        bool isProgram = false,
        bool allowUnsafe = false)
    {
        CSharpCompilation compilation = Compile(assemblyName, sources, references, isProgram, allowUnsafe);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emit = new EmitOptions(
            debugInformationFormat: DebugInformationFormat.PortablePdb, runtimeMetadataVersion: StubLibrary.RuntimeVersion);
        EmitResult result = compilation.Emit(image, symbols, options: emit);
        ImmutableArray<Finding> errors = [.. result.Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => Found(diagnostic, projectFile))];
        if (!result.Success)
            return new DeviceBuild(errors, []);

        ImmutableArray<byte> bytes = [.. image.ToArray()];
        using var walked = new DeviceImage(bytes, [.. symbols.ToArray()], projectFile)
        {
            AttributeStrings = [.. AttributeStrings.Of(compilation)],
        };
        IEnumerable<Finding> findings = DeviceRules.Check(walked, options).Concat(DataRowRule.Check(compilation));
        return new DeviceBuild([.. findings], bytes, walked);
    }

    /// <summary>Binds sources as the device's project system does.</summary>
    public static CSharpCompilation Compile(
        string assemblyName,
        IEnumerable<KeyValuePair<string, string>> sources,
        IEnumerable<MetadataReference> references,
        bool isProgram = false,
        bool allowUnsafe = false)
    {
        IEnumerable<SyntaxTree> trees = sources.Select(source =>
            CSharpSyntaxTree.ParseText(SourceText.From(source.Value, Encoding.UTF8), _parseOptions, source.Key));
        CSharpCompilationOptions options = _compilationOptions
            .WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
            .WithAllowUnsafe(allowUnsafe);
        return CSharpCompilation.Create(assemblyName, trees, references, options);
    }

    private static Finding Found(Diagnostic diagnostic, string projectFile)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        SourceLocation location = diagnostic.Location.IsInSource
            ? new SourceLocation(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1)
            : new SourceLocation(projectFile);
        return new Finding(location, diagnostic.Id, diagnostic.GetMessage());
    }
}
