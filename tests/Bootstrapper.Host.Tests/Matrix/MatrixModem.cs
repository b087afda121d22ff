using System.Text;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Matrix;

/// <summary>A simulated modem, and a little AT code of the application's to see what became of its settings.</summary>
internal static class MatrixModem
{
    private const int MostCommandsLost = 10;
    private const int Longest = 20000;
    private const int Step = 100;

    /// <summary>Sends the commands of an application, waking the modem first.</summary>
    public static void Prepare(SimulatedModem modem, ManualClock clock, params ReadOnlySpan<string> commands)
    {
        for (int i = 0; i < MostCommandsLost; i++)
            Ask(modem, clock, "AT");
        foreach (string command in commands)
            Ask(modem, clock, command);
    }

    /// <summary>
    /// Gets all that the modem sends when asked for its settings: it shows the echo, the form of results, and the values.
    /// </summary>
    public static string Settings(SimulatedModem modem, ManualClock clock)
    {
        Read(modem, clock);
        return Ask(modem, clock, "AT+CMEE?") + Ask(modem, clock, "AT+CFUN?");
    }

    private static string Ask(SimulatedModem modem, ManualClock clock, string command)
    {
        modem.Write(Encoding.ASCII.GetBytes(command + "\r"));
        return Read(modem, clock);
    }

    private static string Read(SimulatedModem modem, ManualClock clock)
    {
        StringBuilder text = new();
        byte[] buffer = new byte[1024];
        for (int waited = 0; waited < Longest;)
        {
            int length = modem.Read(buffer);
            text.Append(Encoding.ASCII.GetString(buffer, 0, length));
            if (length > 0)
                continue;
            if (modem.NextOutput is null)
                break;
            clock.Wait(Step);
            waited += Step;
        }

        return text.ToString();
    }
}
