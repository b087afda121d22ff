using System.Text;

namespace Bootstrapper.DeviceCheck.Stubs;

/// <summary>
/// Writes an API list as C# that declares the same surface and does nothing. It is only ever compiled to metadata,
/// so the bodies need no sense.
/// </summary>
internal sealed class StubSource
{
    // The lists don't say where an attribute may stand; these are the ones where the default (everywhere, once) is wrong.
    private static readonly Dictionary<string, string> _attributeUsages = new()
    {
        ["System.FlagsAttribute"] = "Enum",
        ["System.Runtime.CompilerServices.InternalsVisibleToAttribute"] = "Assembly, AllowMultiple = true",
        ["System.Diagnostics.ConditionalAttribute"] = "Method, AllowMultiple = true",
        ["nanoFramework.TestFramework.CleanupAttribute"] = "Method",
        ["nanoFramework.TestFramework.DataRowAttribute"] = "Method, AllowMultiple = true",
        ["nanoFramework.TestFramework.SetupAttribute"] = "Method",
        ["nanoFramework.TestFramework.TestClassAttribute"] = "Class",
        ["nanoFramework.TestFramework.TestMethodAttribute"] = "Method",
    };

    // What an assertion is about, by the parameter's name.
    private static readonly string[] _asserted = ["actual", "condition", "value", "action"];

    private readonly ApiList _list;
    private readonly Func<string, ApiType?> _find;
    private readonly StringBuilder _text = new();

    private StubSource(ApiList list, Func<string, ApiType?> find)
    {
        _list = list;
        _find = find;
    }

    /// <summary>Writes one list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="find">Finds a type of this list or of one that it refers to.</param>
    public static string Write(ApiList list, Func<string, ApiType?> find)
    {
        var source = new StubSource(list, find);
        source.WriteAssembly();
        return source._text.ToString();
    }

    private void WriteAssembly()
    {
        Line($"[assembly: global::System.Reflection.AssemblyVersion(\"{_list.Version}\")]");
        foreach (ApiType type in _list.Types)
        {
            Line($"namespace {type.FullName[..type.FullName.LastIndexOf('.')]} {{");
            WriteType(type);
            Line("}");
        }
    }

    private void WriteType(ApiType type)
    {
        if (_attributeUsages.TryGetValue(type.FullName, out string? usage))
            Line($"[global::System.AttributeUsage(global::System.AttributeTargets.{usage})]");

        string name = SimpleName(type) + type.TypeParameters;
        if (type.IsDelegate)
        {
            string[] words = type.Kind.Split(' ', 3);
            Line($"public delegate {TypeName(words[1], type)} {name}{Parameters(words[2], type)};");
            return;
        }

        Line(type.IsEnum
            ? $"public enum {name} : {type.Kind.Split(' ')[1]} {{"
            : $"public {type.Kind} {name}{Bases(type)} {{");
        foreach (ApiMember member in type.Members)
            WriteMember(type, member);
        foreach (ApiType nested in type.Nested)
            WriteType(nested);
        WriteWhatTheListOmits(type);
        Line("}");
    }

    // What is not public and still has an effect on code that uses the type.
    private void WriteWhatTheListOmits(ApiType type)
    {
        // Without a constructor of its own the compiler gives a class a public one.
        if (type.Kind is "class" or "abstract class" or "sealed class" && !type.Members.Any(member => member.IsConstructor))
            Line($"internal {SimpleName(type)}() {{ }}");

        // A struct without fields counts as assigned from the start.
        if (type.IsStruct && type.Name != "void" && !type.Members.Any(member => member.IsInstanceField))
            Line("private int _value;");

        if (!type.IsInterface)
        {
            foreach (ApiType contract in Interfaces(type).Distinct())
                WriteExplicitMembers(type, contract);
        }
    }

    private void WriteExplicitMembers(ApiType type, ApiType contract)
    {
        foreach (ApiMember member in contract.Members.Where(member => !Implements(type, member)))
        {
            string result = TypeName(member.Type, contract);
            string name = "global::" + contract.FullName + ".";
            Line(member switch
            {
                { IsMethod: true } => $"{result} {name}{member.Name}{Parameters(member.Parameters, contract)} => throw null;",
                { Parameters.Length: > 0 } => $"{result} {name}this{Parameters(member.Parameters, contract)} {Bodies(member)}",
                _ => $"{result} {name}{member.Name} {Bodies(member)}",
            });
        }
    }

    private void WriteMember(ApiType type, ApiMember member)
    {
        if (type.IsEnum)
        {
            Line($"{member.Name} = {member.Value},");
            return;
        }

        if (member.IsObsolete)
            Line("[global::System.Obsolete]");
        string modifiers = type.IsInterface ? "" : member.Modifiers + " ";
        string result = TypeName(member.Type, type);
        bool hasBody = !type.IsInterface && !member.Modifiers.Contains("abstract", StringComparison.Ordinal);

        if (member.IsProperty)
            WriteProperty(member, $"{modifiers}{result}", Parameters(member.Parameters, type), hasBody);
        else if (member.IsMethod)
            WriteMethod(type, member, modifiers, result, hasBody);
        else if (member.Modifiers.EndsWith("event", StringComparison.Ordinal))
            Line($"{modifiers}{result} {member.Name}{(hasBody ? " { add { } remove { } }" : ";")}");
        else if (member.Value is string value)
            Line($"{modifiers}{result} {member.Name} = {Constant(member.Type, value)};");
        else
            Line($"{modifiers}{result} {member.Name};");
    }

    private void WriteProperty(ApiMember member, string start, string parameters, bool hasBody)
    {
        string accessors = hasBody ? Bodies(member) : member.Accessors;
        if (parameters.Length == 0)
        {
            Line($"{start} {member.Name} {accessors}");
            return;
        }

        if (member.Name != "Item")
            Line($"[global::System.Runtime.CompilerServices.IndexerName(\"{member.Name}\")]");
        Line($"{start} this{parameters} {accessors}");
    }

    private void WriteMethod(ApiType type, ApiMember member, string modifiers, string result, bool hasBody)
    {
        string parameters = Parameters(member.Parameters, type);
        string body = hasBody ? " => throw null;" : ";";
        Line(member.Name switch
        {
            "ctor" => $"{modifiers}{SimpleName(type)}{parameters} {{ }}",
            "Finalize" => $"~{SimpleName(type)}() {{ }}",
            "op_Implicit" => $"{modifiers}implicit operator {result}{parameters}{body}",
            "op_Explicit" => $"{modifiers}explicit operator {result}{parameters}{body}",
            _ when member.Name.StartsWith("op_", StringComparison.Ordinal) =>
                $"{modifiers}{result} operator {Operator(member.Name)}{parameters}{body}",
            _ => $"{modifiers}{result} {member.Name}{parameters}{body}",
        });
    }

    private IEnumerable<ApiType> Interfaces(ApiType type)
    {
        foreach (ApiType contract in type.Bases.Select(Find).Where(found => found.IsInterface))
        {
            yield return contract;
            foreach (ApiType inherited in Interfaces(contract))
                yield return inherited;
        }
    }

    // Whether the type or a base class of it has the member in public.
    private bool Implements(ApiType type, ApiMember wanted)
    {
        for (ApiType? t = type; t != null; t = t.Bases.Select(Find).FirstOrDefault(found => !found.IsInterface))
        {
            if (t.Members.Any(member => member.Name == wanted.Name && member.Type == wanted.Type
                && ParameterTypes(member).SequenceEqual(ParameterTypes(wanted))))
            {
                return true;
            }
        }

        return false;
    }

    private ApiType Find(string name) =>
        _find(name) ?? throw new FormatException(_list.AssemblyName + ": no list has the type " + name);

    private static string Bases(ApiType type) =>
        type.Bases.Length == 0 ? "" : " : " + string.Join(", ", type.Bases.Select(name => TypeName(name, type)));

    private static string SimpleName(ApiType type) => type.FullName[(type.FullName.LastIndexOf('.') + 1)..];

    // Qualified names from the root, so that no member of the same name comes between.
    private static string TypeName(string name, ApiType context) =>
        !name.Contains('.', StringComparison.Ordinal) || context.TypeParameters.Contains(name, StringComparison.Ordinal)
            ? name
            : "global::" + name;

    private static string Parameters(string text, ApiType context)
    {
        if (text.Length <= 2)
            return text;
        string[] parameters = text[1..^1].Split(", ");
        IEnumerable<string> declared = parameters
            .Select(parameter => ParameterAttribute(parameter, parameters, context) + Parameter(parameter, context));
        return text[0] + string.Join(", ", declared) + text[^1];
    }

    private static string Parameter(string text, ApiType context)
    {
        string[] halves = text.Split(" = ");
        string[] words = halves[0].Split(' ');
        string passing = words.Length == 3 ? words[0] + " " : "";
        string value = halves.Length == 2 ? $" = {Constant(words[^2], halves[1])}" : "";
        return $"{passing}{TypeName(words[^2], context)} @{words[^1]}{value}";
    }

    // An assertion without a message has the source text of what it is about instead: a string on the device each.
    private static string ParameterAttribute(string text, string[] all, ApiType context)
    {
        if (context.FullName != "nanoFramework.TestFramework.Assert" || text != "string message = \"\"")
            return "";
        string? asserted = all.Select(parameter => parameter.Split(' ')[^1]).FirstOrDefault(_asserted.Contains);
        return asserted == null ? ""
            : $"[global::System.Runtime.CompilerServices.CallerArgumentExpression(\"{asserted}\")] ";
    }

    private static IEnumerable<string> ParameterTypes(ApiMember member) => member.Parameters.Length <= 2
        ? []
        : member.Parameters[1..^1].Split(", ").Select(parameter => parameter.Split(" = ")[0].Split(' ')[^2]);

    private static string Constant(string type, string value) => (type, value) switch
    {
        ("double" or "float", "NaN") => $"({type})(0.0 / 0.0)",
        ("double" or "float", "Infinity") => $"({type})(1.0 / 0.0)",
        ("double" or "float", "-Infinity") => $"({type})(-1.0 / 0.0)",
        ("float", _) => value + "f",
        _ when type.Contains('.', StringComparison.Ordinal) && value != "null" => $"(global::{type})({value})",
        _ => value,
    };

    private static string Bodies(ApiMember member) => member.Accessors
        .Replace("get;", "get => throw null;", StringComparison.Ordinal)
        .Replace("set;", "set { }", StringComparison.Ordinal);

    private static string Operator(string name) => name switch
    {
        "op_Addition" => "+",
        "op_Equality" => "==",
        "op_GreaterThan" => ">",
        "op_GreaterThanOrEqual" => ">=",
        "op_Inequality" => "!=",
        "op_LessThan" => "<",
        "op_LessThanOrEqual" => "<=",
        "op_Subtraction" or "op_UnaryNegation" => "-",
        "op_UnaryPlus" => "+",
        _ => throw new FormatException("an operator that no list had so far: " + name),
    };

    private void Line(string line) => _text.AppendLine(line);
}
