using System.Runtime.CompilerServices;

namespace Bootstrapper.Lwm2m
{
    /// <summary>The resources of object 2, LwM2M Access Control (versions 1.0 and 1.1).</summary>
    [ExcludeType]
    public static class AccessControlResources
    {
        /// <summary>Object ID.</summary>
        public const int ObjectId = 0;

        /// <summary>Object Instance ID.</summary>
        public const int ObjectInstanceId = 1;

        /// <summary>ACL.</summary>
        public const int Acl = 2;

        /// <summary>Access Control Owner.</summary>
        public const int AccessControlOwner = 3;
    }
}
