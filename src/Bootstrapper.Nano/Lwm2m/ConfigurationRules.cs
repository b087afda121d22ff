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
        private readonly BootstrapConfiguration _set;
        private readonly bool _hasAccessControl;
        private readonly ArrayList _findings = new ArrayList();

        private ConfigurationRules(BootstrapConfiguration set, bool hasAccessControl)
        {
            _set = set;
            _hasAccessControl = hasAccessControl;
        }

        /// <summary>Gets all violations and warnings.</summary>
        /// <param name="set">The instances of the whole file.</param>
        /// <param name="hasAccessControl">Whether the client has an Access Control object.</param>
        public static Finding[] Judge(BootstrapConfiguration set, bool hasAccessControl)
        {
            ConfigurationRules rules = new ConfigurationRules(set, hasAccessControl);
            for (int i = 0; i < set.SecurityInstances.Length; i++)
            {
                rules.JudgeSecurity(set.SecurityInstances[i]);
                rules.JudgeSecurityInSet(i);
            }

            for (int i = 0; i < set.ServerInstances.Length; i++)
            {
                rules.JudgeServer(set.ServerInstances[i]);
                rules.JudgeServerInSet(set.ServerInstances[i]);
            }

            rules.JudgeAccessControls();
            for (int i = 0; i < set.OscoreInstances.Length; i++)
                rules.JudgeOscore(set.OscoreInstances[i]);

            Finding[] findings = new Finding[rules._findings.Count];
            rules._findings.CopyTo(findings);
            return findings;
        }

        private void JudgeSecurityInSet(int index)
        {
            SecurityInstance security = _set.SecurityInstances[index];

            // Rule 5
            if (security.IsBootstrapServer)
            {
                if (security != _set.BootstrapServer)
                    Violation(5, security, SecurityResources.BootstrapServer, "a second Bootstrap-Server");
            }
            else if (ShortServerIds.IsValid(security.ShortServerId))
            {
                // Rule 10
                if (security != _set.FindSecurity(security.ShortServerId))
                    Violation(10, security, SecurityResources.ShortServerId, "another instance has this value");

                // Rule 11
                if (_set.FindServer(security.ShortServerId) == null)
                    Violation(11, security, SecurityResources.ShortServerId, "no such Server instance");
            }

            // Rule 15; the null link is none.
            ObjectLink link = security.OscoreSecurityMode;
            if (link == null || link.IsNull)
                return;
            if (_set.FindOscore(link) == null)
                Violation(15, security, SecurityResources.OscoreSecurityMode, "no such OSCORE instance");
            else if (IsLinkedBefore(index, link))
                Violation(15, security, SecurityResources.OscoreSecurityMode, "another instance has this value");
        }

        private bool IsLinkedBefore(int index, ObjectLink link)
        {
            OscoreInstance oscore = _set.FindOscore(link);
            for (int i = 0; i < index; i++)
            {
                if (_set.FindOscore(_set.SecurityInstances[i].OscoreSecurityMode) == oscore)
                    return true;
            }

            return false;
        }

        private void JudgeServerInSet(ServerInstance server)
        {
            if (!ShortServerIds.IsValid(server.ShortServerId))
                return;

            // Rule 10
            if (server != _set.FindServer(server.ShortServerId))
                Violation(10, server, ServerResources.ShortServerId, "another instance has this value");

            // Rule 11
            if (_set.FindSecurity(server.ShortServerId) == null)
                Violation(11, server, ServerResources.ShortServerId, "no such Security instance");
        }

        private void JudgeAccessControls()
        {
            AccessControlInstance[] instances = _set.AccessControlInstances;

            // Rule 17, LwM2M TS 6.1.6
            if (instances.Length > 0 && _set.ServerInstances.Length > 1 && !_hasAccessControl)
            {
                Add(new Finding(17, true, ObjectIds.AccessControl, -1, -1,
                    "the client has no Access Control object"));
            }

            // Rule 18
            for (int i = 0; i < instances.Length; i++)
            {
                AccessControlInstance instance = instances[i];
                WarnOfNoAccount(instance, AccessControlResources.Acl, WithoutAccount(instance.Acl));
                if (instance.Has(AccessControlResources.AccessControlOwner) && !HasAccount(instance.AccessControlOwner))
                    WarnOfNoAccount(instance, AccessControlResources.AccessControlOwner, instance.AccessControlOwner.ToString());
            }
        }

        /// <summary>Gets the Short Server IDs of the entries that have no account, null if each has one.</summary>
        private string WithoutAccount(AccessControlEntry[] acl)
        {
            // One finding for all of a list, as there may be some hundred entries in a file.
            string ids = null;
            for (int i = 0; acl != null && i < acl.Length; i++)
            {
                if (HasAccount(acl[i].ShortServerId))
                    continue;
                string id = acl[i].ShortServerId.ToString();
                ids = ids == null ? id : ids + ", " + id;
            }

            return ids;
        }

        private bool HasAccount(int shortServerId)
        {
            // 0 stands for every other server, 65535 for none but a bootstrap.
            return shortServerId == 0 || shortServerId == 65535 || _set.FindServer(shortServerId) != null;
        }

        private void WarnOfNoAccount(AccessControlInstance instance, int resourceId, string ids)
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
            _findings.Add(finding);
        }
    }
}
