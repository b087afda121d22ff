namespace Bootstrapper.Cli.Reading;

/// <summary>Is told how far the reading of a SIM has got.</summary>
internal interface IReadProgress
{
    /// <summary>Takes what is being done now.</summary>
    void Step(string text);

    /// <summary>Takes how much of EF LwM2M_Bootstrap has been read.</summary>
    /// <param name="read">The bytes read so far.</param>
    /// <param name="size">The file's size, null if the card has not told it.</param>
    void Bytes(int read, int? size);
}
