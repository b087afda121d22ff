namespace Bootstrapper.Lwm2m
{
    /// <summary>The range of Short Server IDs (LwM2M TS 7.3).</summary>
    public static class ShortServerIds
    {
        /// <summary>The lowest that identifies a server; 0 stands for every server without an entry of its own.</summary>
        public const int Lowest = 1;

        /// <summary>The highest that identifies a server; 65535 is MAX_ID.</summary>
        public const int Highest = 65534;

        /// <summary>Gets whether <paramref name="id"/> can identify a server.</summary>
        public static bool IsValid(int id)
        {
            return id >= Lowest && id <= Highest;
        }
    }
}
