using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Benchmarks.Suites;

/// <summary>Walks over a file's TLV entries in several ways, and what that is compared with.</summary>
internal sealed class Walks
{
    private readonly byte[] _bytes;
    private readonly ByteArraySource _source;
    private readonly BootstrapFileReader _reader = new();
    private readonly TlvReader _tlv = new();
    private readonly ByteArraySource[] _payloads;
    private readonly int[] _lengths;

    public Walks(SampleFile file)
    {
        _bytes = file.Content;
        _source = new(_bytes);
        List<byte[]> payloads = [];
        _reader.Open(_source);
        while (_reader.ReadObject())
        {
            int start = _reader.Offset + (_reader.HasVersion ? 6 : 5);
            payloads.Add(_bytes[start..(start + _reader.Length)]);
        }

        _payloads = [.. payloads.Select(payload => new ByteArraySource(payload))];
        _lengths = [.. payloads.Select(payload => payload.Length)];
    }

    /// <summary>Reads each byte of the file once: what any decoder does at the least.</summary>
    public int ReadEachByte()
    {
        byte[] bytes = _bytes;
        int sum = 0;
        for (int i = 0; i < bytes.Length; i++)
            sum += bytes[i];
        return sum;
    }

    /// <summary>Opens the file, and walks over its records and their entries.</summary>
    public int WalkFile()
    {
        int entries = 0;
        _source.Rewind();
        _reader.Open(_source);
        TlvReader tlv = _reader.Tlv;
        while (_reader.ReadObject())
        {
            while (tlv.Read())
                entries++;
        }

        return entries;
    }

    /// <summary>Walks over the entries of the records alone.</summary>
    public int WalkEntries()
    {
        int entries = 0;
        TlvReader tlv = _tlv;
        for (int i = 0; i < _payloads.Length; i++)
        {
            _payloads[i].Rewind();
            tlv.Reset(_payloads[i], _lengths[i]);
            while (tlv.Read())
                entries++;
        }

        return entries;
    }
}
