using Bootstrapper.Cli.Configuration;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Cli.Inspection;

/// <summary>The Integers that are IDs of 16 bits.</summary>
internal static class Identifiers
{
    /// <summary>Gets whether a resource is one.</summary>
    public static bool Contains(ValuePath path) => (path.ObjectId, path.ResourceId) switch
    {
        (ObjectIds.Security, SecurityResources.ShortServerId) => true,
        (ObjectIds.Server, ServerResources.ShortServerId) => true,
        (ObjectIds.AccessControl, AccessControlResources.ObjectId) => true,
        (ObjectIds.AccessControl, AccessControlResources.ObjectInstanceId) => true,
        (ObjectIds.AccessControl, AccessControlResources.AccessControlOwner) => true,
        _ => false,
    };
}
