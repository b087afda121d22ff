using Superpower.Model;

namespace Bootstrapper.Cli.Syntax;

/// <summary>Places as the parser library counts them.</summary>
internal static class SourcePositions
{
    /// <summary>Gets a place as this tool says it.</summary>
    public static SourcePosition ToSource(this Position position) => new(position.Line, position.Column);
}
