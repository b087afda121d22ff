using Bootstrapper.Simulator.Commands;

namespace Bootstrapper.Simulator;

/// <summary>Executes command lines.</summary>
internal sealed class AtInterpreter(AtSettings settings)
{
    private const string Prefix = "AT";

    private static readonly AtCommand[] _commands =
    [
        new CmeeCommand(),
        new CpinCommand(),
        new CfunCommand(),
        new IdentityCommand("+CGMI", b => b.Manufacturer),
        new IdentityCommand("+CGMM", b => b.Model),
        new IdentityCommand("+CGMR", b => b.Revision),
        new CcidCommand(),
        new CimiCommand(),
        new CsimCommand(),
        new CrsmCommand(),
    ];

    /// <summary>Executes a command line.</summary>
    /// <param name="line">The line without its terminator.</param>
    /// <param name="context">What the command works on.</param>
    /// <returns>The answer; null for a line without AT in it, which a modem does not take for a command.</returns>
    public AtAnswer? Execute(string line, AtContext context)
    {
        // Whatever came before the AT is noise (V.250 5.2.1).
        int start = line.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;

        string body = line[(start + Prefix.Length)..].Trim();
        return body is [not (>= 'a' and <= 'z' or >= 'A' and <= 'Z'), ..]
            ? ExecuteExtended(AtRequest.Parse(body), context)
            : BasicCommands.Execute(body, settings, context.Behavior);
    }

    private static AtAnswer ExecuteExtended(AtRequest request, AtContext context)
    {
        AtCommand? command = Array.Find(_commands, c => c.Name == request.Name);
        return command is null ? AtAnswer.Error : command.Execute(request, context);
    }
}
