using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Cards;

/// <summary>Reads an image that is to go onto a card.</summary>
internal static class ImageFile
{
    /// <summary>The most bytes of EF LwM2M_Bootstrap: what READ BINARY's offset reaches (LwM2M TS, Appendix G.3.3).</summary>
    public const int MaxLength = 32768;

    /// <summary>Loads an image from a file, or from standard input for <c>-</c>.</summary>
    /// <exception cref="CommandException">It can't be read, or is too long.</exception>
    public static byte[] Load(string path, Terminal terminal) => InputFile.Read(path, MaxLength, terminal);
}
