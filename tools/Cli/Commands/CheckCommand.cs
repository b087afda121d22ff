using System.CommandLine;
using Bootstrapper.Cli.Inspection;
using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Commands;

/// <summary>Gives the device's verdict on an image.</summary>
internal static class CheckCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        Argument<string> file = new("FILE")
        {
            Description = "The image: binary, a text of hex digits, or the folder of a card image; - for standard input.",
        };
        ExampleCommand created = new(
            "check",
            "Judges an EF LwM2M_Bootstrap image as a device does: exit code 0 if it is accepted, 5 if it is refused.",
            "simboot check bootstrap.bin && simboot card bootstrap.bin -o card")
        {
            file,
        };
        created.SetAction(parsed => (int)Run(parsed.GetRequiredValue(file), terminal));
        return created;
    }

    private static ExitCode Run(string path, Terminal terminal)
    {
        DeviceVerdict verdict = new DeviceJudge().Judge(ImageSource.Load(path, terminal));
        verdict.Write(terminal.Output);
        return verdict.Code == ExitCode.Done ? ExitCode.Done : ExitCode.Content;
    }
}
