using System.Globalization;

namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CRSM: a file of the card, found by the modem on the basic channel (3GPP TS 27.007 8.18).</summary>
internal sealed class CrsmCommand() : AtCommand("+CRSM")
{
    private const int ReadBinary = 176;
    private const int ReadRecord = 178;
    private const int GetResponse = 192;
    private const int Status = 242;

    private const int MaxPathLength = 8;

    public override AtAnswer Execute(AtRequest request, AtContext context)
    {
        if (request.Kind != AtRequestKind.Set)
            return request.Kind == AtRequestKind.Test ? AtAnswer.Ok() : AtAnswer.Error;

        if (context.CardError is { } error)
            return error;

        ModemCard card = context.Card!;
        return request.Number(0, byte.MaxValue) switch
        {
            ReadBinary => Read(request, card, 0xB0),
            ReadRecord => Read(request, card, 0xB2),
            GetResponse => FileInformation(request, card),
            Status => Parameters(request, isOptional: true) is { } p
                ? Answer(card.TransmitResolved([0x80, 0xF2, p.P1, p.P2, p.P3]))
                : CmeError.IncorrectParameters,
            null => CmeError.IncorrectParameters,
            _ => CmeError.OperationNotSupported,
        };
    }

    private static AtAnswer Read(AtRequest request, ModemCard card, byte instruction)
    {
        if (Parameters(request, isOptional: false) is not { } p || Path(request) is not { } path)
            return CmeError.IncorrectParameters;

        byte[] response = Select(card, path, withFcp: false);
        return Answer(ModemCard.IsSuccess(response)
            ? card.TransmitResolved([0x00, instruction, p.P1, p.P2, p.P3])
            : response);
    }

    private static AtAnswer FileInformation(AtRequest request, ModemCard card) =>
        Parameters(request, isOptional: true) is null || Path(request) is not { } path
            ? CmeError.IncorrectParameters
            : Answer(Select(card, path, withFcp: true));

    private static byte[] Select(ModemCard card, byte[] path, bool withFcp)
    {
        // 7FFF is the USIM to a modem, whatever else was selected on the basic channel.
        if (path is [0x7F, 0xFF, ..])
            card.SelectApplication(Usim.AidPrefix);

        return card.SelectPath(path, withFcp);
    }

    private static (byte P1, byte P2, byte P3)? Parameters(AtRequest request, bool isOptional)
    {
        int? missing = isOptional ? 0 : null;
        int? p1 = request.Text(2) is null ? missing : request.Number(2, byte.MaxValue);
        int? p2 = request.Text(3) is null ? missing : request.Number(3, byte.MaxValue);
        int? p3 = request.Text(4) is null ? missing : request.Number(4, byte.MaxValue);
        return p1 is null || p2 is null || p3 is null ? null : ((byte)p1, (byte)p2, (byte)p3);
    }

    // The path from the MF: what the last argument says, else the USIM for its files and the MF for the others.
    private static byte[]? Path(AtRequest request)
    {
        if (request.Number(1, ushort.MaxValue) is not { } fileId)
            return null;

        byte[] file = [(byte)(fileId >> 8), (byte)fileId];
        if (request.Text(6) is null)
            return file[0] == 0x6F ? [0x7F, 0xFF, .. file] : file;

        if (request.Bytes(6) is not { Length: <= MaxPathLength } path || path.Length % 2 != 0)
            return null;

        return path is [0x3F, 0x00, ..] ? [.. path.AsSpan(2), .. file] : [.. path, .. file];
    }

    private static AtAnswer Answer(byte[] response)
    {
        string status = string.Create(CultureInfo.InvariantCulture, $"+CRSM: {response[^2]},{response[^1]}");
        string data = response.Length > 2 ? $",\"{Convert.ToHexString(response.AsSpan()[..^2])}\"" : "";
        return AtAnswer.Ok(status + data);
    }
}
