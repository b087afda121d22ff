namespace Bootstrapper.Lwm2m
{
    /// <summary>What one LwM2M Server may do: an entry of an access control list.</summary>
    public sealed class AccessControlEntry
    {
        private readonly int _shortServerId;
        private readonly int _rights;

        internal AccessControlEntry(int shortServerId, int rights)
        {
            _shortServerId = shortServerId;
            _rights = rights;
        }

        /// <summary>Gets the Short Server ID, 0 for every server that has no entry of its own.</summary>
        public int ShortServerId => _shortServerId;

        /// <summary>Gets the rights, bits of <see cref="AccessRights"/>.</summary>
        public int Rights => _rights;
    }
}
