namespace Bootstrapper.Lwm2m
{
    /// <summary>
    /// An instance of object 0, LwM2M Security: how to reach one server, and the keys for it (versions 1.0 to 1.2).
    /// </summary>
    public sealed class SecurityInstance : ObjectInstance
    {
        internal SecurityInstance(int instanceId)
            : base(ObjectIds.Security, instanceId)
        {
        }

        /// <summary>Gets the CoAP URI of the server (RFC 7252 section 6), 255 bytes at most.</summary>
        public string ServerUri
        {
            get { return (string)GetValue(SecurityResources.ServerUri); }
        }

        /// <summary>Gets whether the account is that of the Bootstrap-Server.</summary>
        public bool IsBootstrapServer
        {
            get { return FindBoolean(SecurityResources.BootstrapServer, false); }
        }

        /// <summary>Gets the security mode, one of <see cref="SecurityModes"/>.</summary>
        public int SecurityMode
        {
            get { return FindInt(SecurityResources.SecurityMode, -1); }
        }

        /// <summary>
        /// Gets the client's certificate (X.509 DER), its public key (SubjectPublicKeyInfo DER), or the PSK identity
        /// (UTF-8), by security mode.
        /// </summary>
        public byte[] PublicKeyOrIdentity
        {
            get { return (byte[])GetValue(SecurityResources.PublicKeyOrIdentity); }
        }

        /// <summary>
        /// Gets the server's certificate, its public key, or a trust anchor, by security mode and certificate usage.
        /// </summary>
        public byte[] ServerPublicKey
        {
            get { return (byte[])GetValue(SecurityResources.ServerPublicKey); }
        }

        /// <summary>Gets the pre-shared key or the client's private key.</summary>
        public byte[] SecretKey
        {
            get { return (byte[])GetValue(SecurityResources.SecretKey); }
        }

        /// <summary>
        /// Gets the SMS security mode: 1 DTLS by the device, 2 secure packet by the card, 3 none, 204..255 proprietary.
        /// </summary>
        public int SmsSecurityMode
        {
            get { return FindInt(SecurityResources.SmsSecurityMode, -1); }
        }

        /// <summary>Gets KIc, KID, SPI and TAR of the secure packets, 6 bytes.</summary>
        public byte[] SmsBindingKeyParameters
        {
            get { return (byte[])GetValue(SecurityResources.SmsBindingKeyParameters); }
        }

        /// <summary>Gets the keys of the secure packets, 16, 32 or 48 bytes.</summary>
        public byte[] SmsBindingSecretKeys
        {
            get { return (byte[])GetValue(SecurityResources.SmsBindingSecretKeys); }
        }

        /// <summary>Gets the MSISDN that reaches the server.</summary>
        public string ServerSmsNumber
        {
            get { return (string)GetValue(SecurityResources.ServerSmsNumber); }
        }

        /// <summary>Gets the Short Server ID, 1..65534; it has no meaning for a Bootstrap-Server.</summary>
        public int ShortServerId
        {
            get { return FindInt(SecurityResources.ShortServerId, -1); }
        }

        /// <summary>
        /// Gets the seconds to wait before a Client Initiated Bootstrap starts, 0 if absent; only for a Bootstrap-
        /// Server.
        /// </summary>
        public long ClientHoldOffTime
        {
            get { return FindInteger(SecurityResources.ClientHoldOffTime, 0); }
        }

        /// <summary>
        /// Gets the seconds after a bootstrap until the account is purged, 0 (if absent, too) for never; only for a
        /// Bootstrap-Server.
        /// </summary>
        public long BootstrapServerAccountTimeout
        {
            get { return FindInteger(SecurityResources.BootstrapServerAccountTimeout, 0); }
        }

        /// <summary>
        /// Gets how resource 4 matches what the server presents: 0 exact (if absent, too), 1 SHA-256, 2 SHA-384, 3
        /// SHA-512.
        /// </summary>
        public int MatchingType
        {
            get { return FindInt(SecurityResources.MatchingType, 0); }
        }

        /// <summary>Gets the server name to indicate in the TLS or DTLS handshake.</summary>
        public string Sni
        {
            get { return (string)GetValue(SecurityResources.Sni); }
        }

        /// <summary>
        /// Gets the certificate usage: 0 CA constraint, 1 service certificate, 2 trust anchor, 3 domain-issued (if
        /// absent, too).
        /// </summary>
        public int CertificateUsage
        {
            get { return FindInt(SecurityResources.CertificateUsage, 3); }
        }

        /// <summary>Gets the cipher suites to use, IANA values such as C0A8h.</summary>
        public int[] Ciphersuite
        {
            get { return (int[])GetValue(SecurityResources.Ciphersuite); }
        }

        /// <summary>Gets the link to the OSCORE instance to use.</summary>
        public ObjectLink OscoreSecurityMode
        {
            get { return (ObjectLink)GetValue(SecurityResources.OscoreSecurityMode); }
        }

        /// <summary>Gets the TLS groups to use, IANA values.</summary>
        public int[] GroupsToUse
        {
            get { return (int[])GetValue(SecurityResources.GroupsToUse); }
        }

        /// <summary>Gets the signature algorithms that the server supports, IANA values.</summary>
        public int[] SignatureAlgorithmsSupported
        {
            get { return (int[])GetValue(SecurityResources.SignatureAlgorithmsSupported); }
        }

        /// <summary>Gets the signature algorithms to use, IANA values.</summary>
        public int[] SignatureAlgorithmsToUse
        {
            get { return (int[])GetValue(SecurityResources.SignatureAlgorithmsToUse); }
        }

        /// <summary>Gets the signature algorithms that the server supports in certificates, IANA values.</summary>
        public int[] SignatureAlgorithmCertsSupported
        {
            get { return (int[])GetValue(SecurityResources.SignatureAlgorithmCertsSupported); }
        }

        /// <summary>Gets the bits of the TLS 1.3 features to use, 0 if absent.</summary>
        public ulong Tls13FeaturesToUse
        {
            get { return FindBits(SecurityResources.Tls13FeaturesToUse); }
        }

        /// <summary>Gets the bits of the TLS extensions that the server supports, 0 if absent.</summary>
        public ulong TlsExtensionsSupported
        {
            get { return FindBits(SecurityResources.TlsExtensionsSupported); }
        }

        /// <summary>Gets the bits of the TLS extensions to use, 0 if absent.</summary>
        public ulong TlsExtensionsToUse
        {
            get { return FindBits(SecurityResources.TlsExtensionsToUse); }
        }

        /// <summary>Gets further URIs of the server.</summary>
        public string[] SecondaryServerUris
        {
            get { return (string[])GetValue(SecurityResources.SecondaryServerUri); }
        }

        /// <summary>Gets the link to the MQTT Server instance to use.</summary>
        public ObjectLink MqttServer
        {
            get { return (ObjectLink)GetValue(SecurityResources.MqttServer); }
        }

        /// <summary>Gets the links to the LwM2M COSE Security instances to use.</summary>
        public ObjectLink[] CoseSecurity
        {
            get { return (ObjectLink[])GetValue(SecurityResources.CoseSecurity); }
        }

        /// <summary>Gets the destination port of the Reliable Data Service, 0..15.</summary>
        public int RdsDestinationPort
        {
            get { return FindInt(SecurityResources.RdsDestinationPort, -1); }
        }

        /// <summary>Gets the source port of the Reliable Data Service, 0..15.</summary>
        public int RdsSourcePort
        {
            get { return FindInt(SecurityResources.RdsSourcePort, -1); }
        }

        /// <summary>Gets the application ID of the Reliable Data Service.</summary>
        public string RdsApplicationId
        {
            get { return (string)GetValue(SecurityResources.RdsApplicationId); }
        }

        internal override ResourceType TypeOf(int resourceId)
        {
            switch (resourceId)
            {
                case SecurityResources.ServerUri:
                case SecurityResources.ServerSmsNumber:
                case SecurityResources.Sni:
                case SecurityResources.RdsApplicationId:
                    return ResourceType.String;
                case SecurityResources.BootstrapServer:
                    return ResourceType.Boolean;
                case SecurityResources.SecurityMode:
                case SecurityResources.SmsSecurityMode:
                case SecurityResources.ClientHoldOffTime:
                case SecurityResources.BootstrapServerAccountTimeout:
                case SecurityResources.RdsDestinationPort:
                case SecurityResources.RdsSourcePort:
                    return ResourceType.Integer;
                case SecurityResources.ShortServerId:
                    return ResourceType.Identifier;
                case SecurityResources.MatchingType:
                case SecurityResources.CertificateUsage:
                case SecurityResources.Tls13FeaturesToUse:
                case SecurityResources.TlsExtensionsSupported:
                case SecurityResources.TlsExtensionsToUse:
                    return ResourceType.Unsigned;
                case SecurityResources.PublicKeyOrIdentity:
                case SecurityResources.ServerPublicKey:
                case SecurityResources.SecretKey:
                case SecurityResources.SmsBindingKeyParameters:
                case SecurityResources.SmsBindingSecretKeys:
                    return ResourceType.Opaque;
                case SecurityResources.OscoreSecurityMode:
                case SecurityResources.MqttServer:
                    return ResourceType.ObjectLink;
                case SecurityResources.Ciphersuite:
                case SecurityResources.GroupsToUse:
                case SecurityResources.SignatureAlgorithmsSupported:
                case SecurityResources.SignatureAlgorithmsToUse:
                case SecurityResources.SignatureAlgorithmCertsSupported:
                    return ResourceType.UnsignedList;
                case SecurityResources.SecondaryServerUri:
                    return ResourceType.StringList;
                case SecurityResources.CoseSecurity:
                    return ResourceType.ObjectLinkList;
                default:
                    return ResourceType.Unknown;
            }
        }
    }
}
