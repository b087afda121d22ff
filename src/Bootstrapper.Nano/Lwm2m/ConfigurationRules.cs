using System.Collections;

namespace Bootstrapper.Lwm2m
{
    /// <summary>
    /// Judges a set of instances as a whole, by the definitions of the accounts (LwM2M TS 3.2, 6.1.2), of the objects (OMA
    /// registry), and what a client checks after a bootstrap (LwM2M TS 6.1.6, 6.1.7).
    /// </summary>
    /// <remarks>
    /// <para>
    /// "Mandatory" resources that cards leave out are judged by the security mode. Where one fault implies another, only the
    /// first is reported: an account whose Short Server ID is no ID is not looked for, too.
    /// </para>
    /// <code>
    ///  1  Security: URI with scheme and host, Bootstrap-Server, Security Mode 0..4
    ///  2  Security: scheme and Security Mode agree                     (unknown scheme: warning)
    ///  3  Security of a server: Short Server ID 1..65534
    ///  4  Security of a Bootstrap-Server: no Short Server ID           (warning)
    ///  5  one Bootstrap-Server at most
    ///  6  PSK: a key
    ///  7  PSK: an identity; neither longer than what all must support  (warning)
    ///  8  RPK, Certificate: the keys                                   (certificate without resource 4: warning)
    ///  9  Matching Type and Certificate Usage 0..3
    /// 10  one Security and one Server instance for a Short Server ID
    /// 11  no Security instance of a server without its Server instance, and the reverse
    /// 12  Server: Short Server ID 1..65534, Lifetime, Binding          (Lifetime 0: warning)
    /// 13  Server: Notification Storing                                 (warning)
    /// 14  Server: no negative period, no count or timer of 0
    /// 15  an OSCORE link leads to an instance that no other links to
    /// 16  OSCORE: secret, Sender ID, Recipient ID
    /// 17  Access Control for several servers: the client has that object
    /// 18  Access Control names servers that have an account            (warning)
    /// </code>
    /// </remarks>
    internal sealed partial class ConfigurationRules
    {
        private const string NotUnique = "another instance has this value";

        private readonly BootstrapConfiguration _set;
        private readonly bool _hasAccessControl;
        private int _accounts; // valid Short Server IDs with a Security and a Server instance, of those judged so far
        private ArrayList _findings; // null as long as there are none

        // Files number their accounts upwards, and have both objects in one order: there is seldom a search through all.
        private int _highestSecurity;
        private int _highestServer;
        private int _nextSecurity;
        private int _nextServer;

        private ConfigurationRules(BootstrapConfiguration set, bool hasAccessControl)
        {
            _set = set;
            _hasAccessControl = hasAccessControl;
        }

        /// <summary>Gets all violations and warnings, null if there are none.</summary>
        /// <param name="set">The instances of the whole file.</param>
        /// <param name="hasAccessControl">Whether the client has an Access Control object.</param>
        public static Finding[] Judge(BootstrapConfiguration set, bool hasAccessControl)
        {
            ConfigurationRules rules = new ConfigurationRules(set, hasAccessControl);
            foreach (SecurityInstance security in set.SecurityInstances)
                rules.Judge(security);

            foreach (ServerInstance server in set.ServerInstances)
                rules.Judge(server);

            rules.JudgeRights();
            foreach (OscoreInstance oscore in set.OscoreInstances)
                rules.Judge(oscore);

            if (rules._findings == null)
                return null;
            Finding[] findings = new Finding[rules._findings.Count];
            rules._findings.CopyTo(findings);
            return findings;
        }

        private void JudgeInSet(SecurityInstance security, bool isBootstrapServer, int id)
        {
            // Rule 5
            if (isBootstrapServer)
            {
                if (security != _set.BootstrapServer)
                    Violation(5, security, SecurityResources.BootstrapServer, "a second Bootstrap-Server");
            }
            else if (ShortServerIds.IsValid(id))
            {
                // Rules 10 and 11
                bool isFirst = id > _highestSecurity || security == _set.FindSecurity(id);
                if (id > _highestSecurity)
                    _highestSecurity = id;
                if (!isFirst)
                    Violation(10, security, SecurityResources.ShortServerId, NotUnique);
                if (!HasServer(id))
                    Violation(11, security, SecurityResources.ShortServerId, "no Server instance has this ID");
                else if (isFirst)
                    _accounts++;
            }

            // Rule 15; the null link is none.
            ObjectLink link = security.OscoreSecurityMode;
            if (link == null || link.IsNull)
                return;
            OscoreInstance oscore = _set.FindOscore(link);
            if (oscore == null)
                Violation(15, security, SecurityResources.OscoreSecurityMode, "no OSCORE instance has this ID");
            else if (security != FirstWith(oscore))
                Violation(15, security, SecurityResources.OscoreSecurityMode, NotUnique);
        }

        private SecurityInstance FirstWith(OscoreInstance oscore)
        {
            foreach (SecurityInstance security in _set.SecurityInstances)
            {
                if (_set.FindOscore(security.OscoreSecurityMode) == oscore)
                    return security;
            }

            return null;
        }

        private void JudgeInSet(ServerInstance server, int id)
        {
            if (!ShortServerIds.IsValid(id))
                return;

            // Rules 10 and 11
            if (id > _highestServer)
                _highestServer = id;
            else if (server != _set.FindServer(id))
                Violation(10, server, ServerResources.ShortServerId, NotUnique);

            // Each account has a Server instance of its own: where there are as many of both, all of them have one.
            if (_accounts < _set.ServerInstances.Length && !HasSecurity(id))
                Violation(11, server, ServerResources.ShortServerId, "no Security instance has this ID");
        }

        // Both begin behind the last one found.
        private bool HasServer(int shortServerId)
        {
            ServerInstance[] servers = _set.ServerInstances;
            for (int i = 0; i < servers.Length; i++)
            {
                ServerInstance server = servers[_nextServer];
                _nextServer = _nextServer + 1 < servers.Length ? _nextServer + 1 : 0;
                if (server.ShortServerId == shortServerId)
                    return true;
            }

            return false;
        }

        private bool HasSecurity(int shortServerId)
        {
            SecurityInstance[] securities = _set.SecurityInstances;
            for (int i = 0; i < securities.Length; i++)
            {
                SecurityInstance security = securities[_nextSecurity];
                _nextSecurity = _nextSecurity + 1 < securities.Length ? _nextSecurity + 1 : 0;
                if (security.ShortServerId == shortServerId && !security.IsBootstrapServer)
                    return true;
            }

            return false;
        }

        private void JudgeRights()
        {
            AccessControlInstance[] instances = _set.AccessControlInstances;

            // Rule 17, LwM2M TS 6.1.6
            if (instances.Length > 0 && _set.ServerInstances.Length > 1 && !_hasAccessControl)
            {
                Add(new Finding(17, true, ObjectIds.AccessControl, -1, -1, "the client has no Access Control object"));
            }

            // Rule 18, one finding for all of a list, as there may be some hundred entries in a file.
            foreach (AccessControlInstance instance in instances)
            {
                string ids = null;
                if (instance.Acl != null)
                {
                    foreach (AccessControlEntry entry in instance.Acl)
                        ids = WithoutAccount(ids, entry.ShortServerId);
                }

                Warn(instance, AccessControlResources.Acl, ids);
                if (instance.Has(AccessControlResources.AccessControlOwner))
                {
                    ids = WithoutAccount(null, instance.AccessControlOwner);
                    Warn(instance, AccessControlResources.AccessControlOwner, ids);
                }
            }
        }

        /// <summary>Gets <paramref name="ids"/>, and one more if that has no account.</summary>
        private string WithoutAccount(string ids, int id)
        {
            // 0 stands for every other server, 65535 for none but a bootstrap.
            if (id == 0 || id == 65535 || HasServer(id))
                return ids;
            return ids == null ? id.ToString() : ids + ", " + id.ToString();
        }

        private void Warn(AccessControlInstance instance, int resourceId, string ids)
        {
            if (ids != null)
                Warning(18, instance, resourceId, "no account for Short Server ID " + ids);
        }

        private void Violation(int rule, ObjectInstance instance, int resourceId, string message)
        {
            Add(new Finding(rule, true, instance.ObjectId, instance.InstanceId, resourceId, message));
        }

        private void Warning(int rule, ObjectInstance instance, int resourceId, string message)
        {
            Add(new Finding(rule, false, instance.ObjectId, instance.InstanceId, resourceId, message));
        }

        private void Add(Finding finding)
        {
            if (_findings == null)
                _findings = new ArrayList();
            _findings.Add(finding);
        }
    }
}
