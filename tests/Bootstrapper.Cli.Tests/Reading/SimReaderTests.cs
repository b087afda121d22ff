using Bootstrapper.Cli.Reading;
using Bootstrapper.Cli.Tests.Read;
using Bootstrapper.Host.Tests.Matrix;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Reading;

/// <summary>Cancelling, faults and progress of the reading of a SIM.</summary>
[TestClass]
public sealed class SimReaderTests
{
    [TestMethod]
    [DataRow(CardAccess.CsimChannel)]
    [DataRow(CardAccess.Cgla)]
    [DataRow(CardAccess.Crsm)]
    [DataRow(CardAccess.CsimBasic)]
    public void Cancel_AtAnyCommand_ClosesTheChannelAndPutsTheSettingsBack(CardAccess way)
    {
        for (int i = 0; ; i++)
        {
            using ReadRun run = new(new(ExampleCard.Create()));
            MatrixModem.Prepare(run.Modem, run.Clock, "AT+CMEE=2");
            string settings = MatrixModem.Settings(run.Modem, run.Clock);
            SimReader reader = new(run.Link, run.Clock, Options(way), null);
            run.Link.BeforeCommand(i, reader.Cancel);

            bool isCancelled = IsCancelled(reader);

            if (run.Link.CommandCount <= i)
            {
                Assert.IsFalse(isCancelled);
                Assert.IsGreaterThan(20, i, "there were commands to cancel at");
                return;
            }

            Assert.AreEqual(settings, MatrixModem.Settings(run.Modem, run.Clock), $"settings, cancelled at command {i}");
            Assert.IsEmpty(run.Modem.Card!.OpenChannels, $"channels, cancelled at command {i}");
        }
    }

    [TestMethod]
    public void Cancel_BetweenTwoReads_ReadsNoMore()
    {
        using ReadRun run = new(new(ExampleCard.Create(BootstrapContent.Large())));
        SimReader? reader = null;
        ProgressList progress = new(() => reader!.Cancel());
        reader = new(run.Link, run.Clock, new BootstrapOptions(), progress);

        CommandException e = Assert.ThrowsExactly<CommandException>(() => reader.Read());

        Assert.AreEqual(ExitCode.Nothing, e.Code);
        Assert.AreEqual("cancelled", e.Message);
        Assert.HasCount(1, progress.Sized);
    }

    [TestMethod]
    [DataRow(CardAccess.CsimChannel)]
    [DataRow(CardAccess.Cgla)]
    public void Read_ModemSilentFromAnyCommandOn_EndsAsModem(CardAccess way)
    {
        for (int i = 0; ; i++)
        {
            using ReadRun run = new(new(ExampleCard.Create()));
            run.Link.BeforeCommand(i, () => run.Link.IsSilent = true);
            SimReader reader = new(run.Link, run.Clock, Options(way), null);
            try
            {
                reader.Read();
                if (run.Link.CommandCount <= i)
                    return;
            }
            catch (ModemException e)
            {
                Assert.AreEqual(AtStatus.NoAnswer, e.Status, $"command {i}");
            }
        }
    }

    [TestMethod]
    public void Read_FileWrittenBetweenThePasses_SaysSo()
    {
        CardImage card = ExampleCard.Create();
        using ReadRun run = new(new(card));
        ElementaryFile file = card.File("A000000063504B43532D3135/6432")!;
        bool isFirst = true;
        run.Modem.Card!.Transmitted += exchange =>
        {
            // MANAGE CHANNEL close ends a pass.
            if (isFirst && exchange.Command.Span is [_, 0x70, 0x80, ..])
            {
                isFirst = false;
                file.Content.Span[41] ^= 0x01;
            }
        };

        CommandException e = Assert.ThrowsExactly<CommandException>(
            () => new SimReader(run.Link, run.Clock, new BootstrapOptions(), null).Read());

        Assert.AreEqual(ExitCode.Content, e.Code);
        Assert.AreEqual("EF LwM2M_Bootstrap changed while it was read: read it again", e.Message);
    }

    [TestMethod]
    public void Progress_LargeFile_GoesUpToTheSizeOfTheFile()
    {
        using ReadRun run = new(new(ExampleCard.Create(BootstrapContent.Large(2000))));
        ProgressList progress = new(() => { });

        SimReading reading = new SimReader(run.Link, run.Clock, new BootstrapOptions(), progress).Read();

        Assert.AreEqual(2000, reading.Image!.Length);
        int[] expected = [240, 480, 720, 960, 1200, 1440, 1680, 1920, 2000];
        CollectionAssert.AreEqual(expected, progress.Sized);
        Assert.AreEqual(2000, progress.Size);
        Assert.Contains("looking for the PKCS#15 application", progress.Steps);
        Assert.Contains("reading EF LwM2M_Bootstrap", progress.Steps);
    }

    private static BootstrapOptions Options(CardAccess way) =>
        new() { Access = way, AllowsBasicChannel = way == CardAccess.CsimBasic };

    private static bool IsCancelled(SimReader reader)
    {
        try
        {
            SimVerdict verdict = reader.Read().Verdict;
            return verdict.Code != ExitCode.Done;
        }
        catch (CommandException e)
        {
            Assert.AreEqual("cancelled", e.Message);
            return true;
        }
    }

    private sealed class ProgressList(Action onSized) : IReadProgress
    {
        public List<string> Steps { get; } = [];

        public List<int> Sized { get; } = [];

        public int? Size { get; private set; }

        public void Step(string text) => Steps.Add(text);

        public void Bytes(int read, int? size)
        {
            if (size is null)
                return;
            Sized.Add(read);
            Size = size;
            onSized();
        }
    }
}
