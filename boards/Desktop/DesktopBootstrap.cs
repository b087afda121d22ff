using System.IO.Ports;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bootstrapper.Boards;
using Bootstrapper.Card;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Desktop;

/// <summary>The bootstrap on a PC: on a simulated modem or a real one, with its result printed.</summary>
internal sealed class DesktopBootstrap(DesktopArguments arguments, TextWriter output, TextWriter error)
{
    private static readonly JsonSerializerOptions _json = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Runs the bootstrap, prints what it found, and says in one line on standard error what stopped it.</summary>
    public ExitCode Run()
    {
        try
        {
            return arguments.Port is { } port ? RunOnPort(port) : RunOnSimulator();
        }
        catch (Exception e) when (Explain(e) is { } failure)
        {
            return Fail(failure);
        }
    }

    private Failure? Explain(Exception e) => e switch
    {
        ContentException => new(ExitCode.Content, "MalformedContent", $"malformed content: {e.Message}"),
        CardException => new(ExitCode.Card, "CardError", $"card: {e.Message}"),
        ModemException => new(ExitCode.Modem, "ModemError", $"modem: {e.Message}"),
        TraceFileException => new(ExitCode.Usage, "BadTraceFile", $"trace: {e.Message}"),
        CardImageException => new(ExitCode.Usage, "BadCardImage", $"card image: {e.Message}"),
        _ when arguments.Port is not null && IsTroubleWithThePort(e) =>
            new(ExitCode.Modem, "ModemError", $"{arguments.Port}: {e.Message}"),
        _ => null,
    };

    // An ArgumentException: a name or a speed that this system's ports can't have. An InvalidOperationException: a port
    // that was closed under us, as a USB modem that was pulled is.
    private static bool IsTroubleWithThePort(Exception e) =>
        e is IOException or UnauthorizedAccessException or TimeoutException or ArgumentException or InvalidOperationException;

    private ExitCode RunOnSimulator()
    {
        CardImage image = arguments.Card is { } folder ? CardImage.Load(folder) : ExampleCard.Create();
        string modem = arguments.Family == "Default" ? "simulated modem" : $"simulated {arguments.Family}";
        Tell(modem + (arguments.Card is null ? " with the example SIM" : $" with the SIM in {arguments.Card}"));
        return Run(new SimulatorLink(
            new SimulatedModem(new SimulatedCard(image), ModemFamilies.Get(arguments.Family).Behavior)));
    }

    private ExitCode RunOnPort(string name)
    {
        Tell($"modem on {name}, {arguments.Baud} baud");
        SerialPort port = new(name, arguments.Baud);
        using SerialPortLink link = new(port, new SystemClock());
        try
        {
            // Many modems wait for these before they send.
            port.DtrEnable = true;
            port.RtsEnable = true;
        }
        catch (IOException)
        {
            // A pseudo-terminal has no such lines, and does without them.
        }

        return Run(link);
    }

    private ExitCode Run(ISerialLink link)
    {
        if (arguments.Trace is not { } file)
            return Drive(link);

        using StreamWriter writer = Create(file);
        TraceRecorder recorder = new(writer);
        try
        {
            return Drive(new TappedLink(link, recorder.Sent, recorder.Received));
        }
        finally
        {
            recorder.Flush();
        }
    }

    private static StreamWriter Create(string file)
    {
        try
        {
            return File.CreateText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TraceFileException($"{file}: {e.Message}", e);
        }
    }

    private ExitCode Drive(ISerialLink link)
    {
        ILog? log = arguments.Json ? null : new WriterLog(output);
        SmartCardBootstrap bootstrap = new(link, new SystemClock(), arguments.Options, log);
        Firmware firmware = new(bootstrap, arguments.Watch && log is not null ? log : new SilentLog());
        bool isCancelled = false;
        ConsoleCancelEventHandler cancel = (_, e) =>
        {
            // The first time the channel gets closed and the modem its settings back; the second time there is no waiting.
            e.Cancel = !isCancelled;
            isCancelled = true;
            bootstrap.Cancel();
            firmware.LookNow();
        };
        Console.CancelKeyPress += cancel;
        try
        {
            if (arguments.State is { } state)
                return Report(bootstrap.Check(state));

            firmware.Round();
            ExitCode code = Report(firmware);
            while (arguments.Watch && !isCancelled)
            {
                firmware.Wait();
                if (!isCancelled)
                {
                    firmware.Round();
                    code = Report(firmware);
                }
            }

            return code;
        }
        finally
        {
            Console.CancelKeyPress -= cancel;
        }
    }

    private ExitCode Report(Firmware firmware)
    {
        if (firmware.Result is { } result)
            return Report(result);
        if (firmware.Trouble is not { } trouble)
            return Report(firmware.Change);
        if (Explain(trouble) is { } failure)
            return Fail(failure);
        ExceptionDispatchInfo.Throw(trouble);
        throw trouble;
    }

    private ExitCode Report(BootstrapResult result)
    {
        JsonObject document = new ResultDocument(arguments.ShowSecrets).Of(result);
        if (arguments.Json)
            output.WriteLine(document.ToJsonString(_json));
        else
            new TextReport(output).Write(document);

        (ExitCode code, string explanation) = OutcomeText.Explain(result);
        if (code != ExitCode.Provisioned)
            error.WriteLine(explanation);
        return code;
    }

    private ExitCode Report(CardChange change)
    {
        output.WriteLine(arguments.Json ? new JsonObject { ["card"] = change.ToString() }.ToJsonString(_json) : $"card: {change}");
        return change == CardChange.Unchanged ? ExitCode.Provisioned : ExitCode.NotProvisioned;
    }

    private ExitCode Fail(Failure failure)
    {
        if (arguments.Json)
            output.WriteLine(new JsonObject { ["outcome"] = failure.Outcome, ["error"] = failure.Message }.ToJsonString(_json));
        error.WriteLine(failure.Message);
        return failure.Code;
    }

    private void Tell(string line)
    {
        if (!arguments.Json)
            new WriterLog(output).Write(line);
    }

    private sealed record Failure(ExitCode Code, string Outcome, string Message);
}
