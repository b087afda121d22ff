using System.Runtime.CompilerServices;

namespace Bootstrapper.Card
{
    /// <summary>Status words that change what is done next (ETSI TS 102 221, 10.2.1).</summary>
    [ExcludeType]
    public static class StatusWords
    {
        /// <summary>Normal ending of the command.</summary>
        public const int Ok = 0x9000;

        /// <summary>SIM application toolkit is busy, the command is to be sent again later.</summary>
        public const int ToolkitBusy = 0x9300;

        /// <summary>Warning without information; after MANAGE CHANNEL close: the channel was closed already.</summary>
        public const int Warning = 0x6200;

        /// <summary>End of file or record reached before Le bytes were read; what there was is returned.</summary>
        public const int EndOfFile = 0x6282;

        /// <summary>Wrong length.</summary>
        public const int WrongLength = 0x6700;

        /// <summary>Logical channel not supported.</summary>
        public const int ChannelNotSupported = 0x6881;

        /// <summary>Command not allowed; some cards say it where a PIN has to be verified.</summary>
        public const int NotAllowed = 0x6900;

        /// <summary>Security status not satisfied: a PIN has to be verified first.</summary>
        public const int SecurityStatusNotSatisfied = 0x6982;

        /// <summary>Authentication method, the PIN, is blocked.</summary>
        public const int PinBlocked = 0x6983;

        /// <summary>Command not allowed, a secure channel is needed.</summary>
        public const int SecureChannelRequired = 0x6989;

        /// <summary>Referenced data invalidated: the PIN is disabled.</summary>
        public const int PinDisabled = 0x6984;

        /// <summary>Function not supported; after MANAGE CHANNEL open: no channel is free.</summary>
        public const int FunctionNotSupported = 0x6A81;

        /// <summary>File or application not found.</summary>
        public const int NotFound = 0x6A82;

        /// <summary>Record not found.</summary>
        public const int RecordNotFound = 0x6A83;

        /// <summary>Referenced data not found; some cards say it of an application.</summary>
        public const int ReferenceNotFound = 0x6A88;

        /// <summary>Wrong parameters P1-P2: the offset is outside the file.</summary>
        public const int OffsetOutsideFile = 0x6B00;

        /// <summary>Instruction code not supported.</summary>
        public const int InstructionNotSupported = 0x6D00;
    }
}
