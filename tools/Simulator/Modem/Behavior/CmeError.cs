namespace Bootstrapper.Simulator;

/// <summary>The +CME ERROR codes the modem answers (3GPP TS 27.007 9.2).</summary>
public enum CmeError
{
    /// <summary>phone failure.</summary>
    PhoneFailure = 0,

    /// <summary>operation not allowed.</summary>
    OperationNotAllowed = 3,

    /// <summary>operation not supported.</summary>
    OperationNotSupported = 4,

    /// <summary>SIM not inserted.</summary>
    SimNotInserted = 10,

    /// <summary>SIM PIN required.</summary>
    SimPinRequired = 11,

    /// <summary>SIM PUK required.</summary>
    SimPukRequired = 12,

    /// <summary>SIM failure.</summary>
    SimFailure = 13,

    /// <summary>SIM busy.</summary>
    SimBusy = 14,

    /// <summary>incorrect password.</summary>
    IncorrectPassword = 16,

    /// <summary>incorrect parameters.</summary>
    IncorrectParameters = 50,

    /// <summary>unknown.</summary>
    Unknown = 100,
}
