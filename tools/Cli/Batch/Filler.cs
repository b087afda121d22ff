using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Batch;

/// <summary>Makes the literal of one row that takes a place in a template.</summary>
/// <exception cref="RowException">A cell is not what the place needs.</exception>
internal delegate Node Filler(CsvRow row);
