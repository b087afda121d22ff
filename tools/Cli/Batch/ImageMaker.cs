using System.Globalization;
using System.Security.Cryptography;
using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Syntax;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Cli.Batch;

/// <summary>Makes images of rows; a thread has its own.</summary>
/// <param name="template">The configuration.</param>
/// <param name="name">The names of the files, null to number them.</param>
/// <param name="generate">Makes an image of a configuration.</param>
internal sealed class ImageMaker(Template template, FileName? name, Func<Node, byte[]> generate)
{
    private readonly byte[] _read = new byte[1024];

    /// <summary>Makes the image of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="number">Its number, from 1.</param>
    public RowResult Make(CsvRow row, long number)
    {
        try
        {
            if (row.Error != null)
                throw new RowException(row.Error);

            byte[] image = generate(template.Fill(row));
            return new RowResult(row.Line)
            {
                Name = name?.Fill(row) ?? string.Create(CultureInfo.InvariantCulture, $"row-{number}.bin"),
                Image = image,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(image)),
                Crc32 = Digest(image).ToString("X8", CultureInfo.InvariantCulture),
            };
        }
        catch (RowException e)
        {
            return Failed(row, e.Message);
        }
        catch (ConfigurationException e)
        {
            return Failed(row, $"template {e.Position}: {e.Message}");
        }
        catch (CommandException e)
        {
            return Failed(row, e.Message);
        }
    }

    private static RowResult Failed(CsvRow row, string error) => new(row.Line) { Error = Terminal.Printable(error) };

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
