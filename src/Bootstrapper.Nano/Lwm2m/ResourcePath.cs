namespace Bootstrapper.Lwm2m
{
    /// <summary>Paths as people write them.</summary>
    internal static class ResourcePath
    {
        /// <summary>Gets a path such as <c>/0/1/10</c>, without the IDs that are -1.</summary>
        public static string Of(int objectId, int instanceId, int resourceId)
        {
            string path = "/" + objectId.ToString();
            if (instanceId >= 0)
                path = path + "/" + instanceId.ToString();
            if (resourceId >= 0)
                path = path + "/" + resourceId.ToString();
            return path;
        }
    }
}
