using Bootstrapper.Cli.Configuration;

namespace Bootstrapper.Cli.Inspection;

/// <summary>
/// What differs between two images, a line each: <c>-</c> is only in the first, <c>+</c> only in the second, <c>~</c> in both.
/// </summary>
/// <param name="showSecrets">Whether keys, and what nothing explains, are shown as they are.</param>
internal sealed class ImageDiff(bool showSecrets)
{
    private readonly List<string> _lines = [];

    /// <summary>Gets the differences of the images that were compared.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Compares two images object by object, wherever each stands.</summary>
    public void Compare(BootstrapImage first, BootstrapImage second) => Match(
        first.Objects,
        second.Objects,
        o => o.ObjectId,
        o => $"{PathText.Of(new ValuePath(o.ObjectId))}: {Count(o.Instances.Count, "instance")}",
        (a, b) =>
        {
            if (a.Version != b.Version)
                Both(new ValuePath(a.ObjectId), $"version {Version(a)}", $"version {Version(b)}");
            Compare(a, b);
        });

    private void Compare(ObjectRecord first, ObjectRecord second) => Match(
        first.Instances,
        second.Instances,
        i => i.InstanceId,
        i => $"{PathText.Of(new ValuePath(first.ObjectId, i.InstanceId))}: {Count(i.Resources.Count, "resource")}",
        (a, b) => Match(
            a.Resources,
            b.Resources,
            r => r.ResourceId,
            r =>
            {
                ValuePath path = new(first.ObjectId, a.InstanceId, r.ResourceId);
                return $"{PathText.Of(path)}: {Describe(r, path)}";
            },
            (c, d) => Compare(c, d, new ValuePath(first.ObjectId, a.InstanceId, c.ResourceId))));

    private void Compare(ResourceEntry first, ResourceEntry second, ValuePath path)
    {
        switch (first, second)
        {
            case (SingleResource a, SingleResource b):
                Compare(a.Value, b.Value, path);
                break;
            case (MultipleResource a, MultipleResource b):
                Match(
                    a.Instances,
                    b.Instances,
                    i => i.ResourceInstanceId,
                    i => $"{PathText.Of(path with { ResourceInstanceId = i.ResourceInstanceId })}: {Text(i.Value, path)}",
                    (c, d) => Compare(c.Value, d.Value, path with { ResourceInstanceId = c.ResourceInstanceId }));
                break;
            default:
                Both(path, Describe(first, path), Describe(second, path));
                break;
        }
    }

    private void Compare(Value first, Value second, ValuePath path)
    {
        byte[] a = ImageWriter.Encode(first);
        byte[] b = ImageWriter.Encode(second);
        if (a.AsSpan().SequenceEqual(b))
            return;

        if (!showSecrets && ValueText.IsSecret(path))
        {
            _lines.Add($"~ {PathText.Of(path)}: differs, {a.Length} and {ValueText.Count(b.Length)}");
            return;
        }

        string before = Text(first, path);
        string after = Text(second, path);
        if (before != after)
            Both(path, before, after);
        else
            _lines.Add($"~ {PathText.Of(path)}: differs from byte {a.AsSpan().CommonPrefixLength(b)} on: {before}");
    }

    private void Both(ValuePath path, string first, string second) =>
        _lines.Add($"~ {PathText.Of(path)}: {first} -> {second}");

    private string Text(Value value, ValuePath path) => ValueText.Of(value, path, showSecrets);

    private string Describe(ResourceEntry resource, ValuePath path) => resource switch
    {
        SingleResource single => Text(single.Value, path),
        MultipleResource multiple => Count(multiple.Instances.Count, "value"),
        _ => throw new ArgumentOutOfRangeException(nameof(resource)),
    };

    private static string Version(ObjectRecord record) => record.Version?.ToString() ?? "implicit";

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    /// <summary>Pairs items of the same ID; of those whose ID stands there twice, the first with the first.</summary>
    private void Match<T>(
        IReadOnlyList<T> first, IReadOnlyList<T> second, Func<T, int> id, Func<T, string> describe, Action<T, T> compare)
    {
        Dictionary<(int Id, int Occurrence), T> left = ByKey(second, id);
        foreach (((int Id, int Occurrence) key, T item) in ByKey(first, id))
        {
            if (left.Remove(key, out T? other))
                compare(item, other);
            else
                _lines.Add($"- {describe(item)}");
        }

        foreach (T item in left.Values)
            _lines.Add($"+ {describe(item)}");
    }

    private static Dictionary<(int Id, int Occurrence), T> ByKey<T>(IEnumerable<T> items, Func<T, int> id)
    {
        Dictionary<int, int> occurrences = [];
        Dictionary<(int Id, int Occurrence), T> byKey = [];
        foreach (T item in items)
        {
            int occurrence = occurrences.GetValueOrDefault(id(item));
            occurrences[id(item)] = occurrence + 1;
            byKey.Add((id(item), occurrence), item);
        }

        return byKey;
    }
}
