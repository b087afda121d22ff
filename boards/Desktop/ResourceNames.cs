using System.Reflection;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Desktop;

/// <summary>The names of resources, as the library's constants spell them.</summary>
internal static class ResourceNames
{
    /// <summary>Gets number and name, in camel case, of each resource that the instance's object may have.</summary>
    public static IEnumerable<(int Id, string Name)> Of(ObjectInstance instance)
    {
        Type constants = instance switch
        {
            SecurityInstance => typeof(SecurityResources),
            ServerInstance => typeof(ServerResources),
            AccessControlInstance => typeof(AccessControlResources),
            OscoreInstance => typeof(OscoreResources),
            _ => throw new ArgumentException("an object without names", nameof(instance)),
        };
        return constants.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => ((int)field.GetRawConstantValue()!, char.ToLowerInvariant(field.Name[0]) + field.Name[1..]));
    }
}
