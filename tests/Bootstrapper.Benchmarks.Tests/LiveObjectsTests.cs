using Bootstrapper.Benchmarks.Memory;
using Bootstrapper.Card;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Benchmarks.Tests;

[TestClass]
public sealed class LiveObjectsTests
{
    [TestMethod]
    public void Size_Nothing_IsThatOfTheStaticFields() => Assert.AreEqual(0, new LiveObjects().Size, "there are none");

    [TestMethod]
    public void Size_ObjectTwice_CountsOnce()
    {
        byte[] bytes = new byte[4];

        Assert.AreEqual(24, new LiveObjects(bytes, bytes, new object[] { bytes }[0]).Size);
    }

    [TestMethod]
    public void Size_ArrayOfReferences_CountsWhatTheyReferTo()
    {
        object[] values = [1L, true, new string('a', 20), new byte[4]];

        // The array, two boxes, a string, bytes.
        Assert.AreEqual(72 + 24 + 24 + 36 + 24, new LiveObjects([values]).Size);
    }

    [TestMethod]
    public void Size_Literals_CountForEachReference()
    {
        string[] values = ["literal", "literal"];

        Assert.AreEqual(48 + (2 * 12), new LiveObjects([values]).Size);
    }

    [TestMethod]
    public void Size_ObjectsOfTheApplication_AreLeftOut()
    {
        VirtualClock clock = new();
        CardFileReader reader = new(new Suites.ImageFiles(Simulator.ExampleCard.Create()), 240);

        Assert.AreEqual(0, new LiveObjects(clock).Size);
        Assert.AreEqual(nameof(CardFileReader), new LiveObjects(reader).Types.Single().Name);
    }

    [TestMethod]
    public void Types_OfASource_AreItsObjects()
    {
        ByteArraySource source = new(new byte[100]);

        LiveObjects alive = new(source);

        CollectionAssert.AreEqual(
            new LiveType[] { new("byte[100]", 1, 120), new(nameof(ByteArraySource), 1, 36) }, alive.Types.ToArray());
        Assert.AreEqual(156, alive.Size);
    }
}
