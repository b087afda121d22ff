using System.Text;
using Bootstrapper.Card;
using Bootstrapper.Desktop;
using Bootstrapper.Lwm2m;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.EndToEnd;

/// <summary>The whole flow against the simulated modem and SIM, in memory and on a clock that only waiting moves.</summary>
[TestClass]
public sealed class SmartCardBootstrapTests
{
    private readonly ManualClock _clock = new();

    private static IEnumerable<object[]> Modems =>
    [
        [new ModemBehavior()],
        [new ModemBehavior { Echo = false }],
        [new ModemBehavior { ResolvesGetResponse = false }],
        [new ModemBehavior { PieceSize = 1, PieceDelay = TimeSpan.FromMilliseconds(1) }],
        [new ModemBehavior { PieceSize = 7, ResponseDelay = TimeSpan.FromMilliseconds(400), ResolvesGetResponse = false }],
        [new ModemBehavior
        {
            Unsolicited =
            [
                new("+CREG: 1", UnsolicitedPlace.Before),
                new("*PSUTTZ: 26,11,24", UnsolicitedPlace.Between),
                new("+CEREG: 1", UnsolicitedPlace.After),
            ],
        }],
    ];

    [TestMethod]
    [DynamicData(nameof(Modems))]
    public void Run_ExampleSim_FindsItsAccount(ModemBehavior behavior)
    {
        SimulatedModem modem = Modem(ExampleCard.Create(), behavior);

        BootstrapResult result = Bootstrap(modem).Run();

        Assert.AreEqual(BootstrapOutcome.Provisioned, result.Outcome);
        Assert.AreEqual(ExampleCard.Iccid, result.Iccid);
        SecurityInstance security = result.Configuration.FindSecurity(1);
        Assert.AreEqual("coaps://eu.iot.avsystem.cloud:5684", security.ServerUri);
        Assert.IsFalse(security.IsBootstrapServer);
        Assert.AreEqual(SecurityModes.PreSharedKey, security.SecurityMode);
        Assert.AreEqual("example-psk-identity", Encoding.UTF8.GetString(security.PublicKeyOrIdentity));
        Assert.AreEqual("3x@mpl3P5K53cr3tK3y", Encoding.UTF8.GetString(security.SecretKey));
        ServerInstance server = result.Configuration.FindServer(1);
        Assert.AreEqual(86400, server.Lifetime);
        Assert.IsFalse(server.NotificationStoring);
        Assert.AreEqual("U", server.Binding);
        Assert.IsEmpty(modem.Card!.OpenChannels, "the channel is closed");
    }

    [TestMethod]
    public void Run_Twice_FindsTheSame()
    {
        SmartCardBootstrap bootstrap = Bootstrap(Modem(ExampleCard.Create()));

        BootstrapResult first = bootstrap.Run();
        BootstrapResult second = bootstrap.Run();

        Assert.AreEqual(first.Content.Digest, second.Content.Digest);
        Assert.AreNotSame(first.Configuration, second.Configuration);
        Assert.AreEqual(BootstrapOutcome.Provisioned, second.Outcome);
    }

    [TestMethod]
    public void WorkingAccess_MalformedFile_IsTheWayToIt()
    {
        SmartCardBootstrap bootstrap = Bootstrap(Modem(TestCards.Truncated()));

        Assert.ThrowsExactly<ContentException>(() => bootstrap.Run());

        Assert.AreEqual(CardAccess.CsimChannel, bootstrap.WorkingAccess);
    }

    [TestMethod]
    public void WorkingAccess_FileThatWantsAPin_IsTheWayToIt()
    {
        SmartCardBootstrap bootstrap = Bootstrap(Modem(TestCards.Guarded(AccessCondition.Key(0x0A))));

        Assert.AreEqual(BootstrapOutcome.PinRequired, bootstrap.Run().Outcome);

        Assert.AreEqual(CardAccess.CsimChannel, bootstrap.WorkingAccess);
    }

    [TestMethod]
    public void Run_ModemWithOtherSettings_PutsThemBack()
    {
        SimulatedModem modem = Modem(ExampleCard.Create(), new() { Echo = true });
        Ask(modem, "AT+CMEE=2");

        Bootstrap(modem).Run();

        Assert.AreEqual("AT+CMEE?\r\r\n+CMEE: 2\r\n\r\nOK\r\n", Ask(modem, "AT+CMEE?"));
    }

    [TestMethod]
    public void Run_ModemResolvesGetResponse_KeepsTheBudgetOfCommands()
    {
        Assert.AreEqual(12, CommandsOnTheChannel(new ModemBehavior()));
    }

    [TestMethod]
    public void Run_ModemPassesGetResponseOn_KeepsTheBudgetOfCommands()
    {
        Assert.IsLessThanOrEqualTo(18, CommandsOnTheChannel(new ModemBehavior { ResolvesGetResponse = false }));
    }

    // The two of EF(ICCID), the application, the two of the file; then the MF and the USIM once more. Not one GET RESPONSE.
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Check_OnTheBasicChannel_FetchesNoFcp(bool resolvesGetResponse)
    {
        const int Selects = 3;
        const int Reads = 2;
        const int PuttingBack = 2;
        ModemBehavior behavior = new() { ResolvesGetResponse = resolvesGetResponse };
        BootstrapOptions options = new() { Access = CardAccess.CsimBasic, AllowsBasicChannel = true };
        BreakableLink link = new(new SimulatorLink(Modem(ExampleCard.Create(), behavior)));
        SmartCardBootstrap bootstrap = new(link, _clock, options);
        byte[] state = bootstrap.Run().State;
        int before = link.Commands.Count;

        Assert.AreEqual(CardChange.Unchanged, bootstrap.Check(state));

        Assert.HasCount(before + Selects + Reads + PuttingBack, link.Commands);
    }

    [TestMethod]
    [DataRow(CmeError.PhoneFailure)]
    [DataRow(CmeError.OperationNotAllowed)]
    [DataRow(CmeError.OperationNotSupported)]
    [DataRow(CmeError.IncorrectParameters)]
    [DataRow(CmeError.Unknown)]
    public void Run_ModemWantsLeBehindData_FindsTheAccountOverASession(CmeError error)
    {
        RefusedApdu[] refused = [new(ApduForm.DataWithoutLe, Refusal.Cme(error))];
        ModemBehavior behavior = new() { Csim = new() { Refused = refused }, Sessions = new() { Refused = refused } };
        SmartCardBootstrap bootstrap = Bootstrap(Modem(ExampleCard.Create(), behavior));

        Assert.AreEqual(BootstrapOutcome.Provisioned, bootstrap.Run().Outcome);
        Assert.AreEqual(CardAccess.Cgla, bootstrap.WorkingAccess);
    }

    [TestMethod]
    public void Run_FileOf32KB_LoadsIt()
    {
        BootstrapResult result = Bootstrap(Modem(ExampleCard.Create(TestCards.LargeFile()))).Run();

        Assert.AreEqual(BootstrapOutcome.Provisioned, result.Outcome);
        Assert.HasCount(1, result.Configuration.ServerInstances);
        Assert.AreEqual(10, result.Content.SkippedObjects[0].ObjectId);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(100)]
    [DataRow(255)]
    public void Run_AnyChunkSize_LoadsTheFile(int chunkSize)
    {
        BootstrapOptions options = new() { ChunkSize = chunkSize };

        BootstrapResult result = Bootstrap(Modem(ExampleCard.Create(TestCards.LargeFile(1000))), options).Run();

        Assert.AreEqual(BootstrapOutcome.Provisioned, result.Outcome);
    }

    [TestMethod]
    public void Run_PaddingAfterTheContent_IsNotInTheDigest()
    {
        byte[] padded = [.. ExampleCard.BootstrapFile(), .. new byte[300]];

        BootstrapResult filled = Bootstrap(Modem(ExampleCard.Create())).Run();
        BootstrapResult zeros = Bootstrap(Modem(ExampleCard.Create(padded))).Run();

        Assert.AreEqual(Crc32(ExampleCard.BootstrapFile()), filled.Content.Digest);
        Assert.AreEqual(filled.Content.Digest, zeros.Content.Digest);
    }

    [TestMethod]
    public void Run_NoCard_EndsAsNoCard() => ExpectOutcome(BootstrapOutcome.NoCard, null);

    [TestMethod]
    public void Run_PinNotEntered_EndsAsPinRequired() =>
        ExpectOutcome(BootstrapOutcome.PinRequired, ExampleCard.Create(pinEnabled: true));

    [TestMethod]
    public void Run_PinBlocked_EndsAsPinBlocked()
    {
        CardImage image = ExampleCard.Create(pinEnabled: true);
        image.Pin(0x01)!.TriesLeft = 0;
        ExpectOutcome(BootstrapOutcome.PinBlocked, image);
    }

    [TestMethod]
    public void Run_NoPkcs15Application_EndsAsNoApplication() =>
        ExpectOutcome(BootstrapOutcome.NoApplication, TestCards.WithoutApplication());

    [TestMethod]
    [DataRow(ExampleCard.ObjectDirectoryFileId)]
    [DataRow(ExampleCard.DataObjectDirectoryFileId)]
    [DataRow(ExampleCard.BootstrapFileId)]
    public void Run_AFileOnTheWayIsMissing_EndsAsNoBootstrapFile(ushort fileId) =>
        ExpectOutcome(BootstrapOutcome.NoBootstrapFile, TestCards.Without(fileId));

    [TestMethod]
    public void Run_FileNeverWritten_EndsAsBlank() =>
        ExpectOutcome(BootstrapOutcome.Blank, ExampleCard.Create([0xFF, 0xFF, 0xFF, 0xFF]));

    [TestMethod]
    public void Run_FileOfZeros_EndsAsEmpty() => ExpectOutcome(BootstrapOutcome.Empty, ExampleCard.Create(new byte[256]));

    [TestMethod]
    public void Run_FileBehindAPin_EndsAsPinRequired() =>
        ExpectOutcome(BootstrapOutcome.PinRequired, TestCards.Guarded(AccessCondition.Key(0x0A)));

    [TestMethod]
    public void Run_FileOnASecureChannelOnly_EndsAsSecureChannelRequired() =>
        ExpectOutcome(BootstrapOutcome.SecureChannelRequired, TestCards.Guarded(AccessCondition.SecureChannel));

    [TestMethod]
    public void Run_ContradictoryFile_EndsAsInconsistentWithEveryViolation()
    {
        BootstrapResult result = ExpectOutcome(
            BootstrapOutcome.Inconsistent, ExampleCard.Create(TestCards.InconsistentFile()));

        CollectionAssert.AreEquivalent(
            new[] { "/0/1/10", "/1/1/0" }, result.Content.Findings.Where(f => f.IsViolation).Select(f => f.Path).ToArray());
        Assert.IsNull(result.Configuration);
    }

    [TestMethod]
    public void Run_TruncatedFile_ThrowsContentAndClosesTheChannel()
    {
        SimulatedModem modem = Modem(TestCards.Truncated());

        ContentException e = Assert.ThrowsExactly<ContentException>(() => Bootstrap(modem).Run());

        Assert.AreEqual(30, e.Offset);
        Assert.IsEmpty(modem.Card!.OpenChannels);
    }

    [TestMethod]
    public void Run_StatusWordThatNothingExplains_ThrowsCardAndClosesTheChannel()
    {
        SimulatedModem modem = Modem(TestCards.WithRecords());

        CardException e = Assert.ThrowsExactly<CardException>(() => Bootstrap(modem).Run());

        Assert.AreEqual(0x6981, e.StatusWord, "command incompatible with file structure");
        Assert.AreEqual("READ BINARY EF LwM2M_Bootstrap", e.Step);
        Assert.IsEmpty(modem.Card!.OpenChannels);
    }

    [TestMethod]
    public void Run_NoChannelLeft_ThrowsCard()
    {
        SimulatedModem modem = Modem(new SimulatedCard(ExampleCard.Create(), new() { LogicalChannels = 0 }));
        BootstrapOptions options = new() { Access = CardAccess.CsimChannel };

        CardException e = Assert.ThrowsExactly<CardException>(
            () => new SmartCardBootstrap(new SimulatorLink(modem), _clock, options).Run());

        Assert.AreEqual("MANAGE CHANNEL", e.Step);
    }

    [TestMethod]
    public void Run_NoChannelLeft_GoesOnFileByFile()
    {
        SimulatedModem modem = Modem(new SimulatedCard(ExampleCard.Create(), new() { LogicalChannels = 0 }));
        SmartCardBootstrap bootstrap = Bootstrap(modem);

        Assert.AreEqual(BootstrapOutcome.Provisioned, bootstrap.Run().Outcome);
        Assert.AreEqual(CardAccess.Crsm, bootstrap.WorkingAccess);
    }

    [TestMethod]
    public void Run_SilentModem_ThrowsModemAndTheNextRunWorks()
    {
        SimulatedModem modem = Modem(ExampleCard.Create());
        BreakableLink link = new(new SimulatorLink(modem)) { IsSilent = true };
        SmartCardBootstrap bootstrap = new(link, _clock);

        ModemException e = Assert.ThrowsExactly<ModemException>(() => bootstrap.Run());
        link.IsSilent = false;
        BootstrapResult result = bootstrap.Run();

        Assert.AreEqual(AtStatus.NoAnswer, e.Status);
        Assert.AreEqual(BootstrapOutcome.Provisioned, result.Outcome);
    }

    [TestMethod]
    public void Run_CardPulledAtAnyCommand_EndsAsNoCardAndTheNextRunWorks()
    {
        SimulatedCard card = new(ExampleCard.Create());
        SimulatedModem modem = Modem(card);
        BreakableLink link = new(new SimulatorLink(modem));
        SmartCardBootstrap bootstrap = new(link, _clock);
        int commands = CommandsOfRun(bootstrap, link);
        Assert.IsGreaterThan(12, commands);

        for (int i = 0; i < commands - 4; i++)
        {
            link.BeforeCommand(i, () => modem.Card = null);
            BootstrapOutcome outcome = bootstrap.Run().Outcome;
            Assert.AreEqual(BootstrapOutcome.NoCard, outcome, $"command {i}");

            modem.Card = card;
            Assert.AreEqual(BootstrapOutcome.Provisioned, bootstrap.Run().Outcome, $"after command {i}");
        }
    }

    [TestMethod]
    public void Cancel_AtAnyCommand_EndsAsCancelledAndClosesTheChannel()
    {
        SimulatedModem modem = Modem(ExampleCard.Create());
        BreakableLink link = new(new SimulatorLink(modem));
        SmartCardBootstrap bootstrap = new(link, _clock);
        int commands = CommandsOfRun(bootstrap, link);

        for (int i = 0; i < commands - 4; i++)
        {
            link.BeforeCommand(i, bootstrap.Cancel);
            Assert.AreEqual(BootstrapOutcome.Cancelled, bootstrap.Run().Outcome, $"command {i}");
            Assert.IsEmpty(modem.Card!.OpenChannels, $"command {i}");
        }

        Assert.AreEqual(BootstrapOutcome.Provisioned, bootstrap.Run().Outcome);
    }

    // The first run asks what the modem is, too.
    private static int CommandsOfRun(SmartCardBootstrap bootstrap, BreakableLink link)
    {
        bootstrap.Run();
        int before = link.CommandCount;
        bootstrap.Run();
        return link.CommandCount - before;
    }

    [TestMethod]
    public void Cancel_TooLate_DoesNotReachTheNextRun()
    {
        // Nothing to put back: no command comes after the channel is closed that could take the wish.
        SimulatedModem modem = Modem(ExampleCard.Create(), new() { Echo = false });
        Ask(modem, "AT+CMEE=1");
        BreakableLink link = new(new SimulatorLink(modem));
        SmartCardBootstrap bootstrap = new(link, _clock);
        int commands = CommandsOfRun(bootstrap, link);

        for (int i = 0; i < commands; i++)
        {
            link.BeforeCommand(i, bootstrap.Cancel);
            bootstrap.Run();
            Assert.AreEqual(BootstrapOutcome.Provisioned, bootstrap.Run().Outcome, $"after command {i}");
        }
    }

    [TestMethod]
    public void Run_AnswersToOpenWereLost_FreesTheChannelsAndWorks()
    {
        SimulatedCard card = new(ExampleCard.Create(), new() { LogicalChannels = 3 });
        for (int i = 0; i < 3; i++)
            card.Transmit([0x00, 0x70, 0x00, 0x00, 0x01]);

        Assert.AreEqual(BootstrapOutcome.Provisioned, Bootstrap(Modem(card)).Run().Outcome);
    }

    [TestMethod]
    public void Run_TornResponse_IsNotHandedOutAsNews()
    {
        SimulatedModem modem = Modem(ExampleCard.Create());
        SmartCardBootstrap bootstrap = new(new LossyLink(new SimulatorLink(modem), "+CSIM: 484"), _clock);
        List<string> news = [];
        bootstrap.Modem.UnsolicitedLine += (buffer, offset, length) =>
            news.Add(Encoding.ASCII.GetString(buffer, offset, length));

        ModemException e = Assert.ThrowsExactly<ModemException>(() => bootstrap.Run());

        Assert.AreEqual(AtStatus.Garbled, e.Status);
        Assert.IsFalse(news.Any(line => line.Contains("3378406D", StringComparison.Ordinal)), string.Join('\n', news));
    }

    [TestMethod]
    public void Run_WithinARun_IsRefused()
    {
        SmartCardBootstrap? bootstrap = null;
        CallingLog log = new(() => Assert.ThrowsExactly<InvalidOperationException>(() => bootstrap!.Run()));
        bootstrap = new(new SimulatorLink(Modem(ExampleCard.Create())), _clock, new(), log);

        Assert.AreEqual(BootstrapOutcome.Provisioned, bootstrap.Run().Outcome);
        Assert.AreNotEqual(0, log.Count);
    }

    [TestMethod]
    public void Run_MoreInstancesThanTheApplicationWants_ThrowsContent()
    {
        BootstrapOptions options = new() { MaxInstances = 1 };

        Assert.ThrowsExactly<ContentException>(() => Bootstrap(Modem(ExampleCard.Create()), options).Run());
    }

    [TestMethod]
    public void Run_AfterACardWithIccid_DoesNotReportItAgain()
    {
        SimulatedModem modem = Modem(ExampleCard.Create());
        SmartCardBootstrap bootstrap = Bootstrap(modem);
        bootstrap.Run();

        modem.Card = null;

        Assert.IsNull(bootstrap.Run().Iccid);
    }

    [TestMethod]
    public void Run_LongerIdentifierInEfDirThatTheCardLacks_TakesTheRegisteredOne()
    {
        CardImage image = ExampleCard.Create();
        Memory<byte> record = image.MasterFile.File(ExampleCard.ApplicationDirectoryFileId)!.Record(2);
        record.Span.Fill(0xFF);
        byte[] template = [0x61, 0x0F, 0x4F, 0x0D, .. ExampleCard.Pkcs15Aid, 0x07];
        template.CopyTo(record);

        ExpectOutcome(BootstrapOutcome.Provisioned, image);
    }

    [TestMethod]
    public void Run_OtherWaysThanTheStandards_AreTaken()
    {
        CardImage image = ExampleCard.Create();
        image.Application(ExampleCard.Pkcs15Aid)!.Remove(ExampleCard.ObjectDirectoryFileId);
        BootstrapOptions options = new()
        {
            ApplicationIdentifier = ExampleCard.Pkcs15Aid.ToArray(),
            FileIdentifier = ExampleCard.BootstrapFileId,
        };

        Assert.AreEqual(BootstrapOutcome.Provisioned, Bootstrap(Modem(image), options).Run().Outcome);
    }

    [TestMethod]
    public void Run_AnotherObjectIdentifier_FindsNoFile()
    {
        BootstrapOptions options = new() { ObjectIdentifier = [0x67, 0x2B, 0x09, 0x02] };

        Assert.AreEqual(BootstrapOutcome.NoBootstrapFile, Bootstrap(Modem(ExampleCard.Create()), options).Run().Outcome);
    }

    [TestMethod]
    public void Run_CardWithoutEfDir_FindsTheApplicationByItsWellKnownIdentifier() =>
        ExpectOutcome(BootstrapOutcome.Provisioned, TestCards.Without(ExampleCard.ApplicationDirectoryFileId));

    [TestMethod]
    public void Run_CardWithoutIccid_DoesWithout()
    {
        BootstrapResult result = ExpectOutcome(
            BootstrapOutcome.Provisioned, TestCards.Without(ExampleCard.IccidFileId));
        Assert.IsNull(result.Iccid);
    }

    private sealed class CallingLog(Action action) : ILog
    {
        public int Count { get; private set; }

        public void Write(string line)
        {
            Count++;
            action();
        }
    }

    private BootstrapResult ExpectOutcome(BootstrapOutcome outcome, CardImage? image)
    {
        SimulatedModem modem = Modem(image);
        BootstrapResult result = Bootstrap(modem).Run();
        Assert.AreEqual(outcome, result.Outcome);
        Assert.IsEmpty(modem.Card?.OpenChannels ?? [], "the channel is closed");
        return result;
    }

    private int CommandsOnTheChannel(ModemBehavior behavior)
    {
        SimulatedModem modem = Modem(ExampleCard.Create(), behavior);
        BreakableLink link = new(new SimulatorLink(modem));
        new SmartCardBootstrap(link, _clock).Run();
        return link.Commands.Count(command => command.StartsWith("AT+CSIM", StringComparison.Ordinal));
    }

    private SimulatedModem Modem(CardImage? image, ModemBehavior? behavior = null) =>
        Modem(image is null ? null : new SimulatedCard(image), behavior);

    private SimulatedModem Modem(SimulatedCard? card, ModemBehavior? behavior = null) => new(card, behavior, _clock);

    private SmartCardBootstrap Bootstrap(SimulatedModem modem, BootstrapOptions? options = null) =>
        new(new SimulatorLink(modem), _clock, options ?? new(), null);

    private static string Ask(SimulatedModem modem, string command)
    {
        modem.Write(Encoding.ASCII.GetBytes(command + "\r"));
        byte[] answer = new byte[256];
        int length = 0;
        int read;
        while ((read = modem.Read(answer.AsSpan(length))) > 0)
            length += read;
        return Encoding.ASCII.GetString(answer, 0, length);
    }

    // Bit by bit, as the definition has it, so that it shares nothing with the library's.
    private static uint Crc32(byte[] bytes)
    {
        uint register = 0xFFFFFFFF;
        foreach (byte b in bytes)
        {
            register ^= b;
            for (int bit = 0; bit < 8; bit++)
                register = (register & 1) != 0 ? (register >> 1) ^ 0xEDB88320 : register >> 1;
        }

        return ~register;
    }
}
