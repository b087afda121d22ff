namespace Bootstrapper.Cli;

/// <summary>How a command ends, as the exit code of the process; the same as those of boards/Desktop.</summary>
public enum ExitCode
{
    /// <summary>The command did what it was asked.</summary>
    Done = 0,

    /// <summary>No card, application or file; a blank or an empty file; two images that differ; cancelled.</summary>
    Nothing = 1,

    /// <summary>The command line, a file that it names or a configuration makes no sense.</summary>
    Usage = 2,

    /// <summary>The modem is silent, refuses a command or answers with garbage; the port can't be opened.</summary>
    Modem = 3,

    /// <summary>The card answers with an error, wants a PIN or a secure channel.</summary>
    Card = 4,

    /// <summary>The bootstrap file is malformed, or what it configures is contradictory.</summary>
    Content = 5,
}
