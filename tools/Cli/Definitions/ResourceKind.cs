namespace Bootstrapper.Cli.Definitions;

/// <summary>The data type of a resource (LwM2M TS Appendix C).</summary>
internal enum ResourceKind
{
    /// <summary>Executable: it has no value.</summary>
    None,

    /// <summary>UTF-8 text.</summary>
    String,

    /// <summary>A signed integer.</summary>
    Integer,

    /// <summary>An unsigned integer.</summary>
    Unsigned,

    /// <summary>A floating point number.</summary>
    Float,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Bytes.</summary>
    Opaque,

    /// <summary>Seconds since 1970-01-01T00:00:00Z.</summary>
    Time,

    /// <summary>A link to an Object Instance.</summary>
    Objlnk,

    /// <summary>CoRE Link Format text.</summary>
    Corelnk,
}
