namespace Bootstrapper.Simulator.Commands;

/// <summary>One extended command.</summary>
internal abstract class AtCommand(string name)
{
    /// <summary>Gets the name in upper case, the leading sign included.</summary>
    public string Name => name;

    /// <summary>Executes the command in any of its forms.</summary>
    public abstract AtAnswer Execute(AtRequest request, ModemState modem);
}
