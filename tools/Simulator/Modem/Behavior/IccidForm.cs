namespace Bootstrapper.Simulator;

/// <summary>A command for the card's number, of which every vendor has another.</summary>
/// <param name="Command">The name in upper case, the leading sign included.</param>
/// <param name="Answer">The answer, with {0} in place of the digits.</param>
/// <param name="KeepsFiller">Whether the F is among the digits that fills up an odd number of them.</param>
public sealed record IccidForm(string Command, string Answer, bool KeepsFiller = false);
