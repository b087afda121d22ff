using Bootstrapper.Benchmarks.Output;
using Bootstrapper.DeviceCheck;
using Bootstrapper.DeviceCheck.Stubs;

namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>What the library takes of the flash.</summary>
internal static class FlashBudget
{
    private const int Kilobyte = 1024;
    private const int Limit = 40 * Kilobyte;
    private const string Library = "Bootstrapper.Nano";

    /// <summary>Measures the library's file for the device.</summary>
    /// <param name="file">
    /// The .pe file that the device build made; where there is none, its size is worked out from the sources, a little too much.
    /// </param>
    public static Budget Measure(FileInfo? file)
    {
        int size = new Checker(Repository.Root, StubLibrary.Default).Run()
            .First(result => result.Project.Name == Library).Build!.FileBytes;
        string measured = Figure.Of($"at most {Text(size)}, worked out from the sources");
        if (file != null)
            measured += Figure.Of($"; the file: {Text(file.Length)}");
        return new("the library's .pe on flash", "40 KB", measured, "", Budget.Judge((file?.Length ?? size) <= Limit));
    }

    private static string Text(long size) => Figure.Of($"{(double)size / Kilobyte:F1} KB ({size} bytes)");
}
