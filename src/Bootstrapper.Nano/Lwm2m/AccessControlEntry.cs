namespace Bootstrapper.Lwm2m
{
    /// <summary>What one LwM2M Server may do: an entry of an access control list.</summary>
    public sealed class AccessControlEntry
    {
        internal AccessControlEntry(int shortServerId, int rights)
        {
            ShortServerId = shortServerId;
            Rights = rights;
        }

        /// <summary>Gets the Short Server ID, 0 for every server that has no entry of its own.</summary>
        public int ShortServerId { get; }

        /// <summary>Gets the rights, bits of <see cref="AccessRights"/>.</summary>
        public int Rights { get; }
    }
}
