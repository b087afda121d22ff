using Bootstrapper.Cli.Inspection;
using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Cards;

/// <summary>Loads an image that is to go onto a card.</summary>
internal static class ImageFile
{
    /// <summary>The most bytes of EF LwM2M_Bootstrap: what READ BINARY's offset reaches (LwM2M TS, Appendix G.3.3).</summary>
    public const int MaxLength = 32768;

    /// <summary>Loads an image from whatever <see cref="ImageSource"/> takes.</summary>
    /// <exception cref="CommandException">It can't be read, or is too long for a card.</exception>
    public static byte[] Load(string path, Terminal terminal)
    {
        byte[] image = ImageSource.Load(path, terminal);
        return image.Length <= MaxLength
            ? image
            : throw new CommandException(
                ExitCode.Usage, $"{ImageSource.Name(path)}: {image.Length} bytes: a file on a card has {MaxLength} at most");
    }
}
