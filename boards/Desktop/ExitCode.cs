namespace Bootstrapper.Desktop;

/// <summary>How the program ends, as its exit code.</summary>
public enum ExitCode
{
    /// <summary>The card holds a configuration.</summary>
    Provisioned = 0,

    /// <summary>No card, application or file; a blank or an empty file; cancelled.</summary>
    NotProvisioned = 1,

    /// <summary>The command line, or the card image that it names, makes no sense.</summary>
    Usage = 2,

    /// <summary>The modem is silent, refuses a command or answers with garbage; the port can't be opened.</summary>
    Modem = 3,

    /// <summary>The card answers with an error, wants a PIN or a secure channel.</summary>
    Card = 4,

    /// <summary>The bootstrap file is malformed, or what it configures is contradictory.</summary>
    Content = 5,
}
