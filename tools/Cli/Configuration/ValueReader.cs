using System.Globalization;
using System.Numerics;
using System.Text;
using Bootstrapper.Cli.Definitions;
using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Configuration;

/// <summary>Reads the values of a configuration, by the data type of their resource or else by that of the literal.</summary>
/// <param name="folder">The folder that the paths of files are relative to.</param>
internal sealed class ValueReader(string folder)
{
    // Twice what a bootstrap file can hold; one of that size is then refused for what it is.
    private const int LongestFiles = 64 * 1024;
    private const int LongestQuote = 40;

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<string> _warnings = [];
    private int _fileBytes;

    /// <summary>Gets what is odd about the values read since <see cref="Reset"/>.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Begins with another configuration.</summary>
    public void Reset()
    {
        _warnings.Clear();
        _fileBytes = 0;
    }

    /// <summary>Reads one value.</summary>
    public Value Read(Node node, ValuePath path, ResourceDefinition? definition)
    {
        if (node is FileNode file)
            node = new BytesNode(file.Position, ReadFile(file, path));
        if (definition?.IsSecret == true && node is StringNode text && !Ascii.IsValid(text.Value))
        {
            _warnings.Add($"{node.Position}: {path}: a text with characters outside ASCII becomes UTF-8; "
                + "where bytes are meant, write b'...' or {\"hex\": \"...\"}");
        }

        return definition == null ? ReadLiteral(node, path) : ReadTyped(node, path, definition);
    }

    private static Value ReadLiteral(Node node, ValuePath path) => node switch
    {
        IntegerNode n => new IntegerValue(ToInteger(n, path, isShown: false)),
        FloatNode n => new FloatValue(ToFinite(n.Value, n, path)),
        BooleanNode n => new BooleanValue(n.Value),
        StringNode n => new StringValue(ToText(n, path)),
        BytesNode n => new OpaqueValue(n.Value),
        _ => throw Unfit(node, path, "a number, True or False, a text or bytes"),
    };

    private static Value ReadTyped(Node node, ValuePath path, ResourceDefinition definition) => definition.Kind switch
    {
        ResourceKind.Integer or ResourceKind.Time => node switch
        {
            IntegerNode n => new IntegerValue(ToInteger(n, path, !definition.IsSecret)),
            _ => throw Unfit(node, path, "a whole number"),
        },
        ResourceKind.Unsigned => node switch
        {
            IntegerNode n => new UnsignedValue(ToUnsigned(n, path, !definition.IsSecret)),
            _ => throw Unfit(node, path, "a whole number, 0 or more"),
        },
        ResourceKind.Float => node switch
        {
            IntegerNode n => new FloatValue(ToFinite((double)n.Value, n, path)),
            FloatNode n => new FloatValue(ToFinite(n.Value, n, path)),
            _ => throw Unfit(node, path, "a number"),
        },
        ResourceKind.Boolean => node switch
        {
            BooleanNode n => new BooleanValue(n.Value),
            IntegerNode { Value: { IsZero: true } } => new BooleanValue(false),
            IntegerNode { Value: { IsOne: true } } => new BooleanValue(true),
            _ => throw Unfit(node, path, "True or False"),
        },
        ResourceKind.String or ResourceKind.Corelnk => node switch
        {
            StringNode n => new StringValue(ToText(n, path)),
            BytesNode n => new StringValue(ToText(n, path)),
            _ => throw Unfit(node, path, "a text"),
        },
        ResourceKind.Opaque => node switch
        {
            StringNode n => new OpaqueValue(ToUtf8(n, path)),
            BytesNode n => new OpaqueValue(n.Value),
            _ => throw Unfit(node, path, "bytes"),
        },
        ResourceKind.Objlnk => node switch
        {
            StringNode n => ToObjectLink(n, path, !definition.IsSecret),
            _ => throw Unfit(node, path, "a link, 'object:instance'"),
        },
        _ => throw new InvalidOperationException("an executable resource has no value"),
    };

    private static long ToInteger(IntegerNode node, ValuePath path, bool isShown) =>
        node.Value >= long.MinValue && node.Value <= long.MaxValue
            ? (long)node.Value
            : throw new ConfigurationException(
                node.Position, $"{path}: {Show(node.Value, isShown)} is outside {long.MinValue}..{long.MaxValue}");

    private static ulong ToUnsigned(IntegerNode node, ValuePath path, bool isShown) =>
        node.Value >= 0 && node.Value <= ulong.MaxValue
            ? (ulong)node.Value
            : throw new ConfigurationException(
                node.Position, $"{path}: {Show(node.Value, isShown)} is outside 0..{ulong.MaxValue}");

    private static double ToFinite(double value, Node node, ValuePath path) => double.IsFinite(value)
        ? value
        : throw new ConfigurationException(node.Position, $"{path}: the number is larger than a Float can be");

    private static string ToText(StringNode node, ValuePath path)
    {
        _ = ToUtf8(node, path);
        return RequireNoNul(node.Value, node, path);
    }

    private static string ToText(BytesNode node, ValuePath path)
    {
        try
        {
            return RequireNoNul(_utf8.GetString(node.Value), node, path);
        }
        catch (DecoderFallbackException)
        {
            throw new ConfigurationException(node.Position, $"{path}: a String is UTF-8, and these bytes are not");
        }
    }

    private static string RequireNoNul(string text, Node node, ValuePath path) => text.Contains('\0')
        ? throw new ConfigurationException(node.Position, $"{path}: a String has no NUL")
        : text;

    private static byte[] ToUtf8(StringNode node, ValuePath path)
    {
        try
        {
            return _utf8.GetBytes(node.Value);
        }
        catch (EncoderFallbackException)
        {
            throw new ConfigurationException(node.Position, $"{path}: half a surrogate pair is no character");
        }
    }

    private static ObjectLinkValue ToObjectLink(StringNode node, ValuePath path, bool isShown)
    {
        string[] words = node.Value.Split(':');
        if (words.Length == 2
            && ushort.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out ushort objectId)
            && ushort.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out ushort instanceId))
        {
            return new ObjectLinkValue(objectId, instanceId);
        }

        string shown = isShown && node.Value.Length <= LongestQuote ? $"'{node.Value}'" : "the text";
        throw new ConfigurationException(node.Position, $"{path}: {shown} is no link 'object:instance' of two numbers 0..65535");
    }

    private byte[] ReadFile(FileNode node, ValuePath path)
    {
        try
        {
            using FileStream stream = File.OpenRead(Path.Combine(folder, node.Path));
            byte[] buffer = new byte[LongestFiles - _fileBytes + 1];
            int length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (length == buffer.Length)
                throw new ConfigurationException(node.Position, $"{path}: the files have more than {LongestFiles} bytes");

            _fileBytes += length;
            return buffer[..length];
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            throw new ConfigurationException(node.Position, $"{path}: {node.Path}: can't be read: {FileTrouble.Reason(e)}");
        }
    }

    private static string Show(BigInteger number, bool isShown)
    {
        // What has some thousand digits would also take long to print.
        string text = isShown && number.GetBitLength() <= 128 ? number.ToString(CultureInfo.InvariantCulture) : "";
        return text.Length is > 0 and <= LongestQuote ? text : "the number";
    }

    private static ConfigurationException Unfit(Node node, ValuePath path, string expected) => new(
        node.Position,
        node is MaskedNode
            ? $"{path}: the value is masked; inspect prints it with --show-secrets"
            : $"{path}: expected {expected}");
}
