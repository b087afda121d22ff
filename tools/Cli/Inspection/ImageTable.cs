using System.Globalization;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Definitions;
using Bootstrapper.Cli.Output;
using Spectre.Console;

namespace Bootstrapper.Cli.Inspection;

/// <summary>An image as a table of its values.</summary>
internal sealed class ImageTable
{
    private readonly Table _table = new Table().Border(TableBorder.Simple);
    private readonly bool _showSecrets;
    private string _object = "";
    private string _instance = "";

    private ImageTable(bool showSecrets)
    {
        _showSecrets = showSecrets;

        // They may all wrap: a table whose fixed columns are wider than the terminal would not be shown at all.
        foreach (string title in (string[])["Object", "Instance", "Resource", "Type", "Value"])
            _table.AddColumn(new TableColumn(title).PadLeft(0).PadRight(1));
    }

    /// <summary>Makes the table.</summary>
    public static Table Of(BootstrapImage image, bool showSecrets)
    {
        ImageTable table = new(showSecrets);
        foreach (ObjectRecord record in image.Objects)
            table.Add(record);
        return table._table;
    }

    private void Add(ObjectRecord record)
    {
        string name = ObjectDefinitions.Default.Find(record.ObjectId) is { } known ? $" {known.Name}" : "";
        _object = $"{record.ObjectId}{name}{(record.Version is { } version ? $" {version}" : "")}";
        if (record.Instances.Count == 0)
            AddRow("", "", "no instance");
        foreach (InstanceEntry instance in record.Instances)
        {
            _instance = instance.InstanceId.ToString(CultureInfo.InvariantCulture);
            if (instance.Resources.Count == 0)
                AddRow("", "", "no resource");
            foreach (ResourceEntry resource in instance.Resources)
                Add(resource, new ValuePath(record.ObjectId, instance.InstanceId, resource.ResourceId));
        }
    }

    private void Add(ResourceEntry resource, ValuePath path)
    {
        string name = ObjectDefinitions.Default.Find(path.ObjectId, path.ResourceId) is { } known ? $" {known.Name}" : "";
        string title = $"{path.ResourceId}{name}";
        switch (resource)
        {
            case SingleResource single:
                Add(title, single.Value, path);
                break;
            case MultipleResource { Instances.Count: 0 }:
                AddRow(title, "", "no value");
                break;
            case MultipleResource multiple:
                foreach (ResourceInstanceEntry entry in multiple.Instances)
                    Add($"{title} [{entry.ResourceInstanceId}]", entry.Value, path);
                break;
        }
    }

    private void Add(string title, Value value, ValuePath path) =>
        AddRow(title, ValueText.TypeOf(value, path), ValueText.Of(value, path, _showSecrets));

    /// <summary>Adds a row that names object and instance if they are new.</summary>
    private void AddRow(string resource, string type, string value)
    {
        string[] cells = [_object, _instance, resource, type, value];
        _table.AddRow([.. cells.Select(cell => new Text(Terminal.Printable(cell)))]);
        _object = "";
        _instance = "";
    }
}
