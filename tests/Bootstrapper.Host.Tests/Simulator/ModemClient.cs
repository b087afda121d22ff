using System.Globalization;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>
/// Reads a card's files through AT commands, each way as its standard has it and as tolerant as the modems need.
/// </summary>
internal sealed class ModemClient(SimulatedModem modem)
{
    private const string BasicClass = "00";
    private const int MaxRounds = 8;

    private static readonly string _aid = Convert.ToHexString(ExampleCard.Pkcs15Aid);

    private bool _isEchoed = modem.Behavior.Echo;

    /// <summary>Sends a command, and gets the lines of the answer.</summary>
    public string[] Ask(string command) =>
        modem.Ask(command).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)[(_isEchoed ? 1 : 0)..];

    /// <summary>Gets the modem to answer, without echo, and with its card ready.</summary>
    public void Prepare()
    {
        for (int i = 0; i < 10 && !modem.Ask("AT").Contains("OK", StringComparison.Ordinal); i++)
            modem.ReadText();

        modem.Ask("ATE0");
        _isEchoed = false;
        modem.Ask("AT+CFUN=4");
        for (int i = 0; i < 3 && !modem.Ask("AT+CPIN?").Contains("READY", StringComparison.Ordinal); i++)
            modem.ReadText();
    }

    /// <summary>Reads EF LwM2M_Bootstrap one way.</summary>
    /// <returns>Its content; null where the way leads nowhere.</returns>
    public byte[]? Read(CardWays way) => way switch
    {
        CardWays.CsimChannel => ReadOnChannel(),
        CardWays.CsimBasic => ReadByApdus(BasicClass, Csim, withSelection: true),
        CardWays.Sessions => ReadInSession(),
        CardWays.CrsmPath => Crsm(25650, 0, 0, 126, ",,\"3F005015\""),
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    /// <summary>Reads a file by AT+CRSM, which may fail once.</summary>
    public byte[]? Crsm(int file, int p1, int p2, int p3, string path = "")
    {
        string command = string.Create(CultureInfo.InvariantCulture, $"AT+CRSM=176,{file},{p1},{p2},{p3}{path}");
        for (int attempt = 0; attempt < 2; attempt++)
        {
            string[] values = Values(Ask(command), "+CRSM:");
            if (values is ["144", "0", string digits])
                return Convert.FromHexString(digits);
        }

        return null;
    }

    /// <summary>Sends an APDU by AT+CSIM.</summary>
    /// <returns>The response; null where there is none.</returns>
    public byte[]? Csim(string apdu) => Response(Ask(Apdu("AT+CSIM=", apdu)), "+CSIM:");

    private byte[]? ReadOnChannel()
    {
        if (Csim("0070000001") is not [byte number, 0x90, 0x00])
            return null;

        string channel = number.ToString("X2", CultureInfo.InvariantCulture);
        byte[]? content = ReadByApdus(channel, Csim, withSelection: true);
        if (Csim($"007080{channel}00") is not [0x90, 0x00])
            Csim($"{channel}7080{channel}");

        return content;
    }

    private byte[]? ReadInSession()
    {
        string[] answer = Ask($"AT+CCHO=\"{_aid}\"");
        if (answer is not [string first, "OK"])
            return null;

        string session = first.Replace("+CCHO:", "", StringComparison.Ordinal).Trim();
        byte[]? content = ReadByApdus(
            BasicClass, apdu => Response(Ask(Apdu($"AT+CGLA={session},", apdu)), "+CGLA:"), withSelection: false);
        return Ask($"AT+CCHC={session}")[^1] == "OK" ? content : null;
    }

    private static byte[]? ReadByApdus(string channel, Func<string, byte[]?> send, bool withSelection)
    {
        if (withSelection && Complete(channel + "A404040C" + _aid, "00", send) is not [0x62, ..])
            return null;

        if (Complete(channel + "A40804047FFF6432", "00", send) is not [0x62, ..])
            return null;

        return Complete(channel + "B00000", "7E", send);
    }

    // Sends a command and what T=0 leaves to the terminal; gets the data of a success.
    private static byte[]? Complete(string command, string le, Func<string, byte[]?> send)
    {
        byte[]? response = send(command + le) ?? send(command);
        for (int round = 0; round < MaxRounds && response is [0x61 or 0x6C, byte length]; round++)
        {
            string exact = length.ToString("X2", CultureInfo.InvariantCulture);
            response = send(response[0] == 0x6C ? command + exact : command[..2] + "C00000" + exact);
        }

        return response is [.., 0x90, 0x00] ? response[..^2] : null;
    }

    private static string Apdu(string start, string apdu) =>
        string.Create(CultureInfo.InvariantCulture, $"{start}{apdu.Length},\"{apdu}\"");

    private static byte[]? Response(string[] lines, string prefix) =>
        Values(lines, prefix) is [_, string digits] ? Convert.FromHexString(digits) : null;

    // What stands behind the last prefix, without spaces and quotes.
    private static string[] Values(string[] lines, string prefix)
    {
        string line = Array.FindLast(lines, l => l.Contains(prefix, StringComparison.Ordinal)) ?? "";
        int end = line.LastIndexOf(prefix, StringComparison.Ordinal) + prefix.Length;
        return line.Length == 0
            ? []
            : line[end..].Replace("\"", "", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries);
    }
}
