using Bootstrapper.Lwm2m;
using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Host.Tests.Lwm2m;

/// <summary>Whatever the bytes, a load ends with a result or a content exception, and its handlers exactly once.</summary>
[TestClass]
public sealed class ConfigurationLoaderFuzzTests
{
    private const int Inputs = 1_000_000;
    private const int HandledObject = 3303;

    private readonly byte[][] _seeds =
    [
        Hex.Bytes(Vectors.A),
        Hex.Bytes(Vectors.B),
        Hex.Bytes(Vectors.Versions),
        Hex.Bytes(ListsFile()),
        Hex.Bytes(HandledFile()),
        Hex.Bytes(Vectors.AppendixF),
    ];

    private readonly int[] _outcomes = new int[5];
    private readonly CountingHandler _handler = new();
    private readonly ConfigurationLoader _loader = new(6);

    [TestMethod]
    public void Load_MutatedFiles_EndsWithAResultOrAContentException()
    {
        _loader.AddHandler(HandledObject, _handler);
        Random random = new(20170915);
        byte[] buffer = new byte[1024];
        for (int i = 0; i < Inputs; i++)
        {
            int length = Mutate(random, buffer);
            try
            {
                Load(buffer.AsSpan(0, length).ToArray());
            }
            catch (Exception e) when (e is not ContentException)
            {
                Assert.Fail($"input {i}, {Convert.ToHexString(buffer, 0, length)}: {e}");
            }
        }

        // The mutations reach every ending.
        foreach (int count in _outcomes)
            Assert.IsGreaterThan(Inputs / 1000, count, string.Join(' ', _outcomes));
        Assert.IsGreaterThan(Inputs / 1000, _handler.Commits);
    }

    private void Load(byte[] file)
    {
        try
        {
            LoadResult result = _loader.Load(new ByteArraySource(file));
            _outcomes[(int)result.Outcome]++;
            bool isViolated = Array.Exists(result.Findings, f => f.IsViolation);
            Assert.AreEqual(result.Outcome == LoadOutcome.Inconsistent, isViolated);
            Assert.AreEqual(result.Outcome == LoadOutcome.Loaded, result.Configuration != null);
            if (result.Outcome is LoadOutcome.Blank or LoadOutcome.Empty)
                Assert.IsEmpty(result.Findings);
        }
        catch (ContentException e)
        {
            _outcomes[4]++;
            Assert.IsTrue(e.Offset >= 0 && e.Offset <= 4 + ushort.MaxValue, e.Message);
        }

        Assert.AreEqual(_handler.Begins, _handler.Commits + _handler.Abandons);
    }

    /// <summary>Writes a mutation of one of the seeds, and gets its length.</summary>
    private int Mutate(Random random, byte[] buffer)
    {
        // The long ones are rare, or they take all the time.
        byte[] seed = _seeds[random.Next(random.Next(8) == 0 ? _seeds.Length : _seeds.Length - 1)];
        seed.CopyTo(buffer, 0);
        int length = seed.Length;
        int mutations = random.Next(1, 4);
        for (int i = 0; i < mutations; i++)
        {
            int at = random.Next(length);
            int count = Math.Min(random.Next(1, 24), length - at);
            switch (random.Next(8))
            {
                case 0:
                    buffer[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    buffer[at] = (byte)random.Next(256);
                    break;
                case 2:
                    byte[] edges = [0x00, 0x01, 0x7F, 0x80, 0xFF];
                    buffer[at] = edges[random.Next(edges.Length)];
                    break;
                case 3:
                    random.NextBytes(buffer.AsSpan(at, Math.Min(count, 4)));
                    break;
                case 4:
                    buffer.AsSpan(at + count, length - at - count).CopyTo(buffer.AsSpan(at));
                    length = Fix(random, buffer, Math.Max(length - count, 1));
                    break;
                case 5:
                    if (length + count > buffer.Length)
                        break;
                    buffer.AsSpan(at, length - at).CopyTo(buffer.AsSpan(at + count));
                    length = Fix(random, buffer, length + count);
                    break;
                case 6:
                    buffer.AsSpan(at, count).CopyTo(buffer.AsSpan(random.Next(length - count + 1)));
                    break;
                default:
                    if (random.Next(16) == 0)
                        buffer.AsSpan(0, 4).Fill((byte)(random.Next(2) * 0xFF));
                    break;
            }
        }

        return length;
    }

    /// <summary>Makes the file's size agree with its length again, half of the time.</summary>
    private static int Fix(Random random, byte[] buffer, int length)
    {
        if (length >= 4 && random.Next(2) == 0)
        {
            buffer[2] = (byte)((length - 4) >> 8);
            buffer[3] = (byte)(length - 4);
        }

        return length;
    }

    private static string ListsFile()
    {
        string uri = Tlv.Resource(0, Tlv.Text("coap://h")) + Tlv.Resource(1, "01") + Tlv.Resource(2, "03");
        string suites = Tlv.Multiple(16, Tlv.ResourceInstance(0, "C0A8"), Tlv.ResourceInstance(300, "C0AE"));
        string uris = Tlv.Multiple(25, Tlv.ResourceInstance(0, Tlv.Text("coap://i")));
        string acl = Tlv.Multiple(2, Tlv.ResourceInstance(0, "01"), Tlv.ResourceInstance(70, "0F"));
        return Tlv.File(
            Tlv.Record(0, Tlv.Instance(0, uri + suites + uris)),
            Tlv.Record(2, Tlv.Instance(0, acl + Tlv.Resource(3, "00")) + Tlv.Instance(90, "")));
    }

    private static string HandledFile()
    {
        string uri = Tlv.Resource(0, Tlv.Text("coap://h")) + Tlv.Resource(1, "01") + Tlv.Resource(2, "03");
        string values = Tlv.Multiple(1, Tlv.ResourceInstance(0, "01"), Tlv.ResourceInstance(1, "02")) + Tlv.Resource(2, "00");
        return Tlv.File(
            Tlv.Record(HandledObject, Tlv.Instance(0, values) + Tlv.Instance(1, "")), Tlv.Record(0, Tlv.Instance(0, uri)));
    }

    private sealed class CountingHandler : IObjectHandler
    {
        public int Begins { get; private set; }

        public int Commits { get; private set; }

        public int Abandons { get; private set; }

        public void Begin(int objectId, int majorVersion, int minorVersion) => Begins++;

        public void BeginInstance(int instanceId)
        {
        }

        public void AddValue(int instanceId, int resourceId, int resourceInstanceId, TlvReader value)
        {
            if (value.Length <= 8 && (value.Length & 1) == 0)
                value.GetOpaque();
            else if (value.Length == 1)
                value.GetInteger();
        }

        public void Commit() => Commits++;

        public void Abandon() => Abandons++;
    }
}
