namespace Bootstrapper.Host.Tests.Faults;

/// <summary>What a command of the dialogue is for.</summary>
internal enum StepRole
{
    /// <summary>Finds the modem awake.</summary>
    Wake,

    /// <summary>Asks the modem about itself, or sets it.</summary>
    Setting,

    /// <summary>Asks the modem about the SIM.</summary>
    Sim,

    /// <summary>Opens a logical channel of ours.</summary>
    Open,

    /// <summary>Reads EF(ICCID), which the bootstrap can do without.</summary>
    Iccid,

    /// <summary>Reads EF(DIR).</summary>
    Directory,

    /// <summary>Selects the application.</summary>
    Application,

    /// <summary>Selects a file of the application, or fetches the response to that.</summary>
    Select,

    /// <summary>Reads a file of the application.</summary>
    Read,

    /// <summary>Closes what was opened, or puts the selection back.</summary>
    Close,

    /// <summary>Puts back what was set.</summary>
    PuttingBack,
}
