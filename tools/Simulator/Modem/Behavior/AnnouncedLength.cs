namespace Bootstrapper.Simulator;

/// <summary>What the number in front of an APDU's response says.</summary>
public enum AnnouncedLength
{
    /// <summary>The number of hexadecimal digits, as 3GPP TS 27.007 8.17 wants it.</summary>
    Digits,

    /// <summary>The number of bytes.</summary>
    Bytes,

    /// <summary>10, whatever the response.</summary>
    AlwaysTen,
}
