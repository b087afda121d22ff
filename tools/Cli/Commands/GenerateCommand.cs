using System.CommandLine;
using Bootstrapper.Cli.Batch;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Definitions;
using Bootstrapper.Cli.Generation;
using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Commands;

/// <summary>Makes an image of a configuration.</summary>
internal sealed class GenerateCommand
{
    private const string Stream = "-";
    private const string Dictionary = "dictionary";
    private const string Json = "json";

    private readonly Option<string> _configuration = new("--config", "-c")
    {
        Description = "The configuration; without it, or with -, standard input.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Stream,
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The image; without it, or with -, standard output. The folder of a batch, new or empty.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Stream,
    };

    private readonly Option<string?> _format = new("--format")
    {
        Description = "The format of the configuration, which is otherwise seen from its keys.",
    };

    private readonly Option<string[]> _versions = new("--object-version")
    {
        Description = "The explicit version of an object, such as 1=1.1; may be given several times.",
        HelpName = "ID=MAJOR.MINOR",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _validate = new("--validate")
    {
        Description = "Refuse what a device would refuse; the default.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<bool> _noValidate = new("--no-validate")
    {
        Description = "Write the image whatever a device makes of it.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<string?> _batch = new("--batch")
    {
        Description = "A CSV file, or - for standard input: an image for each row. Its first line names the columns; in the "
            + "configuration, ${column}, ${column:hex} and ${column:base64} (in JSON within quotes) stand for the row's cells.",
        HelpName = "FILE.csv",
    };

    private readonly Option<string?> _name = new("--name")
    {
        Description = "The names of a batch's images, such as '${iccid}.bin'; otherwise row-1.bin, row-2.bin, ...",
        HelpName = "TEMPLATE",
    };

    private readonly Terminal _terminal;

    private GenerateCommand(Terminal terminal)
    {
        _terminal = terminal;
        _format.AcceptOnlyFromAmong(Dictionary, Json);
    }

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        GenerateCommand command = new(terminal);
        ExampleCommand created = new(
            "generate",
            "Makes an EF LwM2M_Bootstrap image of a configuration.",
            "simboot generate -c config.py -o bootstrap.bin",
            "simboot generate -c config.json --object-version Server=1.1 | simboot inspect -",
            "simboot generate --batch cards.csv -c template.py -o images --name '${iccid}.bin'")
        {
            command._configuration,
            command._output,
            command._format,
            command._versions,
            command._validate,
            command._noValidate,
            command._batch,
            command._name,
        };
        created.SetAction(parsed => (int)command.Run(parsed));
        return created;
    }

    private ExitCode Run(ParseResult parsed)
    {
        string source = parsed.GetRequiredValue(_configuration);
        string target = parsed.GetRequiredValue(_output);
        string? batch = parsed.GetValue(_batch);
        if (parsed.GetValue(_validate) && parsed.GetValue(_noValidate))
            throw new CommandException(ExitCode.Usage, "--validate and --no-validate: choose one");
        if (source == Stream && !_terminal.IsInputRedirected)
            throw new CommandException(ExitCode.Usage, "standard input is a keyboard: name the configuration with -c FILE");
        if (batch == null && parsed.GetValue(_name) != null)
            throw new CommandException(ExitCode.Usage, "--name names the images of a batch: give its file with --batch FILE.csv");
        if (batch == Stream && source == Stream)
            throw new CommandException(ExitCode.Usage, "standard input can't be both template and CSV file: name one of them");
        if (batch == Stream && !_terminal.IsInputRedirected)
            throw new CommandException(ExitCode.Usage, "standard input is a keyboard: name the CSV file with --batch FILE.csv");
        if (batch != null && target == Stream)
            throw new CommandException(ExitCode.Usage, "--batch makes many images: name a folder for them with -o FOLDER");
        if (target == Stream && !_terminal.IsOutputRedirected)
            throw new CommandException(ExitCode.Usage, "an image is no text for a screen: name a file with -o FILE");

        Dictionary<int, ObjectVersion> versions = ReadVersions(parsed.GetValue(_versions) ?? []);
        byte[] text = InputFile.Read(source, ConfigurationText.MaxLength, _terminal);
        string folder = source == Stream ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(source))!;
        bool validates = !parsed.GetValue(_noValidate);
        string name = InputFile.Name(source);
        Node root = At(name, () => ConfigurationText.Read(text, ReadFormat(parsed), isTemplate: batch != null));
        if (batch != null)
        {
            using Interruption interruption = new();
            BatchRequest request = new(
                batch, name, root, target, parsed.GetValue(_name), () => new Generator(folder, versions, validates));
            return BatchGenerator.Run(request, _terminal, interruption.Token);
        }

        Generator generator = new(folder, versions, validates);
        byte[] image;
        try
        {
            image = At(name, () => generator.Generate(root));
        }
        finally
        {
            // A warning may well be the cause: an object in a version that no device knows is missing to the others.
            foreach (string warning in generator.Warnings)
                _terminal.Error.WriteLine($"simboot: {Terminal.Printable($"{name}: warning: {warning}")}");
        }

        if (target == Stream)
            _terminal.Write(image);
        else
            OutputFile.Write(target, image);
        return ExitCode.Done;
    }

    private ConfigurationFormat? ReadFormat(ParseResult parsed) => parsed.GetValue(_format) switch
    {
        Dictionary => ConfigurationFormat.Dictionary,
        Json => ConfigurationFormat.Json,
        _ => null,
    };

    private static T At<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ConfigurationException e)
        {
            throw new CommandException(ExitCode.Usage, $"{name}: {e.Position}: {e.Message}", e);
        }
        catch (CommandException e)
        {
            throw new CommandException(e.Code, $"{name}: {e.Message}", e);
        }
    }

    private static Dictionary<int, ObjectVersion> ReadVersions(string[] options)
    {
        KeyReader keys = new(ObjectDefinitions.Default);
        Dictionary<int, ObjectVersion> versions = [];
        foreach (string option in options)
        {
            string[] words = option.Split('=');
            ObjectVersion? version = words.Length == 2 ? KeyReader.ParseVersion(words[1]) : null;
            if (version == null)
            {
                throw new CommandException(
                    ExitCode.Usage, $"--object-version {option}: is written 1=1.1, major 1..255 and minor 0..255");
            }

            try
            {
                if (!versions.TryAdd(keys.ReadObject(new StringNode(default, words[0])).ObjectId, version.Value))
                    throw new CommandException(ExitCode.Usage, $"--object-version {option}: a second version of the object");
            }
            catch (ConfigurationException e)
            {
                throw new CommandException(ExitCode.Usage, $"--object-version {option}: {e.Message}", e);
            }
        }

        return versions;
    }
}
