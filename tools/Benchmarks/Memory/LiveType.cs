namespace Bootstrapper.Benchmarks.Memory;

/// <summary>The live objects of one type.</summary>
/// <param name="Name">The type's name, an array's with its length.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Size">What they take on the device, in bytes.</param>
internal sealed record LiveType(string Name, int Count, int Size);
