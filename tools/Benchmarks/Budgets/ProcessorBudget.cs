using Bootstrapper.Benchmarks.Device;
using Bootstrapper.Benchmarks.Output;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Benchmarks.Wire;
using Bootstrapper.Modem;

namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>What the device's processor does during a long read.</summary>
internal static class ProcessorBudget
{
    private const int ChunkSize = 240;
    private const double ShareOfTheLine = 0.1;

    // The price of an iteration of an empty loop, whatever the machine: the runtime interprets.
    private static readonly TimeSpan _iteration = TimeSpan.FromMicroseconds(2);

    /// <summary>Measures it.</summary>
    /// <param name="device">What was measured where the runtime is; null where it is not at hand.</param>
    public static Budget Measure(DeviceFigures? device)
    {
        const string What = "processor time for a whole 32 KB read on the device";
        const string Limit = "a tenth of the line's time at 115200 baud";
        if (device == null)
            return new(What, Limit, "needs the runtime: --device FILE", "", BudgetVerdict.NotMeasured);

        SampleFile file = SampleFile.Large;
        if (device.FileLength != file.Length)
            throw new FormatException(Figure.Of($"the program read {device.FileLength} bytes, here they are {file.Length}"));
        int certificates = AccountFile.MakeWithCertificates(AccountFile.AccountsWithCertificates).Length;
        if (device.CertificateFileLength != certificates)
        {
            throw new FormatException(
                Figure.Of($"the program read {device.CertificateFileLength} bytes with certificates, here they are {certificates}"));
        }

        TimeSpan line = new WireRun(file, CardAccess.CsimChannel, ChunkSize).Run().Total.LineTime(LineSpeeds.Default.Baud);
        TimeSpan time = _iteration * device.Iterations;
        return new(
            What,
            Limit,
            Figure.Of($"{time.TotalSeconds:F2} s, {time / line:F2} of the line's {line.TotalSeconds:F2} s ")
                + Figure.Of($"({PerByte(device.Iterations, file.Length):F0} iterations of an empty loop a byte, ")
                + Figure.Of($"{PerByte(device.CertificateIterations, certificates):F0} where ")
                + Figure.Of($"{AccountFile.AccountsWithCertificates} accounts with certificates fill the file; ")
                + "on the runtime built for x86: an ESP32 may differ)",
            Figure.Of($"{PerByte(device.Otherwise, file.Length):F0} of them for hex through strings alone"),
            Budget.Judge(time <= line * ShareOfTheLine));

        static double PerByte(long iterations, int bytes) => (double)iterations / bytes;
    }
}
