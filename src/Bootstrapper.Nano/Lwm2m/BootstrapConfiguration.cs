using System;

namespace Bootstrapper.Lwm2m
{
    /// <summary>
    /// What a bootstrap file gives an LwM2M client: its accounts and what belongs to them, each array in the order of the
    /// file. It is the caller's and never changes.
    /// </summary>
    public sealed class BootstrapConfiguration
    {
        private readonly SecurityInstance[] _securities;
        private readonly ServerInstance[] _servers;
        private readonly AccessControlInstance[] _accessControls;
        private readonly OscoreInstance[] _oscores;

        /// <summary>
        /// Creates a configuration of the first <paramref name="count"/> of <paramref name="instances"/>, of which those of one
        /// object stand together.
        /// </summary>
        internal BootstrapConfiguration(ObjectInstance[] instances, int count, ConfigurationSource source)
        {
            int securities = 0;
            int servers = 0;
            int accessControls = 0;
            int oscores = 0;
            for (int i = 0; i < count; i++)
            {
                ObjectInstance instance = instances[i];
                instance.Source = source;
                switch (instance.ObjectId)
                {
                    case ObjectIds.Security:
                        securities++;
                        break;
                    case ObjectIds.Server:
                        servers++;
                        break;
                    case ObjectIds.AccessControl:
                        accessControls++;
                        break;
                    default:
                        oscores++;
                        break;
                }
            }

            _securities = new SecurityInstance[securities];
            _servers = new ServerInstance[servers];
            _accessControls = new AccessControlInstance[accessControls];
            _oscores = new OscoreInstance[oscores];
            Select(instances, ObjectIds.Security, _securities);
            Select(instances, ObjectIds.Server, _servers);
            Select(instances, ObjectIds.AccessControl, _accessControls);
            Select(instances, ObjectIds.Oscore, _oscores);
        }

        /// <summary>Gets the instances of object 0, one an account.</summary>
        public SecurityInstance[] SecurityInstances => _securities;

        /// <summary>Gets the instances of object 1, one for each account that is not the Bootstrap-Server's.</summary>
        public ServerInstance[] ServerInstances => _servers;

        /// <summary>Gets the instances of object 2.</summary>
        public AccessControlInstance[] AccessControlInstances => _accessControls;

        /// <summary>Gets the instances of object 21.</summary>
        public OscoreInstance[] OscoreInstances => _oscores;

        /// <summary>Gets the Security instance of the Bootstrap-Server, null where there is none.</summary>
        public SecurityInstance BootstrapServer
        {
            get
            {
                foreach (SecurityInstance security in _securities)
                {
                    if (security.IsBootstrapServer)
                        return security;
                }

                return null;
            }
        }

        /// <summary>Gets the Security instance of a server other than the Bootstrap-Server, null where there is none.</summary>
        public SecurityInstance FindSecurity(int shortServerId)
        {
            foreach (SecurityInstance security in _securities)
            {
                if (!security.IsBootstrapServer && security.ShortServerId == shortServerId)
                    return security;
            }

            return null;
        }

        /// <summary>Gets the Server instance of a server, null where there is none.</summary>
        public ServerInstance FindServer(int shortServerId)
        {
            foreach (ServerInstance server in _servers)
            {
                if (server.ShortServerId == shortServerId)
                    return server;
            }

            return null;
        }

        /// <summary>Gets the OSCORE instance that a Security instance links to, null where there is none.</summary>
        public OscoreInstance FindOscore(ObjectLink link)
        {
            if (link == null || link.ObjectId != ObjectIds.Oscore)
                return null;

            foreach (OscoreInstance oscore in _oscores)
            {
                if (oscore.InstanceId == link.InstanceId)
                    return oscore;
            }

            return null;
        }

        /// <summary>Fills <paramref name="selected"/> with the instances of one object, which are as many.</summary>
        private static void Select(ObjectInstance[] instances, int objectId, ObjectInstance[] selected)
        {
            if (selected.Length == 0)
                return;

            // They stand together: a second record of an object is refused.
            int first = 0;
            while (instances[first].ObjectId != objectId)
                first++;
            Array.Copy(instances, first, selected, 0, selected.Length);
        }
    }
}
