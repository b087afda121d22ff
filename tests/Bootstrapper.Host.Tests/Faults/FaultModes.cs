using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Faults;

/// <summary>
/// What may go wrong, and what is right then: trouble that passes is overcome; what modem or card says of the SIM or the
/// file is the outcome; everything else is an exception that tells the code.
/// </summary>
internal static class FaultModes
{
    public const string Pulled = "card pulled";
    public const string Exhausted = "channels exhausted";
    public const string QuietReset = "reset without boot lines";

    public const string Good = "Provisioned";
    private const string NoAnswer = "Modem NoAnswer";

    public static IEnumerable<FaultMode> All
    {
        get
        {
            yield return new("silent", _ => new SilentFault(), _ => Good);
            yield return new("silent twice", _ => new SilentFault { Commands = 2 }, TwiceLost);
            yield return new("answer lost", _ => new AnswerLostFault(), _ => Good);
            yield return new("answer lost twice", _ => new AnswerLostFault { Commands = 2 }, TwiceLost);
            yield return new("final lost", _ => new FinalLostFault(), _ => Good);
            yield return new("final lost twice", _ => new FinalLostFault { Commands = 2 }, TwiceLost);
            yield return new("slow, 2 s", _ => new SlowFault(TimeSpan.FromSeconds(2)) { Commands = 2 }, _ => Good);
            yield return new("slow, 9 s", _ => new SlowFault(TimeSpan.FromSeconds(9)), _ => Good);
            yield return new("byte lost", seed => new ByteLostFault(seed), _ => Good);
            yield return new("byte lost in the middle, twice", seed => new ByteLostFault(seed, 10) { Commands = 2 }, _ => Good);
            yield return new("garbage", seed => new GarbageFault(seed), _ => Good);
            yield return new("garbage twice", seed => new GarbageFault(seed, 64) { Commands = 2 }, _ => Good);
            yield return new("reset", _ => new ResetFault(TimeSpan.FromSeconds(3)), _ => Good);
            yield return new("reset twice", _ => new ResetFault { Commands = 2 }, _ => Good);
            yield return new(QuietReset, _ => new ResetFault { BootLines = [] }, AfterQuietReset);
            yield return new(Pulled, _ => new CardPulledFault("+QSIMSTAT : 1,0"), WithoutCard);
            yield return new(Exhausted, _ => new ChannelsExhaustedFault(), _ => Good);
            yield return new("error", _ => new ErrorFault(), s => Refused(s, "Modem Error", mayBeLe: true));
            yield return new(
                "error after executing", _ => new ErrorAfterExecutingFault(), s => Refused(s, "Modem Error", mayBeLe: true));
            foreach (int code in (int[])[0, 3, 4, 10, 11, 12, 13, 14, 15, 16, 50, 100, 515])
                yield return new($"+CME ERROR {code}", _ => new CmeErrorFault(code), s => AfterCme(s, code));
            foreach (int code in (int[])[14, 515])
            {
                yield return new(
                    $"+CME ERROR {code} twice", _ => new CmeErrorFault(code) { Commands = 2 }, s => AfterCme(s, code));
            }


            foreach (int statusWord in (int[])
                [
                    0x6282, 0x6400, 0x6581, 0x6700, 0x6881, 0x6981, 0x6982, 0x6983, 0x6985, 0x6986, 0x6989, 0x6A81, 0x6A82,
                    0x6A83, 0x6A86, 0x6B00, 0x6D00, 0x6E00, 0x6F00, 0x9300,
                ])
            {
                yield return new(
                    $"status word {statusWord:X4}",
                    _ => new StatusWordFault((ushort)statusWord),
                    s => AfterStatusWord(s, statusWord));
            }
        }
    }

    // A command is sent twice, no more; closing and putting back are not what the outcome depends on.
    private static string TwiceLost(Step step) =>
        (step.IsAside && step.Role != StepRole.Setting) || (step.HasOtherWays && step.Role >= StepRole.Open) || IsOptional(step)
            ? Good
            : NoAnswer;

    // The channel is gone, and nothing tells so but what the card says of it.
    private static string AfterQuietReset(Step step) => step.Role switch
    {
        <= StepRole.Open or StepRole.Close or StepRole.PuttingBack => Good,
        _ when step.HasOtherWays || step.Way == Ways.Crsm => Good,
        <= StepRole.Application when step.IsCgla => Good,
        _ when step.IsCgla => "Modem Error",
        _ => "Card 6881",
    };

    private static string WithoutCard(Step step) =>
        step.Role is StepRole.PuttingBack or StepRole.Close ? Good : "NoCard";

    // Channels of ours may be opened anew; those of the modem only after a session that was left open.
    private static string AfterCme(Step step, int code)
    {
        string text = $"Modem CmeError {code}";

        // It may be the form that the modem does not like: the next one shows whether it is the SIM.
        if (step.IsBareSelect)
            return Good;
        switch (code)
        {
            case 10:
            case 11:
            case 12:
                return step.IsAside ? Good : code == 10 ? "NoCard" : code == 11 ? "PinRequired" : "PinBlocked";
            case 14:
            case 515:
                return Good;
            case 0:
            case 100:
                // Some modems say it of what they could not do just then.
                return Good;
            case 13:
                // The SIM's failure may pass; of AT+CCHO, that an application is not there, it is asked twice.
                return Good;
            case 15:
            case 16:
                // They hold whatever the way; AT+CCHO may say 16 of what it can't do.
                bool isPassing = step.IsAside || (step.IsCgla && step.Role == StepRole.Application && code != 15);
                return isPassing ? Good : text;
            default:
                return Refused(step, text, mayBeLe: code == 50);
        }
    }

    // What is refused as such is tried in another form, or over another way, or done without.
    private static string Refused(Step step, string text, bool mayBeLe)
    {
        bool isTried = step.IsAside || step.Role == StepRole.Sim || step.HasOtherWays || IsOptional(step)
            || (step.IsCgla && step.Role == StepRole.Application)
            || step.IsBareSelect || (mayBeLe && step.IsSelect && !step.IsCrsm);
        return isTried ? Good : text;
    }

    private static string AfterStatusWord(Step step, int statusWord)
    {
        string text = statusWord switch
        {
            0x6982 => "PinRequired",
            0x6983 => "PinBlocked",
            0x6989 => "SecureChannelRequired",
            _ => $"Card {statusWord:X4}",
        };
        if (step.IsAside || step.Role is StepRole.Sim or StepRole.Iccid || step.IsShortFile || statusWord == 0x9300)
            return Good;

        // Wrong length: without Le. 6A86 over AT+CRSM: some modems' first answer.
        if ((statusWord == 0x6700 && step.IsSelect && !step.IsCrsm) || (statusWord == 0x6A86 && step.IsCrsm))
            return Good;

        // EF(ODF) is looked at once more if the short look says nothing, unless it needs a PIN.
        if ((step.IsBareSelect && statusWord != 0x6A82) || (step.IsBlindRead && statusWord is not (0x6982 or 0x6983)))
        {
            return Good;
        }

        return step.Role switch
        {
            StepRole.Open when statusWord is 0x6881 or 0x6A81 => Good,
            StepRole.Open => step.HasOtherWays && text[0] == 'C' ? Good : text,

            // Without EF(DIR), or without its first record, AT+CRSM can't tell that there is no application.
            StepRole.Directory when step.Way == Ways.Crsm && statusWord == (step.IsSelect ? 0x6A82 : 0x6A83)
                && !step.Line.Contains(",12032,2,", StringComparison.Ordinal) => "Card 6A82",

            // Without EF(DIR), or without a record in it, the registered identifier is left; AT+CRSM has no use for that.
            StepRole.Directory when statusWord == (step.IsSelect ? 0x6A82 : 0x6A83)
                || (step.IsFurtherRecord && statusWord >> 8 == 0x6A) =>
                step.Way == Ways.Crsm ? "NoApplication" : Good,
            StepRole.Directory => (step.HasOtherWays || step.Way != Ways.Crsm) && text[0] == 'C' ? Good : text,

            // Over AT+CRSM an application is a directory, and one that can't be entered may just be out of its reach.
            StepRole.Application when step.Way == Ways.Crsm => "Card 6A82",
            StepRole.Application => statusWord == 0x6A82 && !step.IsCgla ? "NoApplication" : Good,
            StepRole.Select => statusWord == 0x6A82 ? "NoBootstrapFile" : text,
            _ => step.IsSecondPiece && statusWord is 0x6B00 or 0x6282 ? "Content" : text,
        };
    }

    private static bool IsOptional(Step step) => step.Role switch
    {
        StepRole.Iccid => !step.IsOwnChannel,
        StepRole.Directory => step.IsCgla,
        _ => false,
    };
}
