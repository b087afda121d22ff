namespace Bootstrapper.DeviceCheck;

/// <summary>A place in a source file.</summary>
/// <param name="File">The file, or the project where nothing more precise is known.</param>
/// <param name="Line">The line, from 1, or 0 for the whole file.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record SourceLocation(string File, int Line = 0, int Column = 0)
{
    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? File : $"{File}({Line},{Column})";
}
