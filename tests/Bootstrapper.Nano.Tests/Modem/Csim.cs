namespace Bootstrapper.Tests.Modem
{
    /// <summary>AT+CSIM as 3GPP TS 27.007, 8.17, has it, framed as V.250 has it.</summary>
    public static class Csim
    {
        /// <summary>Gets the command line for an APDU in hex.</summary>
        public static string Command(string apdu)
        {
            return "AT+CSIM=" + apdu.Length.ToString() + ",\"" + apdu + "\"";
        }

        /// <summary>Gets the response for an APDU's response in hex, status word included.</summary>
        public static string Reply(string response)
        {
            return "\r\n+CSIM: " + response.Length.ToString() + ",\"" + response + "\"\r\n\r\nOK\r\n";
        }
    }
}
