using System.Text;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Benchmarks.Device
{
    /// <summary>Bootstrap files of many accounts, with numbers of their own.</summary>
    public static class AccountFile
    {
        /// <summary>How many accounts fill a file of 32 KB.</summary>
        public const int AccountsOf32K = 234;

        /// <summary>How many accounts with certificates do so: as many as the library takes unless told otherwise.</summary>
        public const int AccountsWithCertificates = 8;

        private const int Lifetime = 86400;
        private const int PreSharedKey = 0;
        private const int Certificate = 2;
        private const int KeyLength = 19;
        private const int CertificateLength = 1930;
        private const int PrivateKeyLength = 121;
        private const int FileHeader = 4;
        private const int RecordHeader = 5;

        /// <summary>Makes a file of PSK accounts like that of the published example.</summary>
        public static byte[] Make(int count)
        {
            return Make(count, PreSharedKey, Encoding.UTF8.GetBytes("example-psk-identity"), new byte[0], KeyLength);
        }

        /// <summary>Makes a file of accounts with long values: two certificates and a private key.</summary>
        public static byte[] MakeWithCertificates(int count)
        {
            byte[] certificate = new byte[CertificateLength];
            for (int i = 0; i < certificate.Length; i++)
                certificate[i] = (byte)(i * 7);
            return Make(count, Certificate, certificate, certificate, PrivateKeyLength);
        }

        private static byte[] Make(int count, int securityMode, byte[] identity, byte[] serverPublicKey, int keyLength)
        {
            TlvWriter security = new TlvWriter(1024);
            TlvWriter server = new TlvWriter(1024);
            byte[] key = new byte[keyLength];
            for (int id = 0; id < count; id++)
            {
                for (int i = 0; i < keyLength; i++)
                    key[i] = (byte)id;
                int shortServerId = id + 1;
                security.BeginObjectInstance(id);
                security.WriteString(
                    0, "coaps://device-management-" + id.ToString("D3") + ".europe.example.com:5684/account");
                security.WriteBoolean(1, false);
                security.WriteInteger(2, securityMode);
                security.WriteOpaque(3, identity);
                if (serverPublicKey.Length > 0)
                    security.WriteOpaque(4, serverPublicKey);
                security.WriteOpaque(5, key);
                security.WriteInteger(10, shortServerId);
                security.End();
                server.BeginObjectInstance(id);
                server.WriteInteger(0, shortServerId);
                server.WriteInteger(1, Lifetime);
                server.WriteBoolean(6, false);
                server.WriteString(7, "U");
                server.End();
            }

            int size = (2 * RecordHeader) + security.Length + server.Length;
            byte[] file = new byte[FileHeader + size];
            PutWord(file, 0, 2);
            PutWord(file, 2, size);
            int end = PutRecord(file, FileHeader, ObjectIds.Security, security);
            PutRecord(file, end, ObjectIds.Server, server);
            return file;
        }

        // LwM2M TS Appendix G.3.3: Object ID, 00 for the implicit version, length.
        private static int PutRecord(byte[] file, int offset, int objectId, TlvWriter instances)
        {
            PutWord(file, offset, objectId);
            PutWord(file, offset + 3, instances.Length);
            System.Array.Copy(instances.ToArray(), 0, file, offset + RecordHeader, instances.Length);
            return offset + RecordHeader + instances.Length;
        }

        private static void PutWord(byte[] file, int offset, int value)
        {
            file[offset] = (byte)(value >> 8);
            file[offset + 1] = (byte)value;
        }
    }
}
