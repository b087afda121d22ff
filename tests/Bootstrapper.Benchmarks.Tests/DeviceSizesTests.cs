using System.Collections;
using Bootstrapper.Benchmarks.Memory;

namespace Bootstrapper.Benchmarks.Tests;

/// <summary>Sizes as they were measured on nanoFramework's runtime (32 bits).</summary>
[TestClass]
public sealed class DeviceSizesTests
{
    private static IEnumerable<object[]> Measured =>
    [
        ["empty class", new Empty(), 12],
        ["fields of any type are a block each, those of the base class as well", new Derived(), 12 + (4 * 12)],
        ["boxed number", 1, 24],
        ["byte[0]", Array.Empty<byte>(), 24],
        ["byte[4]", new byte[4], 24],
        ["byte[5]", new byte[5], 36],
        ["int[100]", new int[100], 420],
        ["object[100]", new object[100], 1224],
        ["string of 1", "1", 24],
        ["string of 20", new string('a', 20), 36],
        ["string of 100", new string('a', 100), 120],
        ["characters are UTF-8", new string('ä', 6), 36],
        ["list of none has room for four", new ArrayList(), 48 + 72],
        ["capturing lambda, less the object that holds what it captures", () => { }, 60 - 24],
    ];

    [TestMethod]
    [DynamicData(nameof(Measured))]
    public void Of_Object_IsAsOnTheDevice(string what, object value, int size) =>
        Assert.AreEqual(size, DeviceSizes.Of(value), what);

    private sealed class Empty
    {
    }

    private class Base
    {
        private readonly byte _small = 1;
        private readonly long _large = 2;

        public long Sum => _small + _large;
    }

    private sealed class Derived : Base
    {
        private readonly object _reference = "";

        public bool IsThere { get; } = true;

        public override string? ToString() => _reference.ToString();
    }
}
