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
    private AtApduExchange _exchange = Exchange(0);

    /// <summary>Gets or sets the number of bytes that are read.</summary>
    [Params(16, 64, 128, 240, 255)]
    public int ChunkSize { get; set; }

    /// <summary>Prepares the answer.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _command[^1] = (byte)ChunkSize;
        _exchange = Exchange(ChunkSize);
    }

    /// <summary>Reads.</summary>
    [Benchmark]
    public int ReadBinary() => _exchange.Transmit(_command, _command.Length, _response, 0);

    private static AtApduExchange Exchange(int count)
    {
        string digits = string.Concat(Enumerable.Range(0, count).Select(i => ((byte)i).ToString("X2", null)));
        CannedLink link = new($"\r\n+CSIM: {digits.Length + 4},\"{digits}9000\"\r\n\r\nOK\r\n");
        return new(new AtChannel(link, new VirtualClock()), Timeout);
    }
}
