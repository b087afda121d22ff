using System.Globalization;

namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>What the program in <c>Device</c> printed where it ran.</summary>
/// <param name="MadeOnce">The bytes of heap that a bootstrap takes before its first run.</param>
/// <param name="Peak">The most that is in use when a command is sent, the stack included, which is on the heap.</param>
/// <param name="WithResult">The bytes in use after the run.</param>
/// <param name="FileLength">The bytes of the long file.</param>
/// <param name="Iterations">The time of reading that file, in iterations of an empty loop.</param>
/// <param name="CertificateFileLength">The bytes of a file as long, of few accounts with long values.</param>
/// <param name="CertificateIterations">The time of reading that one, in such iterations.</param>
/// <param name="Otherwise">The time of decoding the first one's hex with strings, and of nothing else.</param>
internal sealed record DeviceFigures(
    int MadeOnce,
    int Peak,
    int WithResult,
    int FileLength,
    long Iterations,
    int CertificateFileLength,
    long CertificateIterations,
    long Otherwise)
{
    private const string Prefix = "DEVICE ";

    /// <summary>Reads a log in which other lines may stand, too.</summary>
    /// <exception cref="FormatException">The program has failed, or did not come to its end.</exception>
    public static DeviceFigures Read(TextReader log)
    {
        Dictionary<string, long> figures = [];
        while (log.ReadLine() is { } line)
        {
            int start = line.IndexOf(Prefix, StringComparison.Ordinal);
            int end = line.LastIndexOf(' ');
            if (start < 0)
                continue;
            if (end < start + Prefix.Length || !long.TryParse(line[(end + 1)..], CultureInfo.InvariantCulture, out long figure))
                throw new FormatException($"no figure: {line}");
            string name = line[(start + Prefix.Length)..end];
            if (figure < 0)
                throw new FormatException($"the program {name}");
            figures[name] = figure;
        }

        return new(
            (int)Figure("made-once"),
            (int)Figure("peak"),
            (int)Figure("with-result"),
            (int)Figure("bytes"),
            Figure("iterations"),
            (int)Figure("certificate-bytes"),
            Figure("certificate-iterations"),
            Figure("otherwise"));

        long Figure(string name) => figures.TryGetValue(name, out long figure)
            ? figure
            : throw new FormatException($"the log has no line {Prefix}{name}");
    }
}
