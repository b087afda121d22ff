using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Inspection;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Generation;

/// <summary>Makes images of configurations. One serves any number of them, one after the other; a thread has its own.</summary>
/// <param name="folder">The folder that the paths of files are relative to.</param>
/// <param name="versions">Explicit versions by Object ID, which take the place of those in a configuration.</param>
/// <param name="validates">Whether what a device would refuse is refused.</param>
internal sealed class Generator(
    string folder, IReadOnlyDictionary<int, ObjectVersion>? versions = null, bool validates = true)
{
    private readonly ConfigurationBinder _binder = new(folder, versions);
    private readonly DeviceJudge _judge = new();

    /// <summary>Gets the warnings about the configuration that was last, also if it was refused.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>Makes an image.</summary>
    /// <exception cref="ConfigurationException">The configuration makes no sense, at one place.</exception>
    /// <exception cref="CommandException">A device would refuse the image, or no card could hold it.</exception>
    public byte[] Generate(Node root)
    {
        Warnings = [];
        byte[] image = ImageWriter.Write(_binder.Bind(root));
        Warnings = [.. _binder.Warnings];
        if (!validates)
            return image;

        DeviceVerdict verdict = _judge.Judge(image);
        Warnings =
        [
            .. Warnings,
            .. verdict.Warnings.Select(remark => remark.ToString()),
            .. verdict.Skipped.Select(remark => $"a device skips {remark}"),
        ];
        return verdict.Violations.Count switch
        {
            0 => image,
            1 => throw new CommandException(ExitCode.Content, verdict.Violations[0].ToString()),
            _ => throw new CommandException(
                ExitCode.Content, $"{verdict.Violations.Count} violations: {string.Join("; ", verdict.Violations)}"),
        };
    }
}
