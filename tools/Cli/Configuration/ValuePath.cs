using Bootstrapper.Cli.Definitions;

namespace Bootstrapper.Cli.Configuration;

/// <summary>Where something stands in an image, to be named in a message; what is not given is -1.</summary>
internal readonly record struct ValuePath(int ObjectId, int InstanceId = -1, int ResourceId = -1, int ResourceInstanceId = -1)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        ObjectDefinitions definitions = ObjectDefinitions.Default;
        string objectName = definitions.NameOf(ObjectId) ?? $"object {ObjectId}";
        if (InstanceId < 0)
            return objectName;
        if (ResourceId < 0)
            return $"{objectName} instance {InstanceId}";

        string path = definitions.NameOf(ObjectId, ResourceId) is { } name
            ? $"{name} of instance {InstanceId}"
            : $"resource {ResourceId} of {objectName} instance {InstanceId}";
        return ResourceInstanceId < 0 ? path : $"{path}, value {ResourceInstanceId}";
    }
}
