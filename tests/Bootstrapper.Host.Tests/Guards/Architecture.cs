using Bootstrapper.DeviceCheck;
using Bootstrapper.DeviceCheck.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bootstrapper.Host.Tests.Guards;

/// <summary>How the library's sources are laid out and what may know what; its files are named from its folder on.</summary>
internal sealed class Architecture
{
    private const string Root = "Bootstrapper";

    // Card depends on Modem; Lwm2m on neither; the root, which has the flow, on all three.
    private static readonly Dictionary<string, string[]> _allowedNamespaces = new()
    {
        [Root] = [Root, Root + ".Card", Root + ".Lwm2m", Root + ".Modem"],
        [Root + ".Card"] = [Root + ".Card", Root + ".Modem"],
        [Root + ".Lwm2m"] = [Root + ".Lwm2m"],
        [Root + ".Modem"] = [Root + ".Modem"],
    };

    private static readonly string[] _kernel =
        ["IByteSource", "IRereadable", "IClock", "ILog", "ContentException", "CardException", "ModemException"];

    private readonly CSharpCompilation _compilation;

    public Architecture(IEnumerable<KeyValuePair<string, string>> sources)
    {
        string[] references = ["mscorlib", "nanoFramework.System.Text"];
        _compilation = DeviceBuild.Compile("Bootstrapper.Nano", sources, references.Select(StubLibrary.Default.Reference));
    }

    /// <summary>Finds what a namespace uses of a namespace that it must not know.</summary>
    public IEnumerable<string> Dependencies() => _compilation.SyntaxTrees
        .SelectMany(tree => Dependencies(tree, _compilation.GetSemanticModel(tree)))
        .Distinct();

    /// <summary>Finds types outside the namespace that their folder stands for.</summary>
    public IEnumerable<string> Folders()
    {
        foreach (SyntaxTree tree in _compilation.SyntaxTrees)
        {
            string folder = Path.GetDirectoryName(tree.FilePath)!.Replace('\\', '/').Replace('/', '.');
            string expected = folder.Length == 0 ? Root : Root + "." + folder;
            foreach (BaseTypeDeclarationSyntax type in TopLevel<BaseTypeDeclarationSyntax>(tree))
            {
                if (NamespaceOf(type) != expected)
                    yield return $"{tree.FilePath}: {type.Identifier.Text} is in {NamespaceOf(type)}, the folder says {expected}";
            }
        }
    }

    /// <summary>Finds files with a second public type, and files named after none of their types.</summary>
    public IEnumerable<string> Files()
    {
        foreach (SyntaxTree tree in _compilation.SyntaxTrees)
        {
            MemberDeclarationSyntax[] types =
            [
                .. TopLevel<BaseTypeDeclarationSyntax>(tree),
                .. TopLevel<DelegateDeclarationSyntax>(tree),
            ];
            string[] open = [.. types.Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword)).Select(NameOf)];
            string[] candidates = open.Length > 0 ? open : [.. types.Select(NameOf)];
            string name = Path.GetFileName(tree.FilePath).Split('.')[0];
            if (open.Length > 1)
                yield return $"{tree.FilePath}: more than one public type: {string.Join(", ", open)}";
            else if (types.Length > 0 && !candidates.Contains(name))
                yield return $"{tree.FilePath}: has {string.Join(", ", candidates)}, and is named after something else";
        }
    }

    /// <summary>Finds conditional compilation.</summary>
    public IEnumerable<string> Conditions() => _compilation.SyntaxTrees
        .Where(tree => tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<IfDirectiveTriviaSyntax>().Any())
        .Select(tree => tree.FilePath + ": one source for both runtimes needs no #if");

    private static IEnumerable<string> Dependencies(SyntaxTree tree, SemanticModel model)
    {
        foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            ISymbol? symbol = model.GetSymbolInfo(name).Symbol;
            INamedTypeSymbol? used = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
            string user = NamespaceOf(name);
            if (used == null || !used.Locations.Any(location => location.IsInSource)
                || !_allowedNamespaces.TryGetValue(user, out string[]? allowed))
            {
                continue;
            }

            string space = used.ContainingNamespace.ToDisplayString();
            if (!allowed.Contains(space) && !(space == Root && _kernel.Contains(used.Name)))
                yield return $"{tree.FilePath}: {user} uses {used.ToDisplayString()}";
        }
    }

    private static IEnumerable<T> TopLevel<T>(SyntaxTree tree)
        where T : MemberDeclarationSyntax =>
        tree.GetRoot().DescendantNodes().OfType<T>().Where(type => type.Parent is not TypeDeclarationSyntax);

    private static string NameOf(MemberDeclarationSyntax type) =>
        type is DelegateDeclarationSyntax function ? function.Identifier.Text : ((BaseTypeDeclarationSyntax)type).Identifier.Text;

    private static string NamespaceOf(SyntaxNode node) =>
        node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "";
}
