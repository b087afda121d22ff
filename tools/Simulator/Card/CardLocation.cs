namespace Bootstrapper.Simulator;

/// <summary>A place in the file system: a directory, or a file in it.</summary>
internal sealed record CardLocation(CardDirectory Directory, ElementaryFile? File = null);
