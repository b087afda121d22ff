namespace Bootstrapper.Cli.Batch;

/// <summary>A row that makes no image, and why. The other rows do not mind.</summary>
internal sealed class RowException(string message) : Exception(message);
