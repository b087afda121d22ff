namespace Bootstrapper.Simulator;

/// <summary>A file is changed right before the command is executed, as the issuer does over the air.</summary>
/// <param name="Path">The file's path, as <see cref="CardImage.File"/> has it.</param>
/// <param name="Content">All of the file's bytes from then on; as many as before or not.</param>
public sealed record FileChangedFault(string Path, ReadOnlyMemory<byte> Content) : Fault
{
    internal override void Apply(SimulatedModem modem, string line)
    {
        if (modem.Card is { } card)
        {
            ElementaryFile file = card.Image.File(Path)
                ?? throw new InvalidOperationException($"the card has no file {Path}");
            file.Replace(Content.ToArray());
        }

        Execute(modem, line);
    }
}
