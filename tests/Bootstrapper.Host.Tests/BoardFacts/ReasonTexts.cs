using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bootstrapper.Host.Tests.BoardFacts;

/// <summary>The reasons that the library's sources give a <see cref="ContentException"/>.</summary>
internal static class ReasonTexts
{
    // Methods that pass a reason on, and which of their arguments it is.
    private static readonly Dictionary<string, int> _relays = new(StringComparer.Ordinal)
    {
        ["RequireLength"] = 1,
        ["Note"] = 1,
        ["Broken"] = 0,
    };

    // What those methods are given where it is not a text: it came through another of them.
    private static readonly string[] _passedOn = ["reason", "_problem", "problem", "_entries.Problem", "_file.Problem"];

    /// <summary>Reads them; whatever is no text, no constant and not passed on comes as it stands in the source.</summary>
    public static IReadOnlyCollection<string> Read(string folder)
    {
        CompilationUnitSyntax[] trees = [.. Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Select(Parse)];
        Dictionary<string, string> constants = Constants(trees);
        var reasons = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ExpressionSyntax reason in trees.SelectMany(Arguments))
        {
            string text = Text(reason, constants);
            if (!_passedOn.Contains(text))
                reasons.Add(text);
        }

        return reasons;
    }

    private static CompilationUnitSyntax Parse(string path) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetCompilationUnitRoot();

    private static Dictionary<string, string> Constants(IEnumerable<CompilationUnitSyntax> trees) => trees
        .SelectMany(tree => tree.DescendantNodes().OfType<VariableDeclaratorSyntax>())
        .Where(constant => constant.Initializer?.Value is LiteralExpressionSyntax literal && literal.Token.Value is string)
        .GroupBy(constant => constant.Identifier.Text, StringComparer.Ordinal)
        .ToDictionary(
            same => same.Key,
            same => (string)((LiteralExpressionSyntax)same.First().Initializer!.Value).Token.Value!,
            StringComparer.Ordinal);

    private static IEnumerable<ExpressionSyntax> Arguments(CompilationUnitSyntax tree)
    {
        foreach (ObjectCreationExpressionSyntax creation in tree.DescendantNodes().OfType<ObjectCreationExpressionSyntax>())
        {
            if (creation.Type.ToString() == nameof(ContentException))
                yield return creation.ArgumentList!.Arguments[1].Expression;
        }

        foreach (InvocationExpressionSyntax call in tree.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (_relays.TryGetValue(call.Expression.ToString(), out int index))
                yield return call.ArgumentList.Arguments[index].Expression;
        }
    }

    private static string Text(ExpressionSyntax expression, Dictionary<string, string> constants) => expression switch
    {
        LiteralExpressionSyntax literal => (string)literal.Token.Value!,
        BinaryExpressionSyntax sum => Text(sum.Left, constants).TrimEnd(),
        MemberAccessExpressionSyntax member when constants.TryGetValue(member.Name.Identifier.Text, out string? text) => text,
        IdentifierNameSyntax name when constants.TryGetValue(name.Identifier.Text, out string? text) => text,
        _ => expression.ToString(),
    };
}
