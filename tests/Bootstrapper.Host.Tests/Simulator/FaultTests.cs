using System.Text;
using Bootstrapper.Simulator;
using Microsoft.Extensions.Time.Testing;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>What each fault does to the command that it befalls.</summary>
[TestClass]
public sealed class FaultTests
{
    private const string Open = "AT+CSIM=10,\"0070000001\"";
    private const string Opened = "\r\n+CSIM: 6,\"019000\"\r\n\r\nOK\r\n";
    private const string SelectIccid = "AT+CSIM=14,\"00A4000C022FE2\"";
    private const string ReadIccid = "AT+CSIM=10,\"00B000000A\"";

    private readonly FakeTimeProvider _time = new();

    [TestMethod]
    public void Silent_Command_IsNeitherExecutedNorAnswered()
    {
        SimulatedModem modem = CreateModem(new SilentFault());

        Assert.AreEqual("", modem.Ask(Open));
        Assert.IsNull(modem.NextOutput);
        Assert.IsEmpty(modem.Card!.OpenChannels);
        Assert.AreEqual(Opened, modem.Ask(Open), "the next one is");
    }

    [TestMethod]
    public void Silent_SeveralCommands_AreThatMany()
    {
        SimulatedModem modem = CreateModem(new SilentFault { Commands = 3 });

        for (int i = 0; i < 3; i++)
            Assert.AreEqual("", modem.Ask("AT"));
        Assert.AreEqual("\r\nOK\r\n", modem.Ask("AT"));
    }

    [TestMethod]
    public void Slow_Answer_ArrivesLaterByTheDelay()
    {
        SimulatedModem modem = CreateModem(
            new SlowFault(TimeSpan.FromSeconds(2)), new() { Echo = false, ResponseDelay = TimeSpan.FromSeconds(1) });

        Assert.AreEqual("", modem.Ask(Open));
        Assert.HasCount(1, modem.Card!.OpenChannels, "it is executed at once");
        Assert.AreEqual(TimeSpan.FromSeconds(3), modem.NextOutput);
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.AreEqual(Opened, modem.ReadText());
    }

    [TestMethod]
    public void Error_Command_IsNotExecuted()
    {
        SimulatedModem modem = CreateModem(new ErrorFault());

        Assert.AreEqual("\r\nERROR\r\n", modem.Ask(Open));
        Assert.IsEmpty(modem.Card!.OpenChannels);
    }

    [TestMethod]
    [DataRow("AT+CMEE=0", "\r\nERROR\r\n")]
    [DataRow("AT+CMEE=1", "\r\n+CME ERROR: 14\r\n")]
    public void CmeError_Command_IsAnsweredAsTheSettingWantsIt(string setting, string answer)
    {
        SimulatedModem modem = CreateModem(new FaultScript().At(2, new CmeErrorFault(14)));
        modem.Ask(setting);

        Assert.AreEqual(answer, modem.Ask(Open));
        Assert.IsEmpty(modem.Card!.OpenChannels);
    }

    [TestMethod]
    public void ErrorAfterExecuting_Command_IsExecuted()
    {
        SimulatedModem modem = CreateModem(new ErrorAfterExecutingFault());

        Assert.AreEqual("\r\nERROR\r\n", modem.Ask(Open));
        Assert.HasCount(1, modem.Card!.OpenChannels);
    }

    [TestMethod]
    public void AnswerLost_Command_IsExecuted()
    {
        SimulatedModem modem = CreateModem(new AnswerLostFault());

        Assert.AreEqual("", modem.Ask(Open));
        Assert.HasCount(1, modem.Card!.OpenChannels);
    }

    [TestMethod]
    public void FinalLost_Answer_ArrivesWithoutIt()
    {
        SimulatedModem modem = CreateModem(new FinalLostFault(), new()
        {
            Echo = false,
            Unsolicited = [new("+CREG: 1", UnsolicitedPlace.After)],
        });

        Assert.AreEqual("\r\n+CSIM: 6,\"019000\"\r\n\r\n+CREG: 1\r\n", modem.Ask(Open));
        Assert.IsNull(modem.NextOutput);
    }

    [TestMethod]
    public void BitError_Answer_HasOneBitWrongAlwaysTheSame()
    {
        byte[] right = Encoding.ASCII.GetBytes(Opened);
        HashSet<int> wrong = [];
        for (int seed = 0; seed < 1000; seed++)
        {
            byte[] answer = ReadBytes(CreateModem(new BitErrorFault(seed)), Open);

            int[] bits = [.. Enumerable.Range(0, 8 * right.Length).Where(i => Bit(right, i) != Bit(answer, i))];
            Assert.HasCount(1, bits);
            wrong.Add(bits[0]);
            CollectionAssert.AreEqual(answer, ReadBytes(CreateModem(new BitErrorFault(seed)), Open));
        }

        Assert.IsGreaterThan(4 * right.Length, wrong.Count, "anywhere in the answer");
    }

    [TestMethod]
    public void ByteLost_BySeed_IsOneByteAlwaysTheSame()
    {
        HashSet<string> answers = [];
        for (int seed = 0; seed < 1000; seed++)
        {
            string answer = CreateModem(new ByteLostFault(seed)).Ask(Open);

            Assert.AreEqual(Opened.Length - 1, answer.Length);
            Assert.IsTrue(Enumerable.Range(0, Opened.Length).Any(i => Opened.Remove(i, 1) == answer), answer);
            Assert.AreEqual(answer, CreateModem(new ByteLostFault(seed)).Ask(Open));
            answers.Add(answer);
        }

        Assert.IsGreaterThan(Opened.Length / 2, answers.Count, "anywhere in the answer");
    }

    [TestMethod]
    [DataRow(0, false, "\n+CSIM: 6,\"019000\"\r\n\r\nOK\r\n")]
    [DataRow(3, false, "\r\n+SIM: 6,\"019000\"\r\n\r\nOK\r\n")]
    [DataRow(1, true, "\r\n+CSIM: 6,\"019000\"\r\n\r\nOK\r")]
    [DataRow(100, false, Opened)]
    [DataRow(100, true, Opened)]
    public void ByteLost_AtAPosition_IsThatOne(int position, bool fromEnd, string answer)
    {
        SimulatedModem modem = CreateModem(new ByteLostFault(0, new Index(position, fromEnd)));

        Assert.AreEqual(answer, modem.Ask(Open));
    }

    [TestMethod]
    public void Garbage_Bytes_ArriveRightBeforeTheAnswer()
    {
        byte[] answer = ReadBytes(CreateModem(new GarbageFault(1, Length: 40)), Open);

        Assert.AreEqual(40 + Opened.Length, answer.Length);
        Assert.AreEqual(Opened, Encoding.ASCII.GetString(answer.AsSpan(40)));
        CollectionAssert.AreEqual(answer, ReadBytes(CreateModem(new GarbageFault(1, Length: 40)), Open));
        CollectionAssert.AreNotEqual(answer, ReadBytes(CreateModem(new GarbageFault(2, Length: 40)), Open));
    }

    [TestMethod]
    public void Reset_Modem_ForgetsSettingsChannelsAndPin()
    {
        SimulatedCard card = new(ExampleCard.Create(pinEnabled: true));
        SimulatedModem modem = new(card, new() { Echo = true }, _time)
        {
            Faults = new FaultScript()
                .At("00B0", new ResetFault(TimeSpan.FromSeconds(4)) { BootLines = ["RDY", "+CFUN: 1"] })
                .Start(),
        };
        modem.Ask("ATE0");
        modem.Ask("AT+CMEE=1");
        modem.Ask("AT+CPIN=\"1234\"");
        Assert.AreEqual(Opened, modem.Ask(Open));

        Assert.AreEqual("", modem.Ask(ReadIccid));

        Assert.AreEqual(TimeSpan.FromSeconds(4), modem.NextOutput);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.AreEqual("\r\nRDY\r\n\r\n+CFUN: 1\r\n", modem.ReadText());
        Assert.IsEmpty(card.OpenChannels);
        Assert.IsFalse(card.IsVerified(0x01));
        Assert.AreEqual("AT+CMEE?\r\r\n+CMEE: 0\r\n\r\nOK\r\n", modem.Ask("AT+CMEE?"));
    }

    [TestMethod]
    public void CardPulled_Command_FindsNoCardUntilOneIsBack()
    {
        SimulatedCard card = new(ExampleCard.Create());
        SimulatedModem modem = new(card, new() { Echo = false }, _time)
        {
            Faults = new FaultScript()
                .At("00B0", new CardPulledFault("+QSIMSTAT : 1,0"))
                .At(6, new CardSwappedFault(card, "+QSIMSTAT : 1,1"))
                .Start(),
        };
        modem.Ask("AT+CMEE=1");
        modem.Ask(Open);
        modem.Ask(SelectIccid);

        Assert.AreEqual("\r\n+QSIMSTAT : 1,0\r\n\r\n+CME ERROR: 10\r\n", modem.Ask(ReadIccid));
        Assert.AreEqual("\r\n+CME ERROR: 10\r\n", modem.Ask(Open));
        Assert.AreEqual("\r\n+QSIMSTAT : 1,1\r\n" + Opened, modem.Ask(Open), "channel 1 again: the card was reset");
    }

    [TestMethod]
    public void CardSwapped_Command_ReachesTheOtherCard()
    {
        CardImage image = ExampleCard.Create();
        image.MasterFile.Add(ElementaryFile.Transparent(ExampleCard.IccidFileId, Bcd.Encode("8988000000000000024")));
        SimulatedModem modem = CreateModem(new CardSwappedFault(new(image)));

        Assert.Contains("8988000000000000024", modem.Ask("AT+CCID"));
    }

    [TestMethod]
    [DataRow("01020304", "01029000", "0304")]
    [DataRow("01020304050607080910", "01029000", "0304050607080910")]
    public void FileChanged_BetweenTwoReads_IsReadOnWithoutSelecting(string content, string first, string rest)
    {
        SimulatedModem modem = CreateModem(
            new FaultScript().At("00B00000", new FileChangedFault("3F00/2FE2", Convert.FromHexString(content))));
        modem.Ask(SelectIccid);

        Assert.Contains(first, modem.Ask("AT+CSIM=10,\"00B0000002\""));
        Assert.Contains($"\"{rest}9000\"", modem.Ask("AT+CSIM=10,\"00B0000200\""));
        Assert.AreEqual(content.Length / 2, modem.Card!.Image.File("3F00/2FE2")!.Content.Length);
    }

    [TestMethod]
    public void FileChanged_PathThatTheCardLacks_IsTheTestsMistake()
    {
        SimulatedModem modem = CreateModem(new FileChangedFault("3F00/7F10/6F3A", new byte[1]));

        Assert.ThrowsExactly<InvalidOperationException>(() => modem.Ask("AT"));
    }

    [TestMethod]
    public void ChannelsExhausted_Command_FindsNoneFree()
    {
        SimulatedModem modem = CreateModem(new ChannelsExhaustedFault());

        Assert.Contains("\"6A81\"", modem.Ask(Open));
        Assert.HasCount(19, modem.Card!.OpenChannels);
    }

    [TestMethod]
    [DataRow((ushort)0x6F00, "6F00")]
    [DataRow((ushort)0x9300, "9300")]
    [DataRow((ushort)0x6110, "6985", DisplayName = "the modem goes for bytes that there are not")]
    public void StatusWord_CommandForTheCard_IsNotExecuted(ushort statusWord, string answer)
    {
        SimulatedModem modem = CreateModem(new StatusWordFault(statusWord));

        Assert.Contains($"\"{answer}\"", modem.Ask(Open));
        Assert.AreEqual(Opened, modem.Ask(Open), "once only");
    }

    [TestMethod]
    public void StatusWord_CommandThatTheCardDoesNotSee_ChangesNothing()
    {
        SimulatedModem modem = CreateModem(new StatusWordFault(0x6F00));

        Assert.AreEqual("\r\nOK\r\n", modem.Ask("AT"));
        Assert.AreEqual(Opened, modem.Ask(Open));
    }

    [TestMethod]
    public void Fault_ForNoCommand_IsRefused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new SilentFault { Commands = 0 });
    }

    private static bool Bit(byte[] bytes, int index) => (bytes[index / 8] & (1 << (index % 8))) != 0;

    private static byte[] ReadBytes(SimulatedModem modem, string command)
    {
        modem.Write(command + "\r");
        byte[] buffer = new byte[256];
        return buffer[..modem.Read(buffer)];
    }

    private SimulatedModem CreateModem(Fault fault, ModemBehavior? behavior = null) =>
        CreateModem(new FaultScript().At(1, fault), behavior);

    private SimulatedModem CreateModem(FaultScript script, ModemBehavior? behavior = null) =>
        new(new(ExampleCard.Create()), behavior ?? new() { Echo = false }, _time) { Faults = script.Start() };
}
