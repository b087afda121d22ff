namespace Bootstrapper.DeviceCheck.Walk;

/// <summary>What a signature has in it, at any depth, that the device cannot do.</summary>
[Flags]
internal enum SignatureTraits
{
    None = 0,
    Generic = 1,
    MultiDimensional = 2,
    Pointer = 4,
    Pinned = 8,
}
