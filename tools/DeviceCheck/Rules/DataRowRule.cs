using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bootstrapper.DeviceCheck.Rules;

/// <summary>
/// The rule about what data rows must not hold. Attribute values are easier to read before they are encoded.
/// </summary>
internal static class DataRowRule
{
    public static IEnumerable<Finding> Check(CSharpCompilation compilation) => compilation.SyntaxTrees.SelectMany(tree =>
    {
        SemanticModel model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method.AttributeLists.Count > 0)
            .SelectMany(method => model.GetDeclaredSymbol(method)!.GetAttributes())
            .Where(attribute =>
                attribute.AttributeClass?.ToDisplayString() == "nanoFramework.TestFramework.DataRowAttribute")
            .SelectMany(row => Reasons(row.ConstructorArguments[0]).Distinct().Select(reason => Found(row, reason)));
    });

    // A lone null stands for the whole row.
    private static IEnumerable<string> Reasons(TypedConstant row) => row.IsNull ? [Reason(row)] : row.Values.Select(Reason)
        .Where(reason => reason.Length > 0);

    private static string Reason(TypedConstant value) => value switch
    {
        { IsNull: true } => "a data row that holds null cannot be converted for the device; build the null in the test",
        { Kind: TypedConstantKind.Array } =>
            "a data row that holds an array keeps every test from being reported; use hex text",
        { Kind: TypedConstantKind.Enum } =>
            "a data row that holds an enum keeps every test from being reported; cast it to a number",
        _ => "",
    };

    private static Finding Found(AttributeData attribute, string reason)
    {
        FileLinePositionSpan span = attribute.ApplicationSyntaxReference!.GetSyntax().GetLocation().GetLineSpan();
        return new Finding(
            new SourceLocation(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1),
            "nano-test-data",
            reason);
    }
}
