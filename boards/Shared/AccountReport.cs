using Bootstrapper.Lwm2m;

namespace Bootstrapper.Boards
{
    /// <summary>Writes what a card holds for a person to read: of keys their length.</summary>
    public sealed class AccountReport
    {
        private readonly ILog _log;

        /// <summary>Creates the report.</summary>
        public AccountReport(ILog log)
        {
            _log = log;
        }

        /// <summary>Writes the accounts, a block each, and what there is to say of them.</summary>
        public void Write(BootstrapResult result)
        {
            if (result.Iccid != null)
                _log.Write("card " + result.Iccid);
            if (result.Configuration != null)
                Write(result.Configuration);
            if (result.Content != null)
                Write(result.Content);
        }

        private void Write(BootstrapConfiguration configuration)
        {
            SecurityInstance[] securities = configuration.SecurityInstances;
            for (int i = 0; i < securities.Length; i++)
            {
                Write(securities[i]);
                if (!securities[i].IsBootstrapServer)
                    Write(configuration.FindServer(securities[i].ShortServerId));
            }
        }

        private void Write(SecurityInstance security)
        {
            _log.Write(security.IsBootstrapServer
                ? "account: Bootstrap-Server"
                : "account: server " + security.ShortServerId.ToString());
            Write("  uri       ", security.ServerUri);
            _log.Write("  security  " + NameOf(security.SecurityMode));
            WriteLength("  identity  ", security.PublicKeyOrIdentity);
            WriteLength("  key       ", security.SecretKey);
        }

        private void Write(ServerInstance server)
        {
            if (server == null)
                return;
            _log.Write("  lifetime  " + server.Lifetime.ToString() + " s");
            Write("  binding   ", server.Binding);
        }

        private void Write(LoadResult content)
        {
            Finding[] findings = content.Findings;
            for (int i = 0; i < findings.Length; i++)
                _log.Write((findings[i].IsViolation ? "violation: " : "warning: ") + findings[i].ToString());
            if (content.SkippedObjectCount + content.SkippedResourceCount > 0)
            {
                _log.Write("skipped: " + content.SkippedObjectCount.ToString() + " objects, "
                    + content.SkippedResourceCount.ToString() + " resources");
            }
        }

        private void Write(string name, string text)
        {
            if (text != null)
                _log.Write(name + Printable(text));
        }

        private void WriteLength(string name, byte[] bytes)
        {
            if (bytes != null)
                _log.Write(name + bytes.Length.ToString() + " bytes");
        }

        // Text from a card must not look like a line of ours.
        private static string Printable(string text)
        {
            char[] printable = text.ToCharArray();
            for (int i = 0; i < printable.Length; i++)
            {
                if (printable[i] < ' ' || printable[i] > '~')
                    printable[i] = '?';
            }

            return new string(printable);
        }

        private static string NameOf(int securityMode)
        {
            switch (securityMode)
            {
                case SecurityModes.PreSharedKey:
                    return "pre-shared key";
                case SecurityModes.RawPublicKey:
                    return "raw public key";
                case SecurityModes.Certificate:
                    return "certificate";
                case SecurityModes.NoSec:
                    return "none";
                case SecurityModes.CertificateWithEst:
                    return "certificate with EST";
                default:
                    return "mode " + securityMode.ToString();
            }
        }
    }
}
