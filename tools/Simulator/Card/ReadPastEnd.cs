namespace Bootstrapper.Simulator;

/// <summary>How a card answers a READ BINARY that asks for more bytes than are left.</summary>
public enum ReadPastEnd
{
    /// <summary>6Cxx, without the bytes, as T=0 has it.</summary>
    ExactLength,

    /// <summary>The bytes there are and 6282; for Le 00, which asks for what there is, 9000.</summary>
    Warning,

    /// <summary>The bytes there are and 9000.</summary>
    Success,
}
