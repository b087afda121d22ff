namespace Bootstrapper.Simulator;

/// <summary>What the other side can set about the dialogue.</summary>
internal sealed class AtSettings
{
    /// <summary>Gets or sets ATE.</summary>
    public bool Echo { get; set; }

    /// <summary>Gets or sets ATQ: whether there are no final results.</summary>
    public bool Quiet { get; set; }

    /// <summary>Gets or sets ATV.</summary>
    public bool Verbose { get; set; }

    /// <summary>Gets or sets AT+CMEE.</summary>
    public int CmeeLevel { get; set; }

    /// <summary>Restores what the modem starts with.</summary>
    public void Reset(ModemBehavior behavior)
    {
        Echo = behavior.Echo;
        Quiet = false;
        Verbose = true;
        CmeeLevel = 0;
    }
}
