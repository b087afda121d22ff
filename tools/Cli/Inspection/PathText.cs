using System.Text;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Definitions;

namespace Bootstrapper.Cli.Inspection;

/// <summary>Paths as LwM2M writes them, with the names that configurations use.</summary>
internal static class PathText
{
    /// <summary>Gets a path such as <c>/0/1/10 Security.ShortServerID</c>.</summary>
    public static string Of(ValuePath path)
    {
        StringBuilder text = new();
        foreach (int id in (int[])[path.ObjectId, path.InstanceId, path.ResourceId, path.ResourceInstanceId])
        {
            if (id >= 0)
                text.Append('/').Append(id);
        }

        ObjectDefinition? definition = ObjectDefinitions.Default.Find(path.ObjectId);
        if (definition != null)
            text.Append(' ').Append(definition.Name);
        if (definition?.Find(path.ResourceId) is { } resource)
            text.Append('.').Append(resource.Name);
        return text.ToString();
    }
}
