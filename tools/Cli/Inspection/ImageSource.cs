using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Reading;

namespace Bootstrapper.Cli.Inspection;

/// <summary>Gets the bytes of EF LwM2M_Bootstrap from whatever a command line names.</summary>
internal static class ImageSource
{
    // The file on a card has 32 KB at most; as hex text, each byte has two digits and perhaps a separator.
    private const int LongestFile = 128 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// Loads an image: a binary file, a text of hex digits, <c>-</c> for either on standard input, or what the folder of a card
    /// image has in its bootstrap file.
    /// </summary>
    /// <exception cref="CommandException">It can't be read, is too long, or is hex digits with one missing.</exception>
    /// <exception cref="Simulator.CardImageException">The folder is no card image.</exception>
    public static byte[] Load(string path, Terminal terminal)
    {
        if (path != "-" && Directory.Exists(path))
            return CardFolderReader.Read(path);

        byte[] content = InputFile.Read(path, LongestFile, terminal);

        // No image is taken for a text: it begins with 00, or with FF where it is blank.
        ReadOnlySpan<byte> text = content.AsSpan();
        if (text.StartsWith(ByteOrderMark))
            text = text[ByteOrderMark.Length..];
        byte[] digits = [.. text.ToArray().Where(b => !IsSpace(b))];
        if (digits.Length == 0 || !digits.All(b => char.IsAsciiHexDigit((char)b)))
            return content;
        if (digits.Length % 2 != 0)
            throw new CommandException(ExitCode.Usage, $"{InputFile.Name(path)}: an odd number of hex digits: {digits.Length}");
        return Convert.FromHexString(digits.Select(b => (char)b).ToArray());
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r');
}
