using BenchmarkDotNet.Attributes;
using Bootstrapper.Card;
using Bootstrapper.Modem;

namespace Bootstrapper.Benchmarks.Suites;

/// <summary>One READ BINARY over AT+CSIM: the command as hex, the answer's lines, its hex as bytes.</summary>
public class AtBenchmarks
{
    private const int Timeout = 10000;

    private readonly byte[] _command = [0x01, 0xB0, 0x00, 0x00, 0x00];
    private readonly byte[] _response = new byte[ApduTransport.MaxResponse];
    private AtApduExchange _exchange = null!;
    private StringExchange _strings = null!;

    /// <summary>Gets or sets the number of bytes that are read.</summary>
    [Params(16, 64, 128, 240, 255)]
    public int ChunkSize { get; set; }

    /// <summary>Prepares the answer.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _command[^1] = (byte)ChunkSize;
        CannedLink link = new(CsimAnswer.Make(ChunkSize));
        _exchange = new(new AtChannel(link, new VirtualClock()), Timeout);
        _strings = new(link);
    }

    /// <summary>Reads with strings, as one would write it at first.</summary>
    [Benchmark(Baseline = true, Description = "READ BINARY, with strings")]
    public byte[] ReadBinaryWithStrings() => _strings.Transmit(_command);

    /// <summary>Reads.</summary>
    [Benchmark(Description = "READ BINARY")]
    public int ReadBinary() => _exchange.Transmit(_command, _command.Length, _response, 0);
}
