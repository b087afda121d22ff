using System.Globalization;
using System.Text;
using Bootstrapper.Modem;

namespace Bootstrapper.Benchmarks.Suites;

/// <summary>AT+CSIM as one would write it at first, to compare with: commands, lines and hex are strings.</summary>
internal sealed class StringExchange(ISerialLink link)
{
    private readonly byte[] _buffer = new byte[1024];

    /// <summary>Sends a command to the card.</summary>
    /// <returns>Its response, status word included.</returns>
    public byte[] Transmit(byte[] command)
    {
        string text = string.Create(
            CultureInfo.InvariantCulture, $"AT+CSIM={2 * command.Length},\"{Convert.ToHexString(command)}\"\r");
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        link.Write(bytes, 0, bytes.Length);
        string answer = "";
        while (!answer.EndsWith("OK\r\n", StringComparison.Ordinal))
            answer += Encoding.ASCII.GetString(_buffer, 0, link.Read(_buffer, 0, _buffer.Length));
        string line = answer.Split("\r\n").First(line => line.StartsWith("+CSIM: ", StringComparison.Ordinal));
        return Convert.FromHexString(line.Split('"')[1]);
    }
}
