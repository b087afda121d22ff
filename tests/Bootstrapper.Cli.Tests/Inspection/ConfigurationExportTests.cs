using System.Text;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Tests.Configuration;
using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Cli.Tests.Inspection;

[TestClass]
public class ConfigurationExportTests
{
    [TestMethod]
    [DataRow("--json")]
    [DataRow("--config")]
    public void Export_AnyImage_MakesTheSameBytesAgain(string format)
    {
        foreach (BootstrapImage image in RandomImages.Take(300))
        {
            byte[] file = ImageWriter.Write(image);
            CommandRun run = CommandRun.Of(file, "inspect", "-", "--show-secrets", format);
            Assert.AreEqual("", run.Error);
            Assert.AreEqual(ExitCode.Done, run.Code);
            CollectionAssert.AreEqual(file, Generate(run));
        }
    }

    [TestMethod]
    [DataRow("--json")]
    [DataRow("--config")]
    public void Export_Examples_MakeTheSameBytesAgain(string format)
    {
        foreach (string example in (string[])[Vectors.A, Vectors.AppendixF, Vectors.Versions])
        {
            CommandRun run = CommandRun.Of(Hex.Bytes(example), "inspect", "-", "--show-secrets", format);

            Assert.AreEqual("", run.Error);
            Assert.AreEqual(example, Convert.ToHexString(Generate(run)));
        }
    }

    // What is printed is for programs: the padding is no part of it.
    [TestMethod]
    public void Export_Padding_IsLeftOut()
    {
        CommandRun run = CommandRun.Of(Hex.Bytes(Vectors.B), "inspect", "-", "--config");

        string[] expected =
        [
            "{",
            "    OID.Security: {",
            "        0: {",
            "            RID.Security.ServerURI: 'coap://leshan.eclipseprojects.io:5783',",
            "            RID.Security.Bootstrap: True,",
            "            RID.Security.Mode: 3,",
            "        },",
            "    },",
            "}",
        ];
        CollectionAssert.AreEqual(expected, run.Lines, run.Output);
        Assert.AreEqual("", run.Error);
        Assert.AreEqual(ExitCode.Done, run.Code);
    }

    [TestMethod]
    [DataRow("--json")]
    [DataRow("--config")]
    public void Export_MaskedKey_IsNoInputForGenerate(string format)
    {
        CommandRun run = CommandRun.Of(Hex.Bytes(Vectors.A), "inspect", "-", format);

        Assert.AreEqual(
            "simboot: standard input: warning: 1 value is masked: generate needs --show-secrets here", run.Error.TrimEnd());
        Assert.AreEqual(ExitCode.Done, run.Code);
        Assert.AreEqual(ExitCode.Usage, CommandRun.Of(Encoding.UTF8.GetBytes(run.Output), "generate").Code);
    }

    [TestMethod]
    public void Export_NumberLongerThanNeeded_SaysThatGenerateMakesOtherBytes()
    {
        CommandRun run = Export(Tlv.File(Tlv.Record(0, Tlv.Instance(1, "C20A0005"))));

        Assert.AreEqual(
            "simboot: standard input: warning: generate makes other bytes of this, 14 instead of 15: "
            + "every value in its shortest form",
            run.Error.TrimEnd());
        Assert.AreEqual(ExitCode.Done, run.Code);
    }

    [TestMethod]
    [DataRow("C11005", DisplayName = "A multiple resource in single form")]
    [DataRow("8301" + "410001", DisplayName = "A single resource in multiple form")]
    [DataRow("C302000001", DisplayName = "No Integer")]
    [DataRow("C10A05C10A05", DisplayName = "A resource twice")]
    public void Export_WhatNoConfigurationSays_SaysThatGenerateRefusesIt(string resources)
    {
        CommandRun run = Export(Tlv.File(Tlv.Record(0, Tlv.Instance(1, resources))));

        Assert.StartsWith("simboot: standard input: warning: generate refuses this: RID.Security.", run.Error);
        Assert.AreEqual(ExitCode.Done, run.Code);
    }

    [TestMethod]
    public void Export_DamagedFile_PrintsWhatIsSound()
    {
        CommandRun run = Export(Vectors.A[..(2 * 54)]);

        Assert.Contains("RID.Security.Bootstrap: False", run.Output);
        Assert.DoesNotContain("RID.Security.Mode", run.Output);
        Assert.AreEqual(
            "simboot: standard input: damaged: printed as far as it is sound, up to offset 54: the file is truncated",
            run.Error.TrimEnd());
        Assert.AreEqual(ExitCode.Content, run.Code);
    }

    [TestMethod]
    public void Export_Blank_PrintsNothing()
    {
        CommandRun run = Export("FFFFFFFFFF");

        Assert.AreEqual("", run.Output);
        Assert.AreEqual(ExitCode.Nothing, run.Code);
    }

    [TestMethod]
    [DataRow("--hex", "--json")]
    [DataRow("--json", "--config")]
    [DataRow("--hex", "--config")]
    public void Inspect_TwoForms_AreRefused(string one, string other)
    {
        CommandRun run = CommandRun.Of(Hex.Bytes(Vectors.A), "inspect", "-", one, other);

        Assert.AreEqual("simboot: --hex, --json and --config: choose one", run.Error.TrimEnd());
        Assert.AreEqual("", run.Output);
        Assert.AreEqual(ExitCode.Usage, run.Code);
    }

    private static CommandRun Export(string hex) =>
        CommandRun.Of(Hex.Bytes(hex), "inspect", "-", "--show-secrets", "--config");

    private static byte[] Generate(CommandRun run) =>
        CommandRun.Of(Encoding.UTF8.GetBytes(run.Output), "generate", "--no-validate").Binary;
}
