namespace Bootstrapper.DeviceCheck.Stubs;

/// <summary>One line of an API list that is a type, with the lines of its members.</summary>
internal sealed class ApiType(string name, string declaration)
{
    private static readonly Dictionary<string, string> _builtIn = new()
    {
        ["bool"] = "System.Boolean",
        ["byte"] = "System.Byte",
        ["char"] = "System.Char",
        ["double"] = "System.Double",
        ["float"] = "System.Single",
        ["int"] = "System.Int32",
        ["long"] = "System.Int64",
        ["object"] = "System.Object",
        ["sbyte"] = "System.SByte",
        ["short"] = "System.Int16",
        ["string"] = "System.String",
        ["uint"] = "System.UInt32",
        ["ulong"] = "System.UInt64",
        ["ushort"] = "System.UInt16",
        ["void"] = "System.Void",
    };

    /// <summary>Gets the name as the list spells it: a keyword for a built-in type, <c>System.Action`1&lt;T&gt;</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the name with its namespace and outer types, without arity and type parameters.</summary>
    public string FullName => _builtIn.GetValueOrDefault(Name) ?? Name.Split('`')[0];

    /// <summary>Gets the names of the type parameters with their brackets, or an empty text.</summary>
    public string TypeParameters =>
        Name.Contains('<', StringComparison.Ordinal) ? Name[Name.IndexOf('<', StringComparison.Ordinal)..] : "";

    /// <summary>Gets what the type is: <c>abstract class</c>, <c>struct</c>, <c>enum int</c>, <c>delegate void ()</c>.</summary>
    public string Kind => declaration.Split(" : ")[0];

    /// <summary>Gets the base class, where there is one besides object, and the interfaces.</summary>
    public string[] Bases => declaration.Split(" : ") is [_, string bases] ? bases.Split(", ") : [];

    public bool IsEnum => Kind.StartsWith("enum ", StringComparison.Ordinal);

    public bool IsDelegate => Kind.StartsWith("delegate ", StringComparison.Ordinal);

    public bool IsInterface => Kind == "interface";

    public bool IsStruct => Kind is "struct" or "ref struct";

    public List<ApiMember> Members { get; } = [];

    public List<ApiType> Nested { get; } = [];
}
