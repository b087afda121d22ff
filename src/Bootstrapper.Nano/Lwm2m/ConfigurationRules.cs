using System.Collections;

namespace Bootstrapper.Lwm2m
{
    /// <summary>
    /// Judges a set of instances as a whole. The rules follow from the definitions of the accounts (LwM2M TS 3.2, 6.1.2),
    /// the object definitions, and what the Bootstrap-Server's data has to keep (6.1.6, 6.1.7).
    /// </summary>
    /// <remarks>
    /// "Mandatory" resources that cards leave out are judged by the security mode. Where one fault implies another, only the
    /// first is reported: an account whose Short Server ID is no ID is not looked for, too.
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
                    Violation(5, security, SecurityResources.BootstrapServer, "more than one Bootstrap-Server account");
            }
            else if (ShortServerIds.IsValid(security.ShortServerId))
            {
                // Rule 10
                if (security != _set.FindSecurity(security.ShortServerId))
                    Violation(10, security, SecurityResources.ShortServerId, "another Security instance has this Short Server ID");

                // Rule 11
                if (_set.FindServer(security.ShortServerId) == null)
                    Violation(11, security, SecurityResources.ShortServerId, "no Server instance has this Short Server ID");
            }

            // Rule 15; the null link is none.
            ObjectLink link = security.OscoreSecurityMode;
            if (link == null || link.IsNull)
                return;
            if (_set.FindOscore(link) == null)
                Violation(15, security, SecurityResources.OscoreSecurityMode, "no such OSCORE instance");
            else if (IsLinkedBefore(index, link))
                Violation(15, security, SecurityResources.OscoreSecurityMode, "another Security instance has this OSCORE instance");
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
                Violation(10, server, ServerResources.ShortServerId, "another Server instance has this Short Server ID");

            // Rule 11
            if (_set.FindSecurity(server.ShortServerId) == null)
                Violation(11, server, ServerResources.ShortServerId, "no Security instance has this Short Server ID");
        }

        private void JudgeAccessControls()
        {
            AccessControlInstance[] instances = _set.AccessControlInstances;

            // Rule 17, LwM2M TS 6.1.6
            if (instances.Length > 0 && _set.ServerInstances.Length > 1 && !_hasAccessControl)
            {
                Add(new Finding(17, true, ObjectIds.AccessControl, -1, -1,
                    "several servers need Access Control, which the client does not have"));
            }

            // Rule 18
            for (int i = 0; i < instances.Length; i++)
            {
                AccessControlInstance instance = instances[i];
                AccessControlEntry[] acl = instance.Acl;
                for (int k = 0; acl != null && k < acl.Length; k++)
                    RequireAccount(instance, AccessControlResources.Acl, acl[k].ShortServerId);
                if (instance.Has(AccessControlResources.AccessControlOwner))
                    RequireAccount(instance, AccessControlResources.AccessControlOwner, instance.AccessControlOwner);
            }
        }

        // 0 stands for every other server, 65535 for none but a bootstrap.
        private void RequireAccount(AccessControlInstance instance, int resourceId, int shortServerId)
        {
            if (shortServerId == 0 || shortServerId == 65535 || _set.FindServer(shortServerId) != null)
                return;

            Warning(18, instance, resourceId, "Short Server ID " + shortServerId.ToString() + " has no account");
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
