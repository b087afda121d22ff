using System.Runtime.CompilerServices;

namespace Bootstrapper.Lwm2m
{
    /// <summary>The values of Security Mode, resource 2 of object 0.</summary>
    [ExcludeType]
    public static class SecurityModes
    {
        /// <summary>Pre-shared key.</summary>
        public const int PreSharedKey = 0;

        /// <summary>Raw public key.</summary>
        public const int RawPublicKey = 1;

        /// <summary>Certificate.</summary>
        public const int Certificate = 2;

        /// <summary>No security.</summary>
        public const int NoSec = 3;

        /// <summary>Certificate with enrolment over secure transport.</summary>
        public const int CertificateWithEst = 4;
    }
}
