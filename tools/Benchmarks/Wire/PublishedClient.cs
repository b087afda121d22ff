using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Simulator;

namespace Bootstrapper.Benchmarks.Wire;

/// <summary>
/// What the commands of a published dialogue (the nRF Connect SDK's) cost with the same modem and card. It reads a file
/// once, 128 bytes of it; here it goes on in the same way to the file's end.
/// </summary>
internal static class PublishedClient
{
    /// <summary>What it is called in tables.</summary>
    public const string Name = "nRF Connect SDK's commands";

    private const int ChunkSize = 128;

    // AT+CSIM=10," stands in front of the digits, and the offset behind CLA and INS.
    private const int OffsetIndex = 16;
    private const string ReadBinary = "01B0";

    /// <summary>Gets the dialogue as it was published.</summary>
    public static Trace Dialogue { get; } = Trace.Parse(EmbeddedFile.Read("PublishedDialogue.trace"));

    /// <summary>Measures it.</summary>
    public static WireCount Measure(SampleFile file)
    {
        CardImage image = ExampleCard.Create(file.Content);
        SimulatedCard card = new(image);
        WireMeter meter = new(card);
        SimulatedModem modem = new(card, new() { Echo = false }, new VirtualClock());
        string[] commands = [.. Dialogue.Events.Where(e => e.IsSent).Select(e => Encoding.ASCII.GetString(e.Bytes.Span))];
        string lastRead = commands.Last(command => command.Contains(ReadBinary, StringComparison.Ordinal));
        int fileSize = image.Application(ExampleCard.Pkcs15Aid)!.File(ExampleCard.BootstrapFileId)!.Content.Length;
        for (int i = 0; i < commands.Length; i++)
        {
            Exchange(modem, meter, commands[i]);
            if (ReferenceEquals(commands[i], lastRead))
            {
                for (int offset = ChunkSize; offset < fileSize; offset += ChunkSize)
                    Exchange(modem, meter, At(lastRead, offset, Math.Min(ChunkSize, fileSize - offset)));
            }
        }

        return meter.Count;
    }

    private static string At(string read, int offset, int length)
    {
        Span<byte> parameters = stackalloc byte[3];
        BinaryPrimitives.WriteInt16BigEndian(parameters, (short)offset);
        parameters[2] = (byte)length;
        return string.Concat(read.AsSpan(0, OffsetIndex), Convert.ToHexString(parameters), "\"\r");
    }

    private static void Exchange(SimulatedModem modem, WireMeter meter, string command)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(command);
        meter.Sent(bytes);
        modem.Write(bytes);
        byte[] buffer = new byte[1024];
        StringBuilder answer = new();
        while (modem.Read(buffer) is var read and > 0)
        {
            meter.Received(buffer.AsSpan(0, read));
            answer.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        if (!answer.ToString().EndsWith("9000\"\r\n\r\nOK\r\n", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"{command.TrimEnd()} was answered {answer.ToString().Trim()}"));
        }
    }
}
