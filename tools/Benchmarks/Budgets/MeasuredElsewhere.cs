namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>What can't be measured on .NET, from where it was.</summary>
/// <param name="Pe">The library's .pe, as the device build makes it; null where it is not at hand.</param>
/// <param name="Device">What was measured on the device's runtime; null where that is not at hand.</param>
internal sealed record MeasuredElsewhere(FileInfo? Pe, DeviceFigures? Device)
{
    /// <summary>Reads it.</summary>
    public static MeasuredElsewhere Read(FileInfo? pe, FileInfo? log)
    {
        if (log == null)
            return new(pe, null);
        using StreamReader reader = log.OpenText();
        return new(pe, DeviceFigures.Read(reader));
    }
}
