namespace Bootstrapper.Lwm2m
{
    // The rules of one instance, the last of which look at it among the others.
    internal sealed partial class ConfigurationRules
    {
        private const int LongestUri = 255;
        private const int LongestIdentity = 128; // LwM2M TS Appendix E.1.1: what must be supported
        private const int LongestKey = 64;
        private const string MissingOrEmpty = "missing or empty";

        private void Judge(SecurityInstance security)
        {
            // Each is a search, so what several rules look at is passed on.
            int id = security.ShortServerId;
            bool isBootstrapServer = security.IsBootstrapServer;

            // Rule 1
            if (!isBootstrapServer)
                Require(1, security, SecurityResources.BootstrapServer);
            int mode = security.SecurityMode;
            if (!IsMode(mode) && Require(1, security, SecurityResources.SecurityMode))
                Violation(1, security, SecurityResources.SecurityMode, "outside 0..4");
            JudgeUri(security, mode);

            // Rules 3 and 4
            if (!isBootstrapServer)
                RequireId(3, security, SecurityResources.ShortServerId, id);
            else if (security.Has(SecurityResources.ShortServerId))
                Warning(4, security, SecurityResources.ShortServerId, "ignored for a Bootstrap-Server");

            JudgeKeys(security, mode);

            // Rule 9
            if (security.MatchingType > 3)
                Violation(9, security, SecurityResources.MatchingType, "over 3");
            if (security.CertificateUsage > 3)
                Violation(9, security, SecurityResources.CertificateUsage, "over 3");

            JudgeInSet(security, isBootstrapServer, id);
        }

        private void JudgeUri(SecurityInstance security, int mode)
        {
            // Rules 1 and 2. A character of UTF-16 takes three bytes of UTF-8 at the most.
            string uri = security.ServerUri;
            int scheme = UriScheme.Malformed;
            string fault = null;
            int length = uri == null ? 0 : uri.Length;
            if (length == 0)
                fault = MissingOrEmpty;
            else if (length > LongestUri || (length > LongestUri / 3 && Utf8.LengthOf(uri) > LongestUri))
                fault = "over 255 bytes";
            else if ((scheme = UriScheme.Of(uri)) == UriScheme.Malformed)
                fault = "no scheme or no host";

            if (fault != null)
                Violation(1, security, SecurityResources.ServerUri, fault);
            else if (scheme == UriScheme.Unknown)
                Warning(2, security, SecurityResources.ServerUri, "unknown scheme");
            else if ((scheme == UriScheme.Secured) == (mode == SecurityModes.NoSec) && IsMode(mode))
                Violation(2, security, SecurityResources.ServerUri, "scheme and Security Mode disagree");
        }

        private static bool IsMode(int mode)
        {
            return mode >= SecurityModes.PreSharedKey && mode <= SecurityModes.CertificateWithEst;
        }

        private void JudgeKeys(SecurityInstance security, int mode)
        {
            int identity = Length(security.PublicKeyOrIdentity);
            int key = Length(security.SecretKey);
            if (mode == SecurityModes.PreSharedKey)
            {
                // Rules 6 and 7
                if (key == 0)
                    Violation(6, security, SecurityResources.SecretKey, MissingOrEmpty);
                if (key > LongestKey)
                    Warning(7, security, SecurityResources.SecretKey, "over 64 bytes");
                if (identity == 0)
                    Warning(7, security, SecurityResources.PublicKeyOrIdentity, MissingOrEmpty);
                if (identity > LongestIdentity)
                    Warning(7, security, SecurityResources.PublicKeyOrIdentity, "over 128 bytes");
            }
            else if (mode == SecurityModes.RawPublicKey || mode == SecurityModes.Certificate)
            {
                // Rule 8
                int serverKey = Length(security.ServerPublicKey);
                if (identity == 0)
                    Violation(8, security, SecurityResources.PublicKeyOrIdentity, MissingOrEmpty);
                if (key == 0)
                    Violation(8, security, SecurityResources.SecretKey, MissingOrEmpty);
                if (serverKey == 0 && mode == SecurityModes.RawPublicKey)
                    Violation(8, security, SecurityResources.ServerPublicKey, MissingOrEmpty);
                else if (serverKey == 0)
                    Warning(8, security, SecurityResources.ServerPublicKey, MissingOrEmpty);
            }
        }

        private void Judge(ServerInstance server)
        {
            // Rule 12
            int id = server.ShortServerId;
            RequireId(12, server, ServerResources.ShortServerId, id);
            long lifetime = server.Lifetime;
            if (lifetime == 0)
                Warning(12, server, ServerResources.Lifetime, "0 needs LwM2M 1.2");
            else if (lifetime < 0 && Require(12, server, ServerResources.Lifetime))
                RequireAtLeast(0, 12, server, ServerResources.Lifetime);
            string fault = BindingFault(server.Binding);
            if (fault != null)
                Violation(12, server, ServerResources.Binding, fault);

            // Rule 13
            if (!server.Has(ServerResources.NotificationStoring))
                Warning(13, server, ServerResources.NotificationStoring, "missing, true is assumed");

            // Rule 14
            int count = server.Count;
            for (int i = 0; i < count; i++)
            {
                int resourceId = server.ResourceIdAt(i);
                switch (resourceId)
                {
                    case ServerResources.DefaultMinimumPeriod:
                    case ServerResources.DefaultMaximumPeriod:
                    case ServerResources.DisableTimeout:
                        RequireAtLeast(0, 14, server, resourceId);
                        break;
                    case ServerResources.CommunicationRetryCount:
                    case ServerResources.CommunicationRetryTimer:
                    case ServerResources.CommunicationSequenceRetryCount:
                        RequireAtLeast(1, 14, server, resourceId);
                        break;
                    default:
                        break;
                }
            }

            JudgeInSet(server, id);
        }

        private static string BindingFault(string binding)
        {
            int length = binding == null ? 0 : binding.Length;
            if (length == 0)
                return MissingOrEmpty;

            // It ends at the first fault, thus after as many letters as there are.
            for (int i = 0; i < length; i++)
            {
                char letter = binding[i];
                if ("UTSNMHQ".IndexOf(letter) < 0)
                    return "a letter other than UTSNMHQ";
                if (binding.IndexOf(letter) < i)
                    return "a letter twice";
            }

            return null;
        }

        private void Judge(OscoreInstance oscore)
        {
            // Rule 16
            for (int id = OscoreResources.MasterSecret; id <= OscoreResources.RecipientId; id++)
                Require(16, oscore, id);
        }

        private bool Require(int rule, ObjectInstance instance, int resourceId)
        {
            bool isThere = instance.Has(resourceId);
            if (!isThere)
                Violation(rule, instance, resourceId, "missing");
            return isThere;
        }

        private void RequireId(int rule, ObjectInstance instance, int resourceId, int id)
        {
            if (!ShortServerIds.IsValid(id) && Require(rule, instance, resourceId))
                Violation(rule, instance, resourceId, "outside 1..65534");
        }

        private void RequireAtLeast(long least, int rule, ServerInstance server, int resourceId)
        {
            if (server.FindInteger(resourceId, least) < least)
                Violation(rule, server, resourceId, "below " + least.ToString());
        }

        private static int Length(byte[] value)
        {
            return value == null ? 0 : value.Length;
        }
    }
}
