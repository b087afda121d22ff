using System.Text;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>Talks to the simulator in hexadecimal digits and in text.</summary>
internal static class SimulatorExtensions
{
    /// <summary>Sends a command to the card and gets the response, both in hexadecimal digits.</summary>
    public static string Send(this SimulatedCard card, string command) =>
        Convert.ToHexString(card.Transmit(Convert.FromHexString(command)));

    /// <summary>Sends a command whose answer waits for GET RESPONSE, and gets that answer.</summary>
    public static string SendAndFetch(this SimulatedCard card, string command)
    {
        string response = card.Send(command);
        Assert.AreEqual("61", response[..2], "a T=0 card has the answer wait");
        return card.Send(command[..2] + "C00000" + response[2..]);
    }

    /// <summary>Sends text to the modem as it is.</summary>
    public static void Write(this SimulatedModem modem, string text) => modem.Write(Encoding.ASCII.GetBytes(text));

    /// <summary>Reads all that has arrived from the modem.</summary>
    public static string ReadText(this SimulatedModem modem)
    {
        StringBuilder text = new();
        byte[] buffer = new byte[64];
        int length;
        while ((length = modem.Read(buffer)) > 0)
            text.Append(Encoding.ASCII.GetString(buffer, 0, length));

        return text.ToString();
    }

    /// <summary>Sends a command line to a modem that answers at once, and gets the answer.</summary>
    public static string Ask(this SimulatedModem modem, string command)
    {
        modem.Write(command + "\r");
        return modem.ReadText();
    }
}
