using Bootstrapper.Desktop;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Reading;

/// <summary>Reads EF LwM2M_Bootstrap of a card image folder, found as a device finds it.</summary>
internal static class CardFolderReader
{
    /// <summary>Reads the file, or the part of it that its path names, with what pads it.</summary>
    /// <exception cref="CardImageException">The folder is no card image.</exception>
    /// <exception cref="CommandException">The way through the card's files does not lead to it.</exception>
    public static byte[] Read(string folder)
    {
        CardImage image = CardImage.Load(folder);

        // Whoever has the folder knows the PINs: none is asked for.
        foreach (CardPin pin in image.Pins)
        {
            pin.TriesLeft = pin.TriesAtStart;
            pin.Enabled = false;
        }

        SimulatorLink link = new(new SimulatedModem(new SimulatedCard(image)));
        SimReading reading = new SimReader(link, new ImpatientClock(), new BootstrapOptions(), null).Read();
        return reading.Contents?.BootstrapBytes
            ?? throw new CommandException(reading.Verdict.Code, $"{folder}: {reading.Verdict.Explanation}");
    }

    // The simulated modem answers at once: where nothing comes, waiting brings nothing.
    private sealed class ImpatientClock : IClock
    {
        public long Milliseconds { get; private set; }

        public void Wait(int milliseconds) => Milliseconds += milliseconds;
    }
}
