namespace Bootstrapper.Simulator;

/// <summary>How the FCP of a file says what its conditions are (TS 102 221 9.2 and 11.1.1.4.7).</summary>
public enum AccessRuleForm
{
    /// <summary>Tag 8B: EF.ARR and the record.</summary>
    Reference,

    /// <summary>Tag 8B: EF.ARR of the application, for what is in one, and the record.</summary>
    ReferenceInApplication,

    /// <summary>Tag 8B: EF.ARR, and a record for each security environment: here the same one for 01 and 00.</summary>
    ReferenceByEnvironment,

    /// <summary>Tag AB: the rule itself, as it stands in a record of EF.ARR.</summary>
    Expanded,

    /// <summary>Tag 8C: bits, which say that a PIN is needed and not which.</summary>
    Compact,
}
