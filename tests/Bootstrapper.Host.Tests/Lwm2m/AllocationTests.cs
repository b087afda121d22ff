using Bootstrapper.Lwm2m;
using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Host.Tests.Lwm2m;

/// <summary>Walking a file allocates nothing, and a value what it takes.</summary>
[TestClass]
public sealed class AllocationTests
{
    [TestMethod]
    public void Read_SmallFile_AllocatesNothing() => ExpectNoAllocation(Hex.Bytes(Vectors.A), 12);

    [TestMethod]
    public void Read_LargestFile_AllocatesNothing() => ExpectNoAllocation(LargeFile(), 12 * 234);

    [TestMethod]
    public void GetInteger_AndTheOtherNumbers_AllocateNothing()
    {
        byte[] bytes = Hex.Bytes("C10001 C80108FFFFFFFFFFFFFFFF C4023F800000");
        TlvReader reader = new(16);
        ByteArraySource source = new(bytes);
        Assert.AreEqual(0, Allocated(() =>
        {
            source.Rewind();
            reader.Reset(source, bytes.Length);
            reader.Read();
            reader.GetBoolean();
            reader.GetIdentifier();
            reader.Read();
            reader.GetInteger();
            reader.GetUnsigned();
            reader.GetTime();
            reader.Read();
            reader.GetFloat();
        }));
    }

    [TestMethod]
    [DataRow(200, false)]
    [DataRow(1000, true)]
    public void GetOpaqueAndGetString_AnyLength_AllocateTheResult(int length, bool isLongerThanTheWindow)
    {
        byte[] bytes = [0xD0, 0, (byte)(length >> 8), (byte)length, .. Enumerable.Repeat((byte)'a', length)];
        TlvReader reader = new();
        ByteArraySource source = new(bytes);
        long array = Allocated(() => GC.KeepAlive(new byte[length]));
        long text = Allocated(() => GC.KeepAlive(new string('a', length)));

        Assert.AreEqual(array, Allocated(() => First(reader, source, bytes.Length).GetOpaque()));
        Assert.AreEqual(
            text + (isLongerThanTheWindow ? array : 0), Allocated(() => First(reader, source, bytes.Length).GetString()));
    }

    private static TlvReader First(TlvReader reader, ByteArraySource source, int length)
    {
        source.Rewind();
        reader.Reset(source, length);
        reader.Read();
        return reader;
    }

    private static void ExpectNoAllocation(byte[] file, int entries)
    {
        BootstrapFileReader reader = new();
        Crc32Source crc = new(new Endless(new ByteArraySource(file)));
        int seen = 0;
        Assert.AreEqual(0, Allocated(() =>
        {
            seen = 0;
            reader.Open(crc);
            while (reader.ReadObject())
            {
                while (reader.Tlv.Read())
                    seen++;
            }
        }));
        Assert.AreEqual(entries, seen);
    }

    private static long Allocated(Action action)
    {
        // Once before, for what the runtime allocates the first time.
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A file of 234 Security and 234 Server Instances, as much as EF LwM2M_Bootstrap can hold.</summary>
    private static byte[] LargeFile()
    {
        TlvWriter security = new();
        TlvWriter server = new();
        for (int id = 0; id < 234; id++)
        {
            security.BeginObjectInstance(id);
            security.WriteString(0, "coaps://a-device-management-server.example.com:5684/bootstrap");
            security.WriteBoolean(1, false);
            security.WriteInteger(2, 0);
            security.WriteString(3, "example-psk-identity");
            security.WriteOpaque(5, new byte[19]);
            security.WriteInteger(10, 1);
            security.End();
            server.BeginObjectInstance(id);
            server.WriteInteger(0, 1);
            server.WriteInteger(1, 86400);
            server.WriteBoolean(6, false);
            server.WriteString(7, "U");
            server.End();
        }

        byte[] records =
        [
            0, 0, 0, (byte)(security.Length >> 8), (byte)security.Length, .. security.ToArray(),
            0, 1, 0, (byte)(server.Length >> 8), (byte)server.Length, .. server.ToArray(),
        ];
        Assert.IsInRange(32000, 32764, records.Length);
        return [0, 2, (byte)(records.Length >> 8), (byte)records.Length, .. records];
    }

    /// <summary>Begins anew at the end, so that a file can be read twice from one source.</summary>
    private sealed class Endless(ByteArraySource inner) : IByteSource
    {
        public int Read(byte[] buffer, int offset, int count)
        {
            int read = inner.Read(buffer, offset, count);
            if (read > 0)
                return read;
            inner.Rewind();
            return inner.Read(buffer, offset, count);
        }
    }
}
