using Bootstrapper.Cli.Configuration;
using CsCheck;

namespace Bootstrapper.Cli.Tests.Configuration;

[TestClass]
public class RoundTripTests
{
    private const string Seed = "0000LwM2M004"; // one and the same inputs every time

    [TestMethod]
    public void DescribeAndBind_RandomImage_IsTheIdentity() => RandomImages.Any.Sample(
        image =>
        {
            byte[] bytes = ImageWriter.Write(image);
            BootstrapImage bound = new ConfigurationBinder(".").Bind(ImageDescriber.Describe(image, showSecrets: true));
            return ImageWriter.Write(bound).AsSpan().SequenceEqual(bytes);
        },
        seed: Seed,
        iter: 2000,
        threads: 1);
}
