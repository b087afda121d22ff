using System.Runtime.CompilerServices;

namespace Bootstrapper.Lwm2m
{
    /// <summary>The resources of object 21, LwM2M OSCORE (versions 1.0 to 2.0).</summary>
    [ExcludeType]
    public static class OscoreResources
    {
        /// <summary>Master Secret.</summary>
        public const int MasterSecret = 0;

        /// <summary>Sender ID.</summary>
        public const int SenderId = 1;

        /// <summary>Recipient ID.</summary>
        public const int RecipientId = 2;

        /// <summary>AEAD Algorithm.</summary>
        public const int AeadAlgorithm = 3;

        /// <summary>HMAC Algorithm.</summary>
        public const int HmacAlgorithm = 4;

        /// <summary>Master Salt.</summary>
        public const int MasterSalt = 5;

        /// <summary>ID Context.</summary>
        public const int IdContext = 6;
    }
}
