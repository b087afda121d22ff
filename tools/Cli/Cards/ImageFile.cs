using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Inspection;
using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Cards;

/// <summary>Loads an image that is to go onto a card.</summary>
internal static class ImageFile
{
    /// <summary>Loads an image from whatever <see cref="ImageSource"/> takes.</summary>
    /// <exception cref="CommandException">It can't be read, or is too long for a card.</exception>
    public static byte[] Load(string path, Terminal terminal)
    {
        byte[] image = ImageSource.Load(path, terminal);
        return image.Length <= ImageWriter.LongestFile
            ? image
            : throw new CommandException(
                ExitCode.Usage, $"{InputFile.Name(path)}: {image.Length} bytes: a file on a card has {ImageWriter.LongestFile} at most");
    }
}
