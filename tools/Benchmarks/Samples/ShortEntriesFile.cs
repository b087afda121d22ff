using Bootstrapper.Lwm2m;

namespace Bootstrapper.Benchmarks.Samples;

/// <summary>A bootstrap file of one object that nobody knows, which is nothing but short entries.</summary>
internal static class ShortEntriesFile
{
    private const int ObjectId = 3;
    private const int Instances = 20;
    private const int Resources = 30;

    /// <summary>Makes it.</summary>
    public static byte[] Make()
    {
        TlvWriter tlv = new(4096);
        for (int id = 0; id < Instances; id++)
        {
            tlv.BeginObjectInstance(id);
            for (int resource = 0; resource < Resources; resource++)
                tlv.WriteBoolean(resource, true);
            tlv.BeginMultipleResource(Resources);
            for (int value = 0; value < Resources; value++)
                tlv.WriteInteger(value, value);
            tlv.End();
            tlv.End();
        }

        byte[] record = [0, ObjectId, 0, .. Word(tlv.Length), .. tlv.ToArray()];
        return [0, 1, .. Word(record.Length), .. record];
    }

    private static byte[] Word(int value) => [(byte)(value >> 8), (byte)value];
}
