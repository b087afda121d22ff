namespace Bootstrapper.Simulator;

/// <summary>What sessions are called.</summary>
public enum SessionNames
{
    /// <summary>The smallest number from 1 on that is free.</summary>
    Numbers,

    /// <summary>A name of 16 hexadecimal digits in lower case, never the same twice.</summary>
    Handles,
}
