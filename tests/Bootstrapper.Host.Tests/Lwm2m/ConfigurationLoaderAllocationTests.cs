using System.Text;
using Bootstrapper.Lwm2m;
using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Host.Tests.Lwm2m;

/// <summary>A load allocates what it keeps and a constant besides, whatever the file's size.</summary>
[TestClass]
public sealed class ConfigurationLoaderAllocationTests
{
    private const int LargestFile = 32 * 1024;

    // From 1 KB on a load makes a table for the digest, always of this size.
    private const int SmallFile = 2 * 1024;
    private const int Table = 256 * sizeof(uint) + 24;

    // For what the runtime may or may not put on the stack, method by method.
    private const int Slack = 200;

    [TestMethod]
    public void Load_FileFullOfASkippedObject_AllocatesAsForASmallOne()
    {
        string resources = Tlv.Resource(0, Tlv.Bytes(60)) + Tlv.Resource(1, "01")
            + Tlv.Multiple(2, Tlv.ResourceInstance(70, "01"), Tlv.ResourceInstance(71, "02"));
        string tiny = AccountFile(Tlv.Record(3, Tlv.Instance(1000, resources)));
        string small = AccountFile(Tlv.Record(3, Instances(1000, resources, SmallFile)));
        string large = AccountFile(Tlv.Record(3, Instances(1000, resources, LargestFile)));
        Assert.IsLessThanOrEqualTo(Allocated(tiny) + Table + Slack, Allocated(small));
        Assert.IsLessThanOrEqualTo(Allocated(small) + Slack, Allocated(large));
    }

    [TestMethod]
    public void Load_RecordsOfManySkippedObjects_AllocatesForThoseNamedOnly()
    {
        string tiny = AccountFile(Records(LoadResult.MaxNamed));
        string small = AccountFile(Records(SmallFile / 5 - 100));
        string large = AccountFile(Records(LargestFile / 5 - 100));
        Assert.IsLessThanOrEqualTo(Allocated(tiny) + Table + Slack, Allocated(small));
        Assert.IsLessThanOrEqualTo(Allocated(small) + Slack, Allocated(large));
    }

    [TestMethod]
    public void Load_InstanceFullOfUnknownResources_AllocatesForThoseNamedOnly()
    {
        string tiny = UnknownResourcesFile(LoadResult.MaxNamed);
        string small = UnknownResourcesFile(SmallFile / 3 - 100);
        string large = UnknownResourcesFile(LargestFile / 3 - 100);
        Assert.IsLessThanOrEqualTo(Allocated(tiny) + Table + Slack, Allocated(small));
        Assert.IsLessThanOrEqualTo(Allocated(small) + Slack, Allocated(large));
    }

    [TestMethod]
    public void Load_LongKeys_AllocatesTheirBytes()
    {
        // 15 keys that are longer than the window, 2000 bytes each, against keys of 1000.
        long more = Allocated(KeysFile(2000)) - Allocated(KeysFile(1000));
        Assert.IsLessThanOrEqualTo(15 * 1000 + Slack, more);
    }

    [TestMethod]
    public void Load_Lists_AllocatesTheirValues()
    {
        // Each with 32 numbers instead of 2.
        long more = Allocated(ListsFile(32)) - Allocated(ListsFile(2));
        Assert.IsLessThanOrEqualTo(5 * 30 * sizeof(int) + Slack, more);
    }

    private static long Allocated(string file)
    {
        Assert.IsLessThanOrEqualTo(LargestFile, file.Length / 2);
        ConfigurationLoader loader = new();
        ByteArraySource source = new(Hex.Bytes(file));
        LoadResult result = loader.Load(source);
        Assert.AreEqual(LoadOutcome.Loaded, result.Outcome);

        source.Rewind();
        long before = GC.GetAllocatedBytesForCurrentThread();
        loader.Load(source);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string AccountFile(params string[] records)
    {
        string uri = Tlv.Resource(0, Tlv.Text("coap://h")) + Tlv.Resource(1, "01") + Tlv.Resource(2, "03");
        return Tlv.File([Tlv.Record(0, Tlv.Instance(0, uri)), .. records]);
    }

    private static string Instances(int firstId, string resources, int fileLength)
    {
        StringBuilder instances = new();
        for (int id = firstId; instances.Length / 2 < fileLength - 200; id++)
            instances.Append(Tlv.Instance(id, resources));
        return instances.ToString();
    }

    private static string[] Records(int count)
    {
        string[] records = new string[count];
        for (int i = 0; i < count; i++)
            records[i] = Tlv.Record(1000 + i, "");
        return records;
    }

    private static string UnknownResourcesFile(int count)
    {
        StringBuilder resources = new();
        for (int i = 0; i < count; i++)
            resources.Append(Tlv.Resource(1000 + i, ""));
        string oscore = Tlv.Resource(0, "01") + Tlv.Resource(1, "02") + Tlv.Resource(2, "03");
        return AccountFile(Tlv.Record(21, Tlv.Instance(0, oscore + resources)));
    }

    private static string KeysFile(int length)
    {
        string instances = "";
        for (int i = 0; i < 15; i++)
            instances += Tlv.Instance(i, Tlv.Resource(0, Tlv.Bytes(length)) + Tlv.Resource(1, "02") + Tlv.Resource(2, "03"));
        return AccountFile(Tlv.Record(21, instances));
    }

    private static string ListsFile(int count)
    {
        string[] values = new string[count];
        for (int i = 0; i < count; i++)
            values[i] = Tlv.ResourceInstance(i, "C0A8");
        string resources = Tlv.Resource(0, Tlv.Text("coap://h")) + Tlv.Resource(1, "01") + Tlv.Resource(2, "03");
        foreach (int id in new[] { 16, 18, 19, 20, 21 })
            resources += Tlv.Multiple(id, values);
        return Tlv.File(Tlv.Record(0, Tlv.Instance(0, resources)));
    }
}
