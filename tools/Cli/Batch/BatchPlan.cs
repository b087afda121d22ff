using System.Globalization;
using Bootstrapper.Cli.Generation;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Batch;

/// <summary>What to make of each row: the template and the names, brought together with the columns that there are.</summary>
internal sealed class BatchPlan
{
    private readonly Template _template;
    private readonly FileName? _name;
    private readonly Func<Generator> _createGenerator;

    /// <summary>Makes a plan for a file with these columns.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="request">What is wanted.</param>
    /// <exception cref="CommandException">There are no placeholders, or they make no sense.</exception>
    public BatchPlan(string[] columns, BatchRequest request)
    {
        TemplateColumns used = new(columns);
        try
        {
            _template = new Template(request.Template, used);
        }
        catch (ConfigurationException e)
        {
            throw new CommandException(ExitCode.Usage, $"{request.TemplateName}: {e.Position}: {e.Message}", e);
        }

        if (used.Used.Count == 0)
        {
            throw new CommandException(
                ExitCode.Usage, $"{request.TemplateName}: has no ${{column}}: all images would be the same");
        }

        _name = request.Name == null ? null : FileName.Parse(request.Name, used);
        _createGenerator = request.CreateGenerator;
        Columns = used.Used;
    }

    /// <summary>Gets the indexes of the columns in use, in the order in which a row has to have their cells.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>Gives a row the name of its file.</summary>
    /// <param name="row">The row.</param>
    /// <param name="number">Its number, from 1.</param>
    public BatchRow Name(CsvRow row, long number)
    {
        if (row.Error != null)
            return new BatchRow(row, null, row.Error);

        try
        {
            return new BatchRow(row, _name?.Fill(row) ?? string.Create(CultureInfo.InvariantCulture, $"row-{number}.bin"), null);
        }
        catch (RowException e)
        {
            return new BatchRow(row, null, e.Message);
        }
    }

    /// <summary>Creates what makes images, for one thread.</summary>
    public ImageMaker CreateMaker(IBatchOutput output) => new(_template, _createGenerator(), output);
}
