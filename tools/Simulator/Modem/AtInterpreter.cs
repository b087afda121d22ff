using Bootstrapper.Simulator.Commands;

namespace Bootstrapper.Simulator;

/// <summary>Executes command lines.</summary>
internal static class AtInterpreter
{
    private const string Prefix = "AT";

    private static readonly AtCommand[] _commands =
    [
        new CmeeCommand(),
        new CpinCommand(),
        new CpinrCommand(),
        new CfunCommand(),
        new IdentityCommand("+CGMI", b => b.Manufacturer),
        new IdentityCommand("+CGMM", b => b.Model),
        new IdentityCommand("+CGMR", b => b.Revision),
        new CimiCommand(),
        new CsimCommand(),
        new CrsmCommand(),
        new CchoCommand(),
        new CglaCommand(),
        new CchcCommand(),
    ];

    /// <summary>Executes a command line.</summary>
    /// <param name="line">The line without its terminator.</param>
    /// <param name="modem">What the command works on.</param>
    /// <returns>The answer; null for a line without AT in it, which a modem does not take for a command.</returns>
    public static AtAnswer? Execute(string line, ModemState modem)
    {
        // Whatever came before the AT is noise (V.250 5.2.1).
        int start = line.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;

        string body = line[(start + Prefix.Length)..].Trim();
        return body is [not (>= 'a' and <= 'z' or >= 'A' and <= 'Z'), ..]
            ? ExecuteExtended(AtRequest.Parse(body), modem)
            : BasicCommands.Execute(body, modem.Settings, modem.Behavior);
    }

    private static AtAnswer ExecuteExtended(AtRequest request, ModemState modem)
    {
        if (modem.Behavior.Refused.FirstOrDefault(r => r.Covers(request)) is { } refused)
            return refused.Refusal;

        AtCommand? command = Array.Find(_commands, c => c.Name == request.Name) ?? Iccid(request, modem.Behavior);
        return command is null ? AtAnswer.Error : command.Execute(request, modem);
    }

    private static IccidCommand? Iccid(AtRequest request, ModemBehavior behavior) =>
        behavior.IccidForms.FirstOrDefault(f => f.Command == request.Name) is { } form ? new(form) : null;
}
