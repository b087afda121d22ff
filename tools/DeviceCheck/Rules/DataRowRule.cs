using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bootstrapper.DeviceCheck.Rules;

/// <summary>The rule about data rows that hold an array. Attribute values are easier to read before they are encoded.</summary>
internal static class DataRowRule
{
    public static IEnumerable<Finding> Check(CSharpCompilation compilation) => compilation.SyntaxTrees.SelectMany(tree =>
    {
        SemanticModel model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method.AttributeLists.Count > 0)
            .SelectMany(method => model.GetDeclaredSymbol(method)!.GetAttributes())
            .Where(HasArray)
            .Select(Found);
    });

    private static bool HasArray(AttributeData attribute) =>
        attribute.AttributeClass?.ToDisplayString() == "nanoFramework.TestFramework.DataRowAttribute"
        && attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false } row]
        && row.Values.Any(value => value.Kind == TypedConstantKind.Array);

    private static Finding Found(AttributeData attribute)
    {
        FileLinePositionSpan span = attribute.ApplicationSyntaxReference!.GetSyntax().GetLocation().GetLineSpan();
        return new Finding(
            new SourceLocation(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1),
            "nano-test-data",
            "a data row that holds an array keeps every test from being reported; use hex text");
    }
}
