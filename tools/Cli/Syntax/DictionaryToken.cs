using Superpower.Display;

namespace Bootstrapper.Cli.Syntax;

/// <summary>The tokens of the dictionary syntax.</summary>
internal enum DictionaryToken
{
    /// <summary>The end of the text.</summary>
    None,

    /// <summary>The end of a line outside of all brackets; blank lines after it, and before the first token, are none.</summary>
    [Token(Description = "the end of the line")]
    LineEnd,

    /// <summary>An opening brace.</summary>
    [Token(Example = "{")]
    LeftBrace,

    /// <summary>A closing brace.</summary>
    [Token(Example = "}")]
    RightBrace,

    /// <summary>An opening bracket.</summary>
    [Token(Example = "[")]
    LeftBracket,

    /// <summary>A closing bracket.</summary>
    [Token(Example = "]")]
    RightBracket,

    /// <summary>An opening parenthesis.</summary>
    [Token(Example = "(")]
    LeftParenthesis,

    /// <summary>A closing parenthesis.</summary>
    [Token(Example = ")")]
    RightParenthesis,

    /// <summary>A comma.</summary>
    [Token(Example = ",")]
    Comma,

    /// <summary>A colon.</summary>
    [Token(Example = ":")]
    Colon,

    /// <summary>A plus sign.</summary>
    [Token(Example = "+")]
    Plus,

    /// <summary>A minus sign.</summary>
    [Token(Example = "-")]
    Minus,

    /// <summary>An integer without its sign.</summary>
    [Token(Description = "a number")]
    Integer,

    /// <summary>A number with a fraction or an exponent, without its sign.</summary>
    [Token(Description = "a number")]
    Float,

    /// <summary>A string with its quotes and prefix.</summary>
    [Token(Description = "a string")]
    Text,

    /// <summary>A bytes literal with its quotes and prefix.</summary>
    [Token(Description = "bytes")]
    Bytes,

    /// <summary>The word <c>True</c>.</summary>
    [Token(Example = "True")]
    True,

    /// <summary>The word <c>False</c>.</summary>
    [Token(Example = "False")]
    False,

    /// <summary><c>OID.</c> and one word, or <c>RID.</c> and two.</summary>
    [Token(Description = "a name")]
    Name,

    /// <summary>Any other word, which has no place in a configuration.</summary>
    [Token(Description = "a word")]
    Word,

    /// <summary>A placeholder of a template.</summary>
    [Token(Description = "a placeholder")]
    Placeholder,

    /// <summary>The rest of a text from where it can't be divided into tokens.</summary>
    Invalid,
}
