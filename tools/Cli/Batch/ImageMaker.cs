using System.Globalization;
using System.Security.Cryptography;
using Bootstrapper.Cli.Generation;
using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Syntax;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Cli.Batch;

/// <summary>Makes the images of rows; a thread has its own.</summary>
/// <param name="template">The configuration.</param>
/// <param name="generator">Makes an image of a configuration.</param>
/// <param name="output">Where the images go.</param>
internal sealed class ImageMaker(Template template, Generator generator, IBatchOutput output)
{
    private readonly byte[] _read = new byte[1024];

    /// <summary>Makes the image of a row.</summary>
    public RowResult Make(BatchRow row)
    {
        int line = row.Cells.Line;
        if (row.Name == null)
            return Failed(line, row.Error!);

        byte[] image;
        try
        {
            image = generator.Generate(template.Fill(row.Cells));
        }
        catch (RowException e)
        {
            return Failed(line, e.Message);
        }
        catch (ConfigurationException e)
        {
            return Failed(line, $"template {e.Position}: {e.Message}") with { Warnings = generator.Warnings };
        }
        catch (CommandException e)
        {
            return Failed(line, e.Message) with { Warnings = generator.Warnings };
        }

        return Write(row.Name, image, line) with { Warnings = generator.Warnings };
    }

    private RowResult Write(string name, byte[] image, int line)
    {
        try
        {
            if (!output.TryAdd(name, image))
                return Failed(line, $"'{name}' is the file of an earlier row");
        }
        catch (CommandException e)
        {
            return Failed(line, e.Message) with { Trouble = e };
        }

        return new RowResult(line)
        {
            Name = name,
            Size = image.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(image)),
            Crc32 = Digest(image).ToString("X8", CultureInfo.InvariantCulture),
        };
    }

    private static RowResult Failed(int line, string error) => new(line) { Error = Terminal.Printable(error) };

    // As a device computes it while it loads the file (LoadResult.Digest).
    private uint Digest(byte[] image)
    {
        Crc32Source source = new(new ByteArraySource(image));
        while (source.Read(_read, 0, _read.Length) > 0)
        {
        }

        return source.Value;
    }
}
