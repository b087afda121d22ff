using System.Text;

namespace Bootstrapper.Benchmarks.Suites;

/// <summary>Answers to a READ BINARY over AT+CSIM, as 3GPP TS 27.007 8.17 has them.</summary>
internal static class CsimAnswer
{
    /// <summary>Makes the answer with a number of bytes.</summary>
    public static byte[] Make(int count)
    {
        string digits = string.Concat(Enumerable.Range(0, count).Select(i => ((byte)i).ToString("X2", null)));
        return Encoding.ASCII.GetBytes($"\r\n+CSIM: {digits.Length + 4},\"{digits}9000\"\r\n\r\nOK\r\n");
    }
}
