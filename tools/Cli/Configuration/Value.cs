namespace Bootstrapper.Cli.Configuration;

/// <summary>The value of a resource or a Resource Instance, by its data type (LwM2M TS Appendix C).</summary>
internal abstract record Value;

/// <summary>An Integer or a Time (seconds since 1970-01-01T00:00:00Z).</summary>
internal sealed record IntegerValue(long Value) : Value;

/// <summary>An Unsigned Integer.</summary>
internal sealed record UnsignedValue(ulong Value) : Value;

/// <summary>A Float.</summary>
internal sealed record FloatValue(double Value) : Value;

/// <summary>A Boolean.</summary>
internal sealed record BooleanValue(bool Value) : Value;

/// <summary>A String or Corelnk.</summary>
internal sealed record StringValue(string Value) : Value;

/// <summary>Opaque bytes; also whatever no definition explains.</summary>
internal sealed record OpaqueValue(byte[] Value) : Value;

/// <summary>An Objlnk; 65535 twice is the null link.</summary>
internal sealed record ObjectLinkValue(int ObjectId, int InstanceId) : Value;
