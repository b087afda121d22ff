using System.Runtime.CompilerServices;

namespace Bootstrapper.Lwm2m
{
    /// <summary>The bits of an access control list's entry (object 2, resource 2).</summary>
    [ExcludeType]
    public static class AccessRights
    {
        /// <summary>Read, Observe, Write-Attributes.</summary>
        public const int Read = 1;

        /// <summary>Write.</summary>
        public const int Write = 2;

        /// <summary>Execute.</summary>
        public const int Execute = 4;

        /// <summary>Delete.</summary>
        public const int Delete = 8;

        /// <summary>Create.</summary>
        public const int Create = 16;
    }
}
