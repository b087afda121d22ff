namespace Bootstrapper.Cli.Tracing;

/// <summary>The files of a card that a trace knows.</summary>
internal enum FileKind
{
    /// <summary>A file that is not known.</summary>
    Unknown,

    /// <summary>EF.DIR: which applications there are (TS 102 221 13.1).</summary>
    ApplicationDirectory,

    /// <summary>EF.ICCID: the card's number (TS 102 221 13.2).</summary>
    Iccid,

    /// <summary>EF.ARR: who may do what with which file (TS 102 221 13.4).</summary>
    AccessRules,

    /// <summary>EF.ODF: which directory files there are (PKCS #15 v1.1, 6.2).</summary>
    ObjectDirectory,

    /// <summary>EF.DODF: which data objects there are (PKCS #15 v1.1, 6.7).</summary>
    DataObjectDirectory,

    /// <summary>EF LwM2M_Bootstrap, the one with keys in it (LwM2M TS, Appendix G.3.3).</summary>
    Bootstrap,
}
