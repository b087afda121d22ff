using System.Runtime.CompilerServices;

namespace Bootstrapper.Lwm2m
{
    /// <summary>The resources of object 1, LwM2M Server (versions 1.0 to 1.2).</summary>
    [ExcludeType]
    public static class ServerResources
    {
        /// <summary>Short Server ID.</summary>
        public const int ShortServerId = 0;

        /// <summary>Lifetime.</summary>
        public const int Lifetime = 1;

        /// <summary>Default Minimum Period.</summary>
        public const int DefaultMinimumPeriod = 2;

        /// <summary>Default Maximum Period.</summary>
        public const int DefaultMaximumPeriod = 3;

        /// <summary>Disable, executable.</summary>
        public const int Disable = 4;

        /// <summary>Disable Timeout.</summary>
        public const int DisableTimeout = 5;

        /// <summary>Notification Storing When Disabled or Offline.</summary>
        public const int NotificationStoring = 6;

        /// <summary>Binding.</summary>
        public const int Binding = 7;

        /// <summary>Registration Update Trigger, executable.</summary>
        public const int RegistrationUpdateTrigger = 8;

        /// <summary>Bootstrap-Request Trigger, executable.</summary>
        public const int BootstrapRequestTrigger = 9;

        /// <summary>APN Link.</summary>
        public const int ApnLink = 10;

        /// <summary>TLS-DTLS Alert Code.</summary>
        public const int TlsDtlsAlertCode = 11;

        /// <summary>Last Bootstrapped.</summary>
        public const int LastBootstrapped = 12;

        /// <summary>Registration Priority Order.</summary>
        public const int RegistrationPriorityOrder = 13;

        /// <summary>Initial Registration Delay Timer.</summary>
        public const int InitialRegistrationDelayTimer = 14;

        /// <summary>Registration Failure Block.</summary>
        public const int RegistrationFailureBlock = 15;

        /// <summary>Bootstrap on Registration Failure.</summary>
        public const int BootstrapOnRegistrationFailure = 16;

        /// <summary>Communication Retry Count.</summary>
        public const int CommunicationRetryCount = 17;

        /// <summary>Communication Retry Timer.</summary>
        public const int CommunicationRetryTimer = 18;

        /// <summary>Communication Sequence Delay Timer.</summary>
        public const int CommunicationSequenceDelayTimer = 19;

        /// <summary>Communication Sequence Retry Count.</summary>
        public const int CommunicationSequenceRetryCount = 20;

        /// <summary>Trigger.</summary>
        public const int Trigger = 21;

        /// <summary>Preferred Transport.</summary>
        public const int PreferredTransport = 22;

        /// <summary>Mute Send.</summary>
        public const int MuteSend = 23;

        /// <summary>Alternate APN Links.</summary>
        public const int AlternateApnLinks = 24;

        /// <summary>Supported Server Versions.</summary>
        public const int SupportedServerVersions = 25;

        /// <summary>Default Notification Mode.</summary>
        public const int DefaultNotificationMode = 26;

        /// <summary>Profile ID Hash Algorithm.</summary>
        public const int ProfileIdHashAlgorithm = 27;
    }
}
