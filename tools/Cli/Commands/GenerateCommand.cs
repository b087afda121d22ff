using System.CommandLine;
using System.Runtime.InteropServices;
using Bootstrapper.Cli.Batch;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Definitions;
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
        Description = "The image; without it, or with -, standard output. With --batch the folder of the images, new or empty.",
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
    };

    private readonly Option<bool> _noValidate = new("--no-validate")
    {
        Description = "Write the image whatever a device makes of it.",
    };

    private readonly Option<string?> _batch = new("--batch")
    {
        Description = "Make an image of each row of a CSV file: ${column} in the configuration is filled from the row.",
        HelpName = "FILE.csv",
    };

    private readonly Option<string?> _name = new("--name")
    {
        Description = "With --batch, the names of the images, such as ${iccid}.bin; numbered by default.",
        HelpName = "NAME",
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
            "simboot generate --batch series.csv -c template.py --name '${iccid}.bin' -o images")
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
        if (parsed.GetValue(_validate) && parsed.GetValue(_noValidate))
            throw new CommandException(ExitCode.Usage, "--validate and --no-validate: choose one");
        if (source == Stream && !_terminal.IsInputRedirected)
            throw new CommandException(ExitCode.Usage, "standard input is a keyboard: name the configuration with -c FILE");

        string? table = parsed.GetValue(_batch);
        if (table == null && parsed.GetValue(_name) != null)
            throw new CommandException(ExitCode.Usage, "--name is for --batch: name the image with -o FILE");
        if (table == null && target == Stream && !_terminal.IsOutputRedirected)
            throw new CommandException(ExitCode.Usage, "an image is no text for a screen: name a file with -o FILE");
        if (table != null && target == Stream)
            throw new CommandException(ExitCode.Usage, "--batch makes many images: name a folder with -o FOLDER");

        Dictionary<int, ObjectVersion> versions = ReadVersions(parsed.GetValue(_versions) ?? []);
        byte[] text = InputFile.Read(source, ConfigurationText.MaxLength, _terminal);
        string folder = source == Stream ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(source))!;
        Generator CreateGenerator() => new(folder, versions, !parsed.GetValue(_noValidate));
        string name = source == Stream ? "standard input" : source;
        try
        {
            Node root = ConfigurationText.Read(text, Format(parsed), isTemplate: table != null);
            if (table != null)
                return RunBatch(new BatchRequest(table, name, root, target, parsed.GetValue(_name), CreateGenerator));

            byte[] image = Generate(CreateGenerator(), root, name);
            if (target == Stream)
                _terminal.Write(image);
            else
                OutputFile.Write(target, image);
            return ExitCode.Done;
        }
        catch (ConfigurationException e)
        {
            throw new CommandException(ExitCode.Usage, $"{name}: {e.Position}: {e.Message}", e);
        }
    }

    private ConfigurationFormat? Format(ParseResult parsed) => parsed.GetValue(_format) switch
    {
        Dictionary => ConfigurationFormat.Dictionary,
        Json => ConfigurationFormat.Json,
        _ => null,
    };

    private ExitCode RunBatch(BatchRequest request)
    {
        using CancellationTokenSource cancellation = new();
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using PosixSignalRegistration termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        return BatchGenerator.Run(request, _terminal, cancellation.Token);

        void Cancel(PosixSignalContext context)
        {
            // The second time there is no waiting.
            context.Cancel = !cancellation.IsCancellationRequested;
            cancellation.Cancel();
        }
    }

    private byte[] Generate(Generator generator, Node root, string name)
    {
        try
        {
            return generator.Generate(root);
        }
        catch (CommandException e)
        {
            throw new CommandException(e.Code, $"{name}: {e.Message}", e);
        }
        finally
        {
            // A warning may well be the cause: an object in a version that no device knows is missing to the others.
            foreach (string warning in generator.Warnings)
                _terminal.Error.WriteLine($"simboot: {Terminal.Printable($"{name}: warning: {warning}")}");
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
