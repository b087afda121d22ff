namespace Bootstrapper.Lwm2m
{
    /// <summary>
    /// An instance of object 1, LwM2M Server: how the client behaves towards one server (versions 1.0 to 1.2).
    /// </summary>
    /// <remarks>The defaults of resources 13 to 20 are those of the registration procedure (LwM2M TS 6.2.1.1).</remarks>
    public sealed class ServerInstance : ObjectInstance
    {
        internal ServerInstance(int instanceId)
            : base(ObjectIds.Server, instanceId)
        {
        }

        /// <summary>Gets the Short Server ID, 1..65534.</summary>
        public int ShortServerId
        {
            get { return FindInt(ServerResources.ShortServerId, -1); }
        }

        /// <summary>Gets the lifetime of the registration in seconds, 0 for one that never ends (1.2).</summary>
        public long Lifetime
        {
            get { return FindInteger(ServerResources.Lifetime, -1); }
        }

        /// <summary>
        /// Gets the least seconds between two notifications where an observation does not say, 0 if absent.
        /// </summary>
        public long DefaultMinimumPeriod
        {
            get { return FindInteger(ServerResources.DefaultMinimumPeriod, 0); }
        }

        /// <summary>
        /// Gets the most seconds between two notifications where an observation does not say, 0 (if absent, too) for no
        /// limit.
        /// </summary>
        public long DefaultMaximumPeriod
        {
            get { return FindInteger(ServerResources.DefaultMaximumPeriod, 0); }
        }

        /// <summary>Gets the seconds that a disabled server stays so, 86400 if absent.</summary>
        public long DisableTimeout
        {
            get { return FindInteger(ServerResources.DisableTimeout, 86400); }
        }

        /// <summary>
        /// Gets whether notifications are kept while the server is disabled or out of reach, true if absent.
        /// </summary>
        public bool NotificationStoring
        {
            get { return FindBoolean(ServerResources.NotificationStoring, true); }
        }

        /// <summary>
        /// Gets the transports, one letter each: U UDP, T TCP, S SMS, N non-IP, M MQTT, H HTTP; with Q for queue mode
        /// in 1.0.
        /// </summary>
        public string Binding
        {
            get { return (string)GetValue(ServerResources.Binding); }
        }

        /// <summary>Gets the link to the APN Connection Profile to use.</summary>
        public ObjectLink ApnLink
        {
            get { return (ObjectLink)GetValue(ServerResources.ApnLink); }
        }

        /// <summary>Gets the last TLS or DTLS alert that came from the server, 0..255.</summary>
        public int TlsDtlsAlertCode
        {
            get { return FindInt(ServerResources.TlsDtlsAlertCode, -1); }
        }

        /// <summary>Gets when the instance was last bootstrapped, seconds since 1970-01-01T00:00:00Z.</summary>
        public long LastBootstrapped
        {
            get { return FindInteger(ServerResources.LastBootstrapped, -1); }
        }

        /// <summary>
        /// Gets the rank of the server among those to register to, ascending; absent where it is registered to on its
        /// own.
        /// </summary>
        public long RegistrationPriorityOrder
        {
            get { return FindInteger(ServerResources.RegistrationPriorityOrder, -1); }
        }

        /// <summary>Gets the seconds to wait before the first registration, 0 if absent.</summary>
        public long InitialRegistrationDelayTimer
        {
            get { return FindInteger(ServerResources.InitialRegistrationDelayTimer, 0); }
        }

        /// <summary>
        /// Gets whether a failed registration keeps the client from the servers later in the order, false if absent.
        /// </summary>
        public bool RegistrationFailureBlock
        {
            get { return FindBoolean(ServerResources.RegistrationFailureBlock, false); }
        }

        /// <summary>Gets whether a failed registration leads to a bootstrap, true if absent.</summary>
        public bool BootstrapOnRegistrationFailure
        {
            get { return FindBoolean(ServerResources.BootstrapOnRegistrationFailure, true); }
        }

        /// <summary>Gets the number of attempts in one sequence, 5 if absent.</summary>
        public long CommunicationRetryCount
        {
            get { return FindInteger(ServerResources.CommunicationRetryCount, 5); }
        }

        /// <summary>Gets the seconds after the first attempt, doubled after each further one, 60 if absent.</summary>
        public long CommunicationRetryTimer
        {
            get { return FindInteger(ServerResources.CommunicationRetryTimer, 60); }
        }

        /// <summary>Gets the seconds between two sequences, 86400 if absent.</summary>
        public long CommunicationSequenceDelayTimer
        {
            get { return FindInteger(ServerResources.CommunicationSequenceDelayTimer, 86400); }
        }

        /// <summary>Gets the number of sequences, 1 if absent.</summary>
        public long CommunicationSequenceRetryCount
        {
            get { return FindInteger(ServerResources.CommunicationSequenceRetryCount, 1); }
        }

        /// <summary>Gets whether the server may wake the client by SMS, false if absent.</summary>
        public bool Trigger
        {
            get { return FindBoolean(ServerResources.Trigger, false); }
        }

        /// <summary>Gets the transport to prefer, one letter of <see cref="Binding"/>.</summary>
        public string PreferredTransport
        {
            get { return (string)GetValue(ServerResources.PreferredTransport); }
        }

        /// <summary>Gets whether the Send operation is off, true if absent.</summary>
        public bool MuteSend
        {
            get { return FindBoolean(ServerResources.MuteSend, true); }
        }

        /// <summary>Gets the links to further APN Connection Profiles.</summary>
        public ObjectLink[] AlternateApnLinks
        {
            get { return (ObjectLink[])GetValue(ServerResources.AlternateApnLinks); }
        }

        /// <summary>Gets the enabler versions that the server supports.</summary>
        public string[] SupportedServerVersions
        {
            get { return (string[])GetValue(ServerResources.SupportedServerVersions); }
        }

        /// <summary>
        /// Gets how notifications are sent where an observation does not say: 0 non-confirmable, 1 confirmable.
        /// </summary>
        public int DefaultNotificationMode
        {
            get { return FindInt(ServerResources.DefaultNotificationMode, -1); }
        }

        /// <summary>Gets the hash algorithm of profile IDs, 0..255.</summary>
        public int ProfileIdHashAlgorithm
        {
            get { return FindInt(ServerResources.ProfileIdHashAlgorithm, -1); }
        }

        internal override ResourceType TypeOf(int resourceId)
        {
            switch (resourceId)
            {
                case ServerResources.Binding:
                case ServerResources.PreferredTransport:
                    return ResourceType.String;
                case ServerResources.NotificationStoring:
                case ServerResources.RegistrationFailureBlock:
                case ServerResources.BootstrapOnRegistrationFailure:
                case ServerResources.Trigger:
                case ServerResources.MuteSend:
                    return ResourceType.Boolean;
                case ServerResources.Lifetime:
                case ServerResources.DefaultMinimumPeriod:
                case ServerResources.DefaultMaximumPeriod:
                case ServerResources.DisableTimeout:
                case ServerResources.LastBootstrapped:
                case ServerResources.DefaultNotificationMode:
                    return ResourceType.Integer;
                case ServerResources.ShortServerId:
                    return ResourceType.Identifier;
                case ServerResources.TlsDtlsAlertCode:
                case ServerResources.RegistrationPriorityOrder:
                case ServerResources.InitialRegistrationDelayTimer:
                case ServerResources.CommunicationRetryCount:
                case ServerResources.CommunicationRetryTimer:
                case ServerResources.CommunicationSequenceDelayTimer:
                case ServerResources.CommunicationSequenceRetryCount:
                case ServerResources.ProfileIdHashAlgorithm:
                    return ResourceType.Unsigned;
                case ServerResources.ApnLink:
                    return ResourceType.ObjectLink;
                case ServerResources.SupportedServerVersions:
                    return ResourceType.StringList;
                case ServerResources.AlternateApnLinks:
                    return ResourceType.ObjectLinkList;
                case ServerResources.Disable:
                case ServerResources.RegistrationUpdateTrigger:
                case ServerResources.BootstrapRequestTrigger:
                    return ResourceType.Executable;
                default:
                    return ResourceType.Unknown;
            }
        }
    }
}
