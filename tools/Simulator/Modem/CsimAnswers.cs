namespace Bootstrapper.Simulator;

/// <summary>The answers to AT+CSIM since the start, and the disorder that a modem gets them into.</summary>
internal sealed class CsimAnswers(CsimBehavior behavior)
{
    private int _count;
    private string _previous = "";

    /// <summary>Gets an answer as the modem sends it.</summary>
    public AtAnswer Next(string line)
    {
        string previous = _previous;
        _previous = line;
        if (_count >= behavior.DisorderedAnswers)
            return AtAnswer.Ok(line);

        _count++;
        return behavior.Disorder switch
        {
            AnswerDisorder.BehindPrevious => AtAnswer.Ok(previous + line),
            AnswerDisorder.BehindOk => AtAnswer.Ok(line) with { IsBehindOk = true },
            _ => AtAnswer.Ok(line),
        };
    }
}
