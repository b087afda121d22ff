using System.Globalization;
using System.Text;
using Bootstrapper.Desktop;
using Bootstrapper.Host.Tests.Guards;
using Bootstrapper.Lwm2m;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>Dialogues from traces: the published one, and what the library had with a modem and has with its trace.</summary>
[TestClass]
public sealed class RecordedDialogueTests
{
    private static readonly string _publishedPath =
        Repository.At("tests", "Bootstrapper.Host.Tests", "Simulator", "PublishedDialogue.trace");

    private static IEnumerable<object[]> Behaviors =>
    [
        [new ModemBehavior { Echo = false }],
        [new ModemBehavior { ResponseDelay = TimeSpan.FromMilliseconds(35) }],
        [new ModemBehavior { PieceSize = 5, PieceDelay = TimeSpan.FromMilliseconds(3), ResolvesGetResponse = false }],
        [new ModemBehavior
        {
            Unsolicited = [new("+CREG: 1", UnsolicitedPlace.Before), new("+CEREG: 1", UnsolicitedPlace.After)],
        }],
    ];

    [TestMethod]
    public void PublishedDialogue_Replayed_IsABootstrapServer()
    {
        ManualClock clock = new();
        TraceReplay replay = new(Trace.Load(_publishedPath), clock);
        string[] commands =
        [
            "0070000001", "01A404040CA000000063504B43532D313500",
            "01A40804047FFF503100", "01B0000080",
            "01A40804047FFF643000", "01B0000080",
            "01A40804047FFF643200", "01B0000080",
            "01708001",
        ];

        string[] responses = [.. commands.Select(command => Exchange(replay, command))];

        replay.End();
        Assert.IsTrue(responses.All(response => response.EndsWith("9000", StringComparison.Ordinal)));
        LoadResult result = new ConfigurationLoader(16).Load(
            new ByteArraySource(Convert.FromHexString(responses[^2][..^4])));
        SecurityInstance security = result.Configuration.SecurityInstances.Single();
        Assert.IsTrue(security.IsBootstrapServer);
        Assert.AreEqual("coap://leshan.eclipseprojects.io:5783", security.ServerUri);
    }

    [TestMethod]
    public void PublishedDialogue_ClientThatStopsEarly_IsTold()
    {
        TraceReplay replay = new(Trace.Load(_publishedPath), new ManualClock());
        Exchange(replay, "0070000001");

        TraceException error = Assert.ThrowsExactly<TraceException>(replay.End);

        Assert.AreEqual(
            "trace line 12: expected AT+CSIM=36,\"01A404040CA000000063504B43532D313500\", got nothing", error.Message);
    }

    [TestMethod]
    [DynamicData(nameof(Behaviors))]
    public void Run_AnyCardRecorded_EndsTheSameWithTheTrace(ModemBehavior behavior)
    {
        foreach (GalleryCard kind in CardGallery.All)
            RecordAndReplay(kind.Name, clock => new(kind.Create(), behavior, clock));
    }

    [TestMethod]
    public void Run_RandomFaultsRecorded_EndsTheSameWithTheTrace()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            RecordAndReplay($"seed {seed}", clock => new(new(ExampleCard.Create()), time: clock)
            {
                Faults = FaultScript.Random(seed, count: 2, commands: 20).Start(),
            });
        }
    }

    private static void RecordAndReplay(string name, Func<ManualClock, SimulatedModem> createModem)
    {
        ManualClock clock = new();
        StringWriter text = new(CultureInfo.InvariantCulture);
        TraceRecorder recorder = new(text, clock);
        TappedLink link = new(new SimulatorLink(createModem(clock)), recorder.Sent, recorder.Received);
        string end = Run(new(link, clock));
        recorder.Flush();

        ManualClock again = new();
        StringWriter textAgain = new(CultureInfo.InvariantCulture);
        TraceRecorder recorderAgain = new(textAgain, again);
        TraceReplay replay = new(Trace.Parse(text.ToString()), again);
        string endAgain = Run(new(new TappedLink(new ReplayLink(replay), recorderAgain.Sent, recorderAgain.Received), again));
        recorderAgain.Flush();

        Assert.AreEqual(end, endAgain, name);
        Assert.AreEqual(text.ToString(), textAgain.ToString(), name);
        replay.End();
    }

    private static string Run(SmartCardBootstrap bootstrap)
    {
        try
        {
            BootstrapResult result = bootstrap.Run();
            return $"{result.Outcome} {result.Iccid} {result.Content?.Digest:X8}";
        }
        catch (Exception e) when (e is not TraceException)
        {
            return $"{e.GetType().Name} {e.Message}";
        }
    }

    private static string Exchange(TraceReplay replay, string command)
    {
        replay.Write(Encoding.ASCII.GetBytes($"AT+CSIM={command.Length},\"{command}\"\r"));
        byte[] buffer = new byte[1024];
        int length = 0;
        while (replay.Read(buffer.AsSpan(length)) is var read and > 0)
            length += read;

        string[] parts = Encoding.ASCII.GetString(buffer, 0, length).Split('"');
        Assert.AreEqual($"\r\n+CSIM: {parts[1].Length},", parts[0]);
        Assert.AreEqual("\r\n\r\nOK\r\n", parts[2]);
        return parts[1];
    }
}
