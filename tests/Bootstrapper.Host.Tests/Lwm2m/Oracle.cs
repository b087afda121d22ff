using Bootstrapper.Lwm2m;

namespace Bootstrapper.Host.Tests.Lwm2m;

/// <summary>
/// The grammar of LwM2M TS 7.4.5 and of EF LwM2M_Bootstrap once more, over an array and by recursion: what the readers must
/// find in any bytes. It lists the entries up to the first error.
/// </summary>
internal sealed class Oracle
{
    private const int Reserved = 0xFFFF;

    private static readonly TlvKind[] _instances = [TlvKind.ObjectInstance];
    private static readonly TlvKind[] _resources = [TlvKind.Resource, TlvKind.MultipleResource];
    private static readonly TlvKind[] _resourceInstances = [TlvKind.ResourceInstance];
    private static readonly TlvKind[] _either = [TlvKind.ObjectInstance, TlvKind.Resource, TlvKind.MultipleResource];

    private readonly byte[] _bytes;

    private Oracle(byte[] bytes) => _bytes = bytes;

    public List<Entry> Entries { get; } = [];

    /// <summary>Gets the offset of the first error, or null.</summary>
    public int? Error { get; private set; }

    /// <summary>Judges bytes that are all TLV.</summary>
    public static Oracle Tlv(byte[] bytes)
    {
        Oracle oracle = new(bytes);
        oracle.Level(0, bytes.Length, _either, -1, -1);
        return oracle;
    }

    /// <summary>Judges a file that is there to its last record, whose header is not that of a blank one.</summary>
    public static Oracle File(byte[] bytes)
    {
        Oracle oracle = new(bytes);
        int count = oracle.U16(0);
        int end = 4 + oracle.U16(2);
        int at = 4;
        for (int i = 0; i < count && oracle.Error is null; i++)
            at = oracle.Record(at, end);
        if (oracle.Error is null && at != end)
            oracle.Error = at;
        return oracle;
    }

    private int Record(int at, int end)
    {
        int header = at + 2 < end && _bytes[at + 2] != 0 ? 6 : 5;
        if (at + header > end || at + header + U16(at + header - 2) > end || U16(at) == Reserved)
        {
            Error = at;
            return at;
        }

        int payload = at + header;
        int next = payload + U16(payload - 2);
        Level(payload, next, _instances, -1, -1);
        return next;
    }

    private void Level(int at, int end, TlvKind[] allowed, int instanceId, int resourceId)
    {
        while (at < end && Error is null)
        {
            int type = _bytes[at];
            TlvKind kind = (TlvKind)(type >> 6);
            int idSize = (type & 0x20) == 0 ? 1 : 2;
            int lengthSize = (type >> 3) & 3;
            int value = at + 1 + idSize + lengthSize;
            if (value > end)
            {
                Error = at;
                return;
            }

            int id = Number(at + 1, idSize);
            int length = lengthSize == 0 ? type & 7 : Number(at + 1 + idSize, lengthSize);
            Error = value + length > end ? at : id == Reserved ? at + 1 : !allowed.Contains(kind) ? at : null;
            if (Error is not null)
                return;

            // The first entry at the top decides for those beside it.
            if (allowed == _either)
                allowed = kind == TlvKind.ObjectInstance ? _instances : _resources;

            int instance = kind == TlvKind.ObjectInstance ? id : instanceId;
            int resource = kind switch
            {
                TlvKind.ObjectInstance => -1,
                TlvKind.ResourceInstance => resourceId,
                _ => id,
            };
            Entries.Add(new Entry(kind, id, at, value, length, instance, resource));
            if (kind == TlvKind.ObjectInstance)
                Level(value, value + length, _resources, instance, -1);
            else if (kind == TlvKind.MultipleResource)
                Level(value, value + length, _resourceInstances, instance, id);
            at = value + length;
        }
    }

    private int U16(int at) => Number(at, 2);

    private int Number(int at, int size)
    {
        int number = 0;
        for (int i = 0; i < size; i++)
            number = (number << 8) | _bytes[at + i];
        return number;
    }
}
