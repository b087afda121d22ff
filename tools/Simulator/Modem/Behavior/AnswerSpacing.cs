namespace Bootstrapper.Simulator;

/// <summary>Where an answer has spaces.</summary>
public enum AnswerSpacing
{
    /// <summary><c>+NAME: 1,2</c>, as 3GPP TS 27.007 prints it.</summary>
    AfterColon,

    /// <summary><c>+NAME:1,2</c>.</summary>
    None,

    /// <summary><c>+NAME: 1, 2</c>.</summary>
    AfterColonAndCommas,
}
