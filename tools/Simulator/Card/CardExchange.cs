namespace Bootstrapper.Simulator;

/// <summary>One command and what the card answered.</summary>
/// <param name="Command">The command's bytes.</param>
/// <param name="Response">The response's bytes, the status word last.</param>
public sealed record CardExchange(ReadOnlyMemory<byte> Command, ReadOnlyMemory<byte> Response);
