namespace Bootstrapper.Simulator;

/// <summary>The +CME ERROR codes the modem answers (3GPP TS 27.007 9.2).</summary>
internal enum CmeError
{
    OperationNotAllowed = 3,
    OperationNotSupported = 4,
    SimNotInserted = 10,
    SimPinRequired = 11,
    SimPukRequired = 12,
    SimFailure = 13,
    IncorrectPassword = 16,
    IncorrectParameters = 50,
}
