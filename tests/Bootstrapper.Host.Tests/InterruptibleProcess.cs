using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Bootstrapper.Host.Tests;

/// <summary>
/// Starts a process that SIGINT reaches. What a shell runs in the background ignores it, and so does all that that starts.
/// </summary>
internal static class InterruptibleProcess
{
    private const int Interrupt = 2;
    private const nint Default = 0;
    private const nint Ignore = 1;

    private static readonly Lock _lock = new();

    /// <summary>Starts it.</summary>
    public static Process Start(ProcessStartInfo start)
    {
        if (!IsIgnored())
            return Process.Start(start)!;
        lock (_lock)
        {
            Signal(Interrupt, Default);
            try
            {
                return Process.Start(start)!;
            }
            finally
            {
                Signal(Interrupt, Ignore);
            }
        }
    }

    // The mask of ignored signals, in hex; the lowest bit is signal 1.
    private static bool IsIgnored()
    {
        const string Mask = "SigIgn:";
        const string Status = "/proc/self/status";
        if (!File.Exists(Status))
            return false;
        string line = File.ReadLines(Status).First(line => line.StartsWith(Mask, StringComparison.Ordinal));
        ulong ignored = ulong.Parse(line.AsSpan(Mask.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (ignored & (1UL << (Interrupt - 1))) != 0;
    }

    [DllImport("libc", EntryPoint = "signal")]
    private static extern nint Signal(int signal, nint handler);
}
