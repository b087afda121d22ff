using System.Text;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Benchmarks.Device
{
    /// <summary>Bootstrap files of many accounts, each like the one of the published example with numbers of its own.</summary>
    public static class AccountFile
    {
        /// <summary>How many accounts fill a file of 32 KB.</summary>
        public const int AccountsOf32K = 234;

        private const int Lifetime = 86400;
        private const int PreSharedKey = 0;
        private const int KeyLength = 19;
        private const int FileHeader = 4;
        private const int RecordHeader = 5;

        /// <summary>Makes a file of <paramref name="count"/> Security and as many Server Instances.</summary>
        public static byte[] Make(int count)
        {
            TlvWriter security = new TlvWriter(1024);
            TlvWriter server = new TlvWriter(1024);
            byte[] key = new byte[KeyLength];
            for (int id = 0; id < count; id++)
            {
                for (int i = 0; i < KeyLength; i++)
                    key[i] = (byte)id;
                int shortServerId = id + 1;
                security.BeginObjectInstance(id);
                security.WriteString(
                    0, "coaps://device-management-" + id.ToString("D3") + ".europe.example.com:5684/account");
                security.WriteBoolean(1, false);
                security.WriteInteger(2, PreSharedKey);
                security.WriteOpaque(3, Encoding.UTF8.GetBytes("example-psk-identity"));
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
