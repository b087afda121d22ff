using System.CommandLine;
using System.Globalization;
using System.Text;
using Bootstrapper.Cli.Cards;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Inspection;
using Bootstrapper.Cli.Output;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Commands;

/// <summary><c>simboot card</c>: a card image around an image of EF LwM2M_Bootstrap.</summary>
internal static class CardCommand
{
    // What an entry of EF.DODF has room for, in a file of the usual size and besides all else.
    private const int MaxLabelLength = 100;

    private const int MinPinLength = 4;
    private const int MinIccidLength = 18;
    private const int MaxIccidLength = 20;

    // A PIN of the application's own (TS 102 221 table 9.3): the SIM's PIN 1 would be the modem's to enter.
    private const byte FilePinReference = 0x81;

    private static readonly Dictionary<string, BootstrapObjectForm> _forms = new()
    {
        ["standard"] = BootstrapObjectForm.Identified,
        ["doubled"] = BootstrapObjectForm.DoubledHeader,
        ["opaque"] = BootstrapObjectForm.Opaque,
        ["both"] = BootstrapObjectForm.Both,
    };

    // The MF, the application itself, what is reserved, and the files that lead to the one in question.
    private static readonly ushort[] _takenFileIds =
    [
        0x0000, 0x3F00, 0x3FFF, 0x7FFF, 0xFFFF, ExampleCard.ObjectDirectoryFileId, ExampleCard.DataObjectDirectoryFileId,
    ];

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        Argument<string> file = new("FILE") { Description = "The image of EF LwM2M_Bootstrap; - for standard input." };
        Option<string?> output = new("--output", "-o")
        {
            HelpName = "PATH",
            Description = "The folder for the card image, new or empty; with --apdu-script the file for the script.",
        };
        Option<string> label = new("--label")
        {
            HelpName = "TEXT",
            Description = "The label of the object in EF.DODF; '' for none.",
            DefaultValueFactory = _ => "LwM2M Bootstrap",
        };
        Option<bool> isPrivate = new("--private") { Description = "Flag the object as private." };
        Option<bool> isModifiable = new("--modifiable") { Description = "Flag the object as modifiable." };
        Option<string?> pin = new("--pin")
        {
            HelpName = "DIGITS",
            Description = "Have reading EF LwM2M_Bootstrap need this PIN, key 81 (the application's own); includes --private.",
        };
        Option<string> form = new("--oid-form")
        {
            Description = "The form of 2.23.43.9.1 in EF.DODF: standard, doubled (its header twice, as on cards made after "
                + "the LwM2M TS before 1.2.1), opaque (among the class attributes) or both.",
            DefaultValueFactory = _ => "standard",
        };
        Option<string> fileId = new("--file-id")
        {
            HelpName = "HEX",
            Description = "The file ID of EF LwM2M_Bootstrap.",
            DefaultValueFactory = _ => "6432",
        };
        Option<int> pathIndex = new("--path-index")
        {
            HelpName = "N",
            Description = "The offset of the image in EF LwM2M_Bootstrap, which the path in EF.DODF then says.",
        };
        Option<int?> pathLength = new("--path-length")
        {
            HelpName = "N",
            Description = "The length that the path in EF.DODF says; with --path-index by default that of the image.",
        };
        Option<int> fileSize = new("--file-size")
        {
            HelpName = "N",
            Description = "The size of EF LwM2M_Bootstrap, filled up with FF; by default that of the image.",
        };
        Option<string> iccid = new("--iccid")
        {
            HelpName = "DIGITS",
            Description = "The card's number.",
            DefaultValueFactory = _ => ExampleCard.Iccid,
        };
        Option<bool> script = new("--apdu-script")
        {
            Description = "Instead of a folder, the commands (keys included) that write the files' contents to a card on which "
                + "the files exist, one a line in hex.",
        };
        ExampleCommand command = new(
            "card",
            "Wraps an image into a card image for the simulator: EF.DIR, EF.ICCID, and a PKCS#15 application with EF.ODF, "
                + "EF.DODF and EF LwM2M_Bootstrap.",
            "simboot card bootstrap.bin -o sim",
            "simboot card bootstrap.bin -o sim --pin 5678 --file-size 512",
            "simboot card bootstrap.bin --apdu-script -o sim.apdu")
        {
            file, output, label, isPrivate, isModifiable, pin, form, fileId, pathIndex, pathLength, fileSize, iccid, script,
        };
        form.AcceptOnlyFromAmong([.. _forms.Keys]);
        Check(output, text => string.IsNullOrWhiteSpace(text) ? "must not be empty" : null);
        Check(label, text => Encoding.UTF8.GetByteCount(text) <= MaxLabelLength
            ? null
            : $"must have at most {MaxLabelLength} bytes in UTF-8");
        Check(pin, text => IsDigits(text, MinPinLength, CardPin.BlockLength) ? null : "must be 4 to 8 digits");
        Check(iccid, text => IsDigits(text, MinIccidLength, MaxIccidLength) ? null : "must be 18 to 20 digits");
        Check(fileId, text => TryParseFileId(text, out _)
            ? null
            : "must be four hexadecimal digits, and no ID that another file has");
        foreach (Option option in new Option[] { pathIndex, pathLength, fileSize })
        {
            Check(option, text => int.TryParse(text, CultureInfo.InvariantCulture, out int n) && n is < 0 or > ImageWriter.LongestFile
                ? $"must be 0 to {ImageWriter.LongestFile}"
                : null);
        }

        command.Validators.Add(result =>
        {
            if (!result.GetValue(script) && result.GetResult(output) is null)
                result.AddError("-o is missing: the folder for the card image.");
            if (result.GetValue(script) && result.GetResult(iccid) is { Implicit: false })
                result.AddError("--iccid is for a card image: --apdu-script does not write EF.ICCID.");
            if (result.GetValue(script) && result.GetResult(pin) is not null)
                result.AddError("--pin is for a card image: --apdu-script does not change what a file needs. Give --private.");
        });
        command.SetAction(result =>
        {
            string path = result.GetRequiredValue(file);
            byte[] content = ImageFile.Load(path, terminal);
            _ = TryParseFileId(result.GetRequiredValue(fileId), out ushort id);
            string? filePin = result.GetValue(pin);
            BootstrapCard card = new(content)
            {
                Label = result.GetRequiredValue(label),
                IsPrivate = result.GetValue(isPrivate) || filePin is not null,
                IsModifiable = result.GetValue(isModifiable),
                Pin = filePin is null ? null : new CardPin(FilePinReference, filePin),
                Form = _forms[result.GetRequiredValue(form)],
                FileId = id,
                PathIndex = result.GetValue(pathIndex),
                PathLength = result.GetValue(pathLength),
                FileSize = result.GetValue(fileSize),
                Iccid = result.GetRequiredValue(iccid),
            };
            RequireRoom(card, result.GetResult(fileSize) is not null);
            Write(card, result.GetValue(output), result.GetValue(script), terminal);
            Warn(card, path, terminal);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static void RequireRoom(BootstrapCard card, bool hasSize)
    {
        int needed = card.PathIndex + card.Content.Length;
        if (hasSize && card.FileSize < needed)
            throw new CommandException(ExitCode.Usage, $"--file-size: {card.FileSize} bytes, but the image needs {needed}");
        if (needed > ImageWriter.LongestFile)
        {
            throw new CommandException(
                ExitCode.Usage, $"--path-index: the image would end at {needed}, and a file has at most {ImageWriter.LongestFile} bytes");
        }
    }

    private static void Write(BootstrapCard card, string? output, bool isScript, Terminal terminal)
    {
        if (!isScript)
            card.CreateImage().Save(output!);
        else if (output is null)
            terminal.Output.Write(ApduScript.Of(card));
        else
            OutputFile.Write(output, Encoding.ASCII.GetBytes(ApduScript.Of(card)));
    }

    private static void Warn(BootstrapCard card, string path, Terminal terminal)
    {
        string name = InputFile.Name(path);
        string? warning = null;
        if (new DeviceJudge().Judge(card.Content.ToArray()).Violations is [var trouble, ..])
            warning = $"{name}: a device gets no account from this image: {trouble.ToFileText()}";
        else if (card.PathLength < card.Content.Length)
            warning = $"--path-length: a device reads {card.PathLength} of the image's {card.Content.Length} bytes";
        if (warning is not null)
            terminal.Error.WriteLine($"simboot: warning: {Terminal.Printable(warning)}");
    }

    private static void Check(Option option, Func<string, string?> complaint) => option.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var value }] && complaint(value) is { } text)
            result.AddError($"{option.Name} {text}.");
    });

    private static bool IsDigits(string text, int least, int most) =>
        text.Length >= least && text.Length <= most && text.All(char.IsAsciiDigit);

    private static bool TryParseFileId(string text, out ushort fileId)
    {
        fileId = 0;
        return text.Length == 4
            && text.All(char.IsAsciiHexDigit)
            && ushort.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out fileId)
            && !_takenFileIds.Contains(fileId);
    }
}
