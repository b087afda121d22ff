using System.Globalization;

namespace Bootstrapper.Simulator;

/// <summary>An extended command: <c>+NAME</c>, <c>+NAME?</c>, <c>+NAME=?</c> or <c>+NAME=argument,argument</c>.</summary>
internal sealed class AtRequest
{
    private readonly string[] _arguments;

    private AtRequest(string name, AtRequestKind kind, string[] arguments)
    {
        Name = name;
        Kind = kind;
        _arguments = arguments;
    }

    /// <summary>Gets the name in upper case, the leading sign included.</summary>
    public string Name { get; }

    public AtRequestKind Kind { get; }

    public int ArgumentCount => _arguments.Length;

    /// <summary>Takes a command line apart that starts after the AT.</summary>
    public static AtRequest Parse(string line)
    {
        int end = line.IndexOfAny(['=', '?']);
        if (end < 0)
            return new(Normalize(line), AtRequestKind.Execute, []);

        string name = Normalize(line[..end]);
        string rest = line[end..].Trim();
        return rest switch
        {
            "?" => new(name, AtRequestKind.Read, []),
            "=?" => new(name, AtRequestKind.Test, []),
            ['=', .. string arguments] => new(name, AtRequestKind.Set, arguments.Split(',')),
            _ => new(line, AtRequestKind.Execute, []),
        };
    }

    /// <summary>Gets an argument without the quotes that it may have; null where it is missing or empty.</summary>
    public string? Text(int index)
    {
        if (index >= _arguments.Length)
            return null;

        string argument = _arguments[index].Trim();
        if (argument is ['"', .. string quoted, '"'])
            argument = quoted;

        return argument.Length == 0 ? null : argument;
    }

    /// <summary>Gets a decimal argument; null where it is missing, no number, or above the maximum.</summary>
    public int? Number(int index, int maximum) =>
        int.TryParse(Text(index), NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value <= maximum
            ? value
            : null;

    /// <summary>Gets an argument of hexadecimal digits, two a byte; null where it is missing or something else.</summary>
    public byte[]? Bytes(int index)
    {
        if (Text(index) is not { } text || text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit))
            return null;

        return Convert.FromHexString(text);
    }

    private static string Normalize(string name) => name.Trim().ToUpperInvariant();
}
