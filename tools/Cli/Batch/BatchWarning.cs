namespace Bootstrapper.Cli.Batch;

/// <summary>A warning about rows of a batch.</summary>
/// <param name="text">What is odd.</param>
/// <param name="line">The line of the first row that it is about.</param>
internal sealed class BatchWarning(string text, int line)
{
    /// <summary>Gets what is odd.</summary>
    public string Text => text;

    /// <summary>Gets the line of the first row.</summary>
    public int Line => line;

    /// <summary>Gets or sets the number of rows.</summary>
    public long Count { get; set; } = 1;
}
