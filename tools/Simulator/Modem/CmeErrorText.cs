using System.Globalization;

namespace Bootstrapper.Simulator;

/// <summary>The numbers and words of +CME ERROR (3GPP TS 27.007 9.2).</summary>
internal static class CmeErrorText
{
    public static string Number(CmeError error) => ((int)error).ToString(CultureInfo.InvariantCulture);

    public static string Words(CmeError error) => error switch
    {
        CmeError.PhoneFailure => "phone failure",
        CmeError.OperationNotAllowed => "operation not allowed",
        CmeError.OperationNotSupported => "operation not supported",
        CmeError.SimNotInserted => "SIM not inserted",
        CmeError.SimPinRequired => "SIM PIN required",
        CmeError.SimPukRequired => "SIM PUK required",
        CmeError.SimFailure => "SIM failure",
        CmeError.SimBusy => "SIM busy",
        CmeError.IncorrectPassword => "incorrect password",
        CmeError.IncorrectParameters => "incorrect parameters",
        _ => "unknown",
    };
}
