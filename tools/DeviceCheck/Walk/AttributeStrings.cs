using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bootstrapper.DeviceCheck.Walk;

/// <summary>Reads the strings in attributes, which share the string table with names and literals.</summary>
internal static class AttributeStrings
{
    /// <summary>Gets the strings in the attributes of types, methods and fields: those of others are not converted.</summary>
    public static IEnumerable<string> Of(CSharpCompilation compilation) => Members(compilation.Assembly.GlobalNamespace)
        .Where(symbol => symbol is ITypeSymbol or IMethodSymbol or IFieldSymbol)
        .SelectMany(symbol => symbol.GetAttributes())
        .SelectMany(attribute => attribute.ConstructorArguments.SelectMany(Strings)
            .Concat(attribute.NamedArguments.SelectMany(argument => Strings(argument.Value).Prepend(argument.Key))));

    private static IEnumerable<ISymbol> Members(INamespaceOrTypeSymbol symbol) => symbol.GetMembers()
        .SelectMany(member => member is INamespaceOrTypeSymbol inner ? Members(inner).Prepend(member) : [member]);

    private static IEnumerable<string> Strings(TypedConstant constant) => constant switch
    {
        { IsNull: true } => [],
        { Kind: TypedConstantKind.Array } => constant.Values.SelectMany(Strings),
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => [type.ToDisplayString()],
        { Value: string text } => [text],
        _ => [],
    };
}
