using System.Collections;
using System.Reflection;

namespace Bootstrapper.Benchmarks.Memory;

/// <summary>
/// The library's objects that can be reached, priced as the device has them. What belongs to the application is left out:
/// the line, the clock, a log, handlers.
/// </summary>
internal sealed class LiveObjects
{
    private static readonly Assembly _library = typeof(SmartCardBootstrap).Assembly;
    private static readonly Dictionary<Type, FieldInfo[]> _references = [];
    private static readonly FieldInfo[] _statics =
    [
        .. _library.GetTypes()
            .SelectMany(type => type.GetFields(
                BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && !field.FieldType.IsValueType),
    ];

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<object> _left = [];
    private readonly Dictionary<string, LiveType> _types = [];

    /// <summary>Walks over what can be reached.</summary>
    /// <param name="roots">Where to begin; the library's static fields are always among them.</param>
    public LiveObjects(params IEnumerable<object?> roots)
    {
        foreach (FieldInfo field in _statics)
            Visit(field.GetValue(null));
        foreach (object? root in roots)
            Visit(root);
        while (_left.TryPop(out object? value))
            VisitReferences(value);
    }

    /// <summary>Gets the sum of their sizes in bytes.</summary>
    public int Size => _types.Values.Sum(type => type.Size);

    /// <summary>Gets them by type, the largest sum first.</summary>
    public IEnumerable<LiveType> Types =>
        _types.Values.OrderByDescending(type => type.Size).ThenBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>Gets the objects themselves.</summary>
    public IReadOnlyCollection<object> Objects => _seen;

    private void Visit(object? value)
    {
        if (value == null || !IsOfTheLibrary(value))
            return;

        // On the device each evaluation of a literal makes an object, which the field or element then holds for itself.
        if (value is string text && ReferenceEquals(string.IsInterned(text), text))
        {
            Count("string (literal)", DeviceSizes.Literal);
            return;
        }

        if (!_seen.Add(value))
            return;
        Count(NameOf(value), DeviceSizes.Of(value));
        _left.Push(value);
    }

    private void VisitReferences(object value)
    {
        switch (value)
        {
            case string or Delegate or ValueType:
                break;
            case Array array:
                if (!array.GetType().GetElementType()!.IsValueType)
                    VisitAll(array);
                break;
            case ArrayList list:
                VisitAll(list);
                break;
            default:
                foreach (FieldInfo field in ReferencesOf(value.GetType()))
                    Visit(field.GetValue(value));
                break;
        }
    }

    private void VisitAll(IEnumerable values)
    {
        foreach (object? value in values)
            Visit(value);
    }

    private void Count(string name, int size)
    {
        LiveType before = _types.GetValueOrDefault(name) ?? new(name, 0, 0);
        _types[name] = before with { Count = before.Count + 1, Size = before.Size + size };
    }

    private static bool IsOfTheLibrary(object value) => value switch
    {
        string or ArrayList => true,
        Array array => IsOfTheLibrary(array.GetType().GetElementType()!),
        Delegate d => d.Target != null && IsOfTheLibrary(d.Target),
        _ => value.GetType().IsPrimitive || value.GetType().Assembly == _library,
    };

    private static bool IsOfTheLibrary(Type element) =>
        element.IsPrimitive || element == typeof(string) || element == typeof(object) || element.Assembly == _library;

    private static FieldInfo[] ReferencesOf(Type type)
    {
        if (!_references.TryGetValue(type, out FieldInfo[]? fields))
        {
            fields = [.. DeviceSizes.FieldsOf(type).Where(field => !field.FieldType.IsValueType)];
            _references[type] = fields;
        }

        return fields;
    }

    private static string NameOf(object value) => value switch
    {
        byte[] bytes => $"byte[{bytes.Length}]",
        Array array => $"{array.GetType().GetElementType()!.Name}[{array.Length}]",
        ValueType => $"{value.GetType().Name} (boxed)",
        _ => value.GetType().Name,
    };
}
