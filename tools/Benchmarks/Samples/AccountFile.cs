using System.Globalization;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Benchmarks.Samples;

/// <summary>Bootstrap files of many accounts, each the one of the published example with numbers of its own.</summary>
internal static class AccountFile
{
    private const int Lifetime = 86400;
    private const int PreSharedKey = 0;
    private const int KeyLength = 19;
    private const int UnknownObject = 3;
    private const int ShortInstances = 20;
    private const int ShortResources = 30;

    /// <summary>Makes a file of <paramref name="count"/> Security and as many Server Instances that a device accepts.</summary>
    public static byte[] Make(int count)
    {
        TlvWriter security = new(1024);
        TlvWriter server = new(1024);
        for (int id = 0; id < count; id++)
        {
            int shortServerId = id + 1;
            security.BeginObjectInstance(id);
            security.WriteString(0, string.Create(
                CultureInfo.InvariantCulture, $"coaps://device-management-{id:D3}.europe.example.com:5684/account"));
            security.WriteBoolean(1, false);
            security.WriteInteger(2, PreSharedKey);
            security.WriteOpaque(3, "example-psk-identity"u8.ToArray());
            security.WriteOpaque(5, Key(id));
            security.WriteInteger(10, shortServerId);
            security.End();
            server.BeginObjectInstance(id);
            server.WriteInteger(0, shortServerId);
            server.WriteInteger(1, Lifetime);
            server.WriteBoolean(6, false);
            server.WriteString(7, "U");
            server.End();
        }

        byte[] records = [.. Record(ObjectIds.Security, security), .. Record(ObjectIds.Server, server)];
        return [0, 2, .. Word(records.Length), .. records];
    }

    /// <summary>Makes a file of one object that nobody knows, which is nothing but short entries.</summary>
    public static byte[] MakeShortEntries()
    {
        TlvWriter tlv = new(4096);
        for (int id = 0; id < ShortInstances; id++)
        {
            tlv.BeginObjectInstance(id);
            for (int resource = 0; resource < ShortResources; resource++)
                tlv.WriteBoolean(resource, true);
            tlv.BeginMultipleResource(ShortResources);
            for (int value = 0; value < ShortResources; value++)
                tlv.WriteInteger(value, value);
            tlv.End();
            tlv.End();
        }

        byte[] record = Record(UnknownObject, tlv);
        return [0, 1, .. Word(record.Length), .. record];
    }

    private static byte[] Key(int id)
    {
        byte[] key = new byte[KeyLength];
        Array.Fill(key, (byte)id);
        return key;
    }

    // LwM2M TS Appendix G.3.3: Object ID, 00 for the implicit version, length.
    private static byte[] Record(int objectId, TlvWriter instances) =>
        [.. Word(objectId), 0, .. Word(instances.Length), .. instances.ToArray()];

    private static byte[] Word(int value) => [(byte)(value >> 8), (byte)value];
}
