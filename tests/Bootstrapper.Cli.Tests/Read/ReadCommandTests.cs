using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Read;

[TestClass]
public sealed class ReadCommandTests
{
    [TestMethod]
    public void Read_ExampleSim_TellsTheStepsAndSavesTheContent()
    {
        using ReadRun run = new(new(ExampleCard.Create()));

        Assert.AreEqual(ExitCode.Done, run.Run("-o", "{sim.bin}"), run.Error);

        Assert.AreEqual(
            """
            ICCID               8988000000000000016
            way                 AT+CSIM, a logical channel, modem profile Default
            EF.DIR              4 records of 48 bytes, 2 applications
            PKCS#15             A000000063504B43532D3135 at 3F005015
            EF(ODF)             5031: 128 bytes
            EF(DODF)            6430: 128 bytes
            EF LwM2M_Bootstrap  6432: 256 bytes, content 126 bytes, CRC-32 CACEC06C

            """.ReplaceLineEndings(),
            run.Output);
        CollectionAssert.AreEqual(ExampleCard.BootstrapFile(), File.ReadAllBytes(run.At("sim.bin")));
        Assert.AreEqual("", run.Error);
    }

    [TestMethod]
    public void Card_ExampleSim_IsACardThatTheSimulatorServes()
    {
        using ReadRun run = new(new(ExampleCard.Create()));

        Assert.AreEqual(ExitCode.Done, run.Run("--card", "-o", "{card}"), run.Error);

        CardImage image = CardImage.Load(run.At("card"));
        foreach (string path in new[] { "3F00/2F00", "3F00/2FE2", "A000000063504B43532D3135/5031", "A000000063504B43532D3135/6432" })
            CollectionAssert.AreEqual(ExampleCard.Create().File(path)!.Content.ToArray(), image.File(path)!.Content.ToArray(), path);
    }
}
