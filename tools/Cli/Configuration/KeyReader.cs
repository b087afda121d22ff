using System.Globalization;
using System.Numerics;
using Bootstrapper.Cli.Definitions;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Configuration;

/// <summary>Reads the keys of a configuration, which are names or numbers.</summary>
/// <remarks>
/// <code>
/// object        OID.Server   1   (OID.Server, '1.1')   "OID.Server"   "Server"   "1"   "OID.Server;ver=1.1"
/// resource      RID.Server.Lifetime   1                "RID.Server.Lifetime"   "Lifetime"   "1"
/// instances     1                                      "1"
/// </code>
/// The attribute <c>ver</c> is the one that a registration uses (LwM2M TS 6.2.1).
/// </remarks>
internal sealed class KeyReader(ObjectDefinitions definitions)
{
    /// <summary>What stands between an object and its version in a key that is a text.</summary>
    public const string VersionAttribute = ";ver=";

    private const int HighestId = 65534; // LwM2M TS 7.3: 65535 is reserved

    /// <summary>Reads the key of an object, with its explicit version if it has one.</summary>
    public (int ObjectId, ObjectVersion? Version) ReadObject(Node key)
    {
        switch (key)
        {
            case ListNode { Items: [Node id, StringNode version] }:
                return (ReadObjectId(id), ReadVersion(version.Value, version));
            case ListNode:
                throw new ConfigurationException(key.Position, "an object with its version is written (OID.Name, '1.1')");
            case StringNode text when text.Value.IndexOf(VersionAttribute, StringComparison.Ordinal) is var at and >= 0:
                return (
                    ReadObjectId(new StringNode(key.Position, text.Value[..at])),
                    ReadVersion(text.Value[(at + VersionAttribute.Length)..], key));
            default:
                return (ReadObjectId(key), null);
        }
    }

    /// <summary>Reads the key of a resource of an object.</summary>
    public int ReadResource(Node key, int objectId)
    {
        if (NameOf(key) is not { } name)
            return ReadNumber(key, "a Resource ID");

        ObjectDefinition? owner = definitions.Find(objectId);
        string[] words = name.Split('.');
        bool isFull = words.Length == 3 && words[0] + "." == ObjectDefinitions.ResourcePrefix;
        if (isFull && words[1] != owner?.Name && definitions.Find(words[1])?.Find(words[2]) != null)
        {
            throw new ConfigurationException(
                key.Position, $"{name} is a resource of another object than {new ValuePath(objectId)}");
        }

        ResourceDefinition? found = isFull && words[1] == owner?.Name ? owner.Find(words[2])
            : key is StringNode ? owner?.Find(name)
            : null;
        if (found != null)
            return found.Id;

        string suggestion = Suggestion.For(name, owner?.Resources.Select(r => definitions.NameOf(objectId, r.Id)!) ?? []);
        throw new ConfigurationException(
            key.Position, $"{Suggestion.Quote(name)} is no resource of {new ValuePath(objectId)}{suggestion}");
    }

    /// <summary>Reads a key that is a number, 0..65534.</summary>
    /// <param name="key">The key.</param>
    /// <param name="what">What it is, with its article.</param>
    public static int ReadNumber(Node key, string what)
    {
        BigInteger number = key switch
        {
            IntegerNode node => node.Value,
            StringNode node when IsNumber(node.Value) => int.Parse(node.Value, CultureInfo.InvariantCulture),
            _ => throw new ConfigurationException(key.Position, $"{what} is a number, 0..{HighestId}"),
        };
        if (number < 0 || number > HighestId)
            throw new ConfigurationException(key.Position, $"{what} is 0..{HighestId}");
        return (int)number;
    }

    /// <summary>Reads an explicit version, such as 1.1.</summary>
    /// <returns>Null where it is none.</returns>
    public static ObjectVersion? ParseVersion(string text)
    {
        // LwM2M TS Appendix G.3.3: a byte each, and a major version 0 would be the implicit one.
        string[] words = text.Split('.');
        return words.Length == 2
            && byte.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out byte major)
            && byte.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out byte minor)
            && major > 0
            ? new ObjectVersion(major, minor)
            : null;
    }

    private static ObjectVersion ReadVersion(string text, Node at) => ParseVersion(text)
        ?? throw new ConfigurationException(at.Position, "a version is written '1.1', major 1..255 and minor 0..255");

    private static string? NameOf(Node key) => key switch
    {
        NameNode name => name.Name,
        StringNode text when !IsNumber(text.Value) => text.Value,
        _ => null,
    };

    private int ReadObjectId(Node key)
    {
        if (NameOf(key) is not { } name)
            return ReadNumber(key, "an Object ID");

        bool isFull = name.StartsWith(ObjectDefinitions.ObjectPrefix, StringComparison.Ordinal);
        ObjectDefinition? found = isFull ? definitions.Find(name[ObjectDefinitions.ObjectPrefix.Length..])
            : key is StringNode ? definitions.Find(name)
            : null;
        if (found != null)
            return found.Id;

        string suggestion = Suggestion.For(name, definitions.All.Select(o => definitions.NameOf(o.Id)!));
        throw new ConfigurationException(key.Position, $"{Suggestion.Quote(name)} is no object{suggestion}");
    }

    private static bool IsNumber(string text) =>
        text.Length is > 0 and <= 9 && text.All(char.IsAsciiDigit) && (text[0] != '0' || text.Length == 1);
}
