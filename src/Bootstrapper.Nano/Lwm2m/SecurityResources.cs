using System.Runtime.CompilerServices;

namespace Bootstrapper.Lwm2m
{
    /// <summary>The resources of object 0, LwM2M Security (versions 1.0 to 1.2).</summary>
    [ExcludeType]
    public static class SecurityResources
    {
        /// <summary>LwM2M Server URI.</summary>
        public const int ServerUri = 0;

        /// <summary>Bootstrap-Server.</summary>
        public const int BootstrapServer = 1;

        /// <summary>Security Mode.</summary>
        public const int SecurityMode = 2;

        /// <summary>Public Key or Identity.</summary>
        public const int PublicKeyOrIdentity = 3;

        /// <summary>Server Public Key.</summary>
        public const int ServerPublicKey = 4;

        /// <summary>Secret Key.</summary>
        public const int SecretKey = 5;

        /// <summary>SMS Security Mode.</summary>
        public const int SmsSecurityMode = 6;

        /// <summary>SMS Binding Key Parameters.</summary>
        public const int SmsBindingKeyParameters = 7;

        /// <summary>SMS Binding Secret Key(s).</summary>
        public const int SmsBindingSecretKeys = 8;

        /// <summary>LwM2M Server SMS Number.</summary>
        public const int ServerSmsNumber = 9;

        /// <summary>Short Server ID.</summary>
        public const int ShortServerId = 10;

        /// <summary>Client Hold Off Time.</summary>
        public const int ClientHoldOffTime = 11;

        /// <summary>Bootstrap-Server Account Timeout.</summary>
        public const int BootstrapServerAccountTimeout = 12;

        /// <summary>Matching Type.</summary>
        public const int MatchingType = 13;

        /// <summary>SNI.</summary>
        public const int Sni = 14;

        /// <summary>Certificate Usage.</summary>
        public const int CertificateUsage = 15;

        /// <summary>DTLS/TLS Ciphersuite.</summary>
        public const int Ciphersuite = 16;

        /// <summary>OSCORE Security Mode.</summary>
        public const int OscoreSecurityMode = 17;

        /// <summary>Groups To Use by Client.</summary>
        public const int GroupsToUse = 18;

        /// <summary>Signature Algorithms Supported by Server.</summary>
        public const int SignatureAlgorithmsSupported = 19;

        /// <summary>Signature Algorithms To Use by Client.</summary>
        public const int SignatureAlgorithmsToUse = 20;

        /// <summary>Signature Algorithm Certs Supported by Server.</summary>
        public const int SignatureAlgorithmCertsSupported = 21;

        /// <summary>TLS 1.3 Features To Use by Client.</summary>
        public const int Tls13FeaturesToUse = 22;

        /// <summary>TLS Extensions Supported by Server.</summary>
        public const int TlsExtensionsSupported = 23;

        /// <summary>TLS Extensions To Use by Client.</summary>
        public const int TlsExtensionsToUse = 24;

        /// <summary>Secondary LwM2M Server URI.</summary>
        public const int SecondaryServerUri = 25;

        /// <summary>MQTT Server.</summary>
        public const int MqttServer = 26;

        /// <summary>LwM2M COSE Security.</summary>
        public const int CoseSecurity = 27;

        /// <summary>RDS Destination Port.</summary>
        public const int RdsDestinationPort = 28;

        /// <summary>RDS Source Port.</summary>
        public const int RdsSourcePort = 29;

        /// <summary>RDS Application ID.</summary>
        public const int RdsApplicationId = 30;
    }
}
