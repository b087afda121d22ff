namespace Bootstrapper.Desktop;

/// <summary>A file that the dialogue can't be recorded in.</summary>
internal sealed class TraceFileException(string message, Exception inner) : Exception(message, inner);
