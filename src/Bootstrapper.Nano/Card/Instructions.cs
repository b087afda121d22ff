using System.Runtime.CompilerServices;

namespace Bootstrapper.Card
{
    /// <summary>Instruction codes (ETSI TS 102 221, 10.1.2) and the parameters of SELECT (11.1.1.2).</summary>
    [ExcludeType]
    internal static class Instructions
    {
        public const int Verify = 0x20;
        public const int ManageChannel = 0x70;
        public const int Select = 0xA4;
        public const int ReadBinary = 0xB0;
        public const int ReadRecord = 0xB2;
        public const int GetResponse = 0xC0;

        public const int ByIdentifier = 0x00;
        public const int ByName = 0x04;
        public const int ByPathFromMf = 0x08;
        public const int ReturnFcp = 0x04;
        public const int ReturnNothing = 0x0C;
    }
}
