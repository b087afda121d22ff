using System.Runtime.CompilerServices;

namespace Bootstrapper.Lwm2m
{
    /// <summary>The Object IDs that a bootstrap is about (OMA registry).</summary>
    [ExcludeType]
    public static class ObjectIds
    {
        /// <summary>LwM2M Security.</summary>
        public const int Security = 0;

        /// <summary>LwM2M Server.</summary>
        public const int Server = 1;

        /// <summary>LwM2M Access Control.</summary>
        public const int AccessControl = 2;

        /// <summary>LwM2M OSCORE.</summary>
        public const int Oscore = 21;
    }
}
