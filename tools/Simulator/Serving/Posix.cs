using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Bootstrapper.Simulator;

/// <summary>The system calls for which .NET has no method, on Linux and macOS.</summary>
internal static partial class Posix
{
    private const string LibC = "libc";

    private const string Multiplexer = "/dev/ptmx";

    // O_RDWR, O_NONBLOCK, O_NOCTTY, O_CLOEXEC
    private const int OpenFlagsLinux = 0x0002 | 0x0800 | 0x0100 | 0x80000;
    private const int OpenFlagsMac = 0x0002 | 0x0004 | 0x20000 | 0x1000000;

    // O_RDONLY, O_NONBLOCK, O_NOCTTY, O_CLOEXEC
    private const int ReadFlagsLinux = 0x0800 | 0x0100 | 0x80000;
    private const int ReadFlagsMac = 0x0004 | 0x20000 | 0x1000000;

    private const int Now = 0;
    private const short Readable = 0x0001;
    private const int InterruptedError = 4;
    private const int TryAgainLinux = 11;
    private const int TryAgainMac = 35;

    private const int MaxPathLength = 128;

    // struct termios has 60 bytes on Linux, 72 on macOS; nothing in it is looked at here.
    private const int TermiosSize = 256;

    private static int OpenFlags => OperatingSystem.IsMacOS() ? OpenFlagsMac : OpenFlagsLinux;

    private static int TryAgain => OperatingSystem.IsMacOS() ? TryAgainMac : TryAgainLinux;

    /// <summary>Opens the near end of a new pseudo-terminal, not blocking.</summary>
    /// <returns>Its file descriptor, and the path of the far end.</returns>
    public static unsafe (int NearEnd, string FarPath) OpenTerminal()
    {
        int nearEnd = Check(open(Multiplexer, OpenFlags));
        try
        {
            Check(grantpt(nearEnd));
            Check(unlockpt(nearEnd));
            byte* path = stackalloc byte[MaxPathLength];
            if (ptsname_r(nearEnd, path, MaxPathLength) != 0)
                throw new IOException("the pseudo-terminal has no name");

            return (nearEnd, Marshal.PtrToStringUTF8((nint)path)!);
        }
        catch
        {
            _ = close(nearEnd);
            throw;
        }
    }

    /// <summary>Opens the far end, not blocking, and has it pass bytes as they are: no echo, no lines, no signals.</summary>
    public static unsafe int OpenRaw(string path)
    {
        int farEnd = Check(open(path, OpenFlags));
        try
        {
            byte* settings = stackalloc byte[TermiosSize];
            Check(tcgetattr(farEnd, settings));
            cfmakeraw(settings);
            Check(tcsetattr(farEnd, Now, settings));
            return farEnd;
        }
        catch
        {
            _ = close(farEnd);
            throw;
        }
    }

    /// <summary>Opens a file for reading, without waiting for the other end where it is a pipe.</summary>
    public static SafeFileHandle OpenToRead(string path) =>
        new(Check(open(path, OperatingSystem.IsMacOS() ? ReadFlagsMac : ReadFlagsLinux)), ownsHandle: true);

    /// <summary>Waits until there is something to read, then reads it.</summary>
    /// <returns>The number of bytes, 0 at the end.</returns>
    public static unsafe int Read(int descriptor, Span<byte> buffer)
    {
        PollRequest request = new() { Descriptor = descriptor, Wanted = Readable };
        while (true)
        {
            nint length;
            fixed (byte* first = buffer)
                length = poll(&request, 1, -1) < 0 ? -1 : read(descriptor, first, (nuint)buffer.Length);

            if (length >= 0)
                return (int)length;

            if (Marshal.GetLastPInvokeError() is var error && error != InterruptedError && error != TryAgain)
                return 0;
        }
    }

    /// <summary>Writes what can be written without waiting.</summary>
    /// <returns>The number of bytes, 0 where nobody reads and all buffers are full.</returns>
    public static unsafe int Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        nint length;
        fixed (byte* first = bytes)
            length = write(descriptor, first, (nuint)bytes.Length);

        if (length >= 0)
            return (int)length;

        return Marshal.GetLastPInvokeError() is var error && (error == InterruptedError || error == TryAgain)
            ? 0
            : throw LastError();
    }

    public static void Close(int descriptor) => _ = close(descriptor);

    private static int Check(int result) => result < 0 ? throw LastError() : result;

    private static IOException LastError() => new(Marshal.GetLastPInvokeErrorMessage());

    [LibraryImport(LibC, SetLastError = true)]
    private static partial int grantpt(int descriptor);

    [LibraryImport(LibC, SetLastError = true)]
    private static partial int unlockpt(int descriptor);

    [LibraryImport(LibC)]
    private static unsafe partial int ptsname_r(int descriptor, byte* buffer, nuint length);

    [LibraryImport(LibC, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport(LibC, SetLastError = true)]
    private static unsafe partial int tcgetattr(int descriptor, byte* settings);

    [LibraryImport(LibC)]
    private static unsafe partial void cfmakeraw(byte* settings);

    [LibraryImport(LibC, SetLastError = true)]
    private static unsafe partial int tcsetattr(int descriptor, int when, byte* settings);

    [LibraryImport(LibC, SetLastError = true)]
    private static unsafe partial int poll(PollRequest* requests, nuint count, int timeout);

    [LibraryImport(LibC, SetLastError = true)]
    private static unsafe partial nint read(int descriptor, byte* buffer, nuint length);

    [LibraryImport(LibC, SetLastError = true)]
    private static unsafe partial nint write(int descriptor, byte* buffer, nuint length);

    [LibraryImport(LibC, SetLastError = true)]
    private static partial int close(int descriptor);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollRequest
    {
        public int Descriptor;
        public short Wanted;
        public short Found;
    }
}
