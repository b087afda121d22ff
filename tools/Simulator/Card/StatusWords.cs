namespace Bootstrapper.Simulator;

/// <summary>The status words this card answers (TS 102 221 10.2).</summary>
internal static class StatusWords
{
    public const ushort Success = 0x9000;
    public const ushort BytesWaiting = 0x6100;
    public const ushort Warning = 0x6200;
    public const ushort ToolkitBusy = 0x9300;
    public const ushort EndOfFile = 0x6282;
    public const ushort FileDeactivated = 0x6283;
    public const ushort TriesLeft = 0x63C0;
    public const ushort WrongLength = 0x6700;
    public const ushort ChannelNotSupported = 0x6881;
    public const ushort SecureMessagingNotSupported = 0x6882;
    public const ushort ChainingNotSupported = 0x6884;
    public const ushort WrongFileStructure = 0x6981;
    public const ushort SecurityNotSatisfied = 0x6982;
    public const ushort PinBlocked = 0x6983;
    public const ushort PinDisabled = 0x6984;
    public const ushort ConditionsNotSatisfied = 0x6985;
    public const ushort NoFileSelected = 0x6986;
    public const ushort SecureChannelRequired = 0x6989;
    public const ushort FunctionNotSupported = 0x6A81;
    public const ushort FileNotFound = 0x6A82;
    public const ushort RecordNotFound = 0x6A83;
    public const ushort WrongParameters = 0x6A86;
    public const ushort ReferenceNotFound = 0x6A88;
    public const ushort WrongOffset = 0x6B00;
    public const ushort ExactLength = 0x6C00;
    public const ushort InstructionNotSupported = 0x6D00;
    public const ushort ClassNotSupported = 0x6E00;
}
