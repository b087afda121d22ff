using System;
using Bootstrapper.Card;
using Bootstrapper.Modem;

namespace Bootstrapper
{
    /// <summary>What is remembered of a card, to find out with few commands whether it has changed.</summary>
    internal sealed class KnownCard
    {
        private const byte Format = 1;
        private const int FixedLength = 19; // format, way, chunk size, four numbers
        private const int LongestField = 16;

        /// <summary>The way that led to it.</summary>
        public CardAccess Access;

        /// <summary>The most bytes that were asked for in one command.</summary>
        public int ChunkSize;

        /// <summary>A sum of its ICCID, 0 if it did not tell.</summary>
        public int IccidSum;

        /// <summary>The CRC-32 of the bootstrap file's content.</summary>
        public uint Digest;

        /// <summary>The number of bytes in that.</summary>
        public int Length;

        /// <summary>Where in the file they start.</summary>
        public int Index;

        /// <summary>The application's identifier.</summary>
        public byte[] Identifier;

        /// <summary>The path of the application's directory; empty if the card does not tell.</summary>
        public byte[] Directory;

        /// <summary>The path of the file.</summary>
        public byte[] Path;

        /// <summary>Gets a sum of an ICCID.</summary>
        public static int SumOf(string iccid)
        {
            int sum = 0;
            for (int i = 0; iccid != null && i < iccid.Length; i++)
                sum = (sum * 31) + iccid[i];
            return sum;
        }

        /// <summary>Tells whether an ICCID is that of another card, as far as both are known.</summary>
        public bool IsOther(string iccid)
        {
            return iccid != null && IccidSum != 0 && SumOf(iccid) != IccidSum;
        }

        /// <summary>Gets all of it as bytes, at most 70.</summary>
        public byte[] ToBytes()
        {
            byte[] bytes = new byte[FixedLength + 4 + Identifier.Length + Directory.Length + Path.Length];
            bytes[0] = Format;
            bytes[1] = (byte)Access;
            bytes[2] = (byte)ChunkSize;
            Put(bytes, 3, IccidSum);
            Put(bytes, 7, (int)Digest);
            Put(bytes, 11, Length);
            Put(bytes, 15, Index);
            int end = Put(bytes, FixedLength, Identifier);
            end = Put(bytes, end, Directory);
            end = Put(bytes, end, Path);
            bytes[end] = Check(bytes, end);
            return bytes;
        }

        /// <summary>Reads such bytes.</summary>
        /// <returns>Null if they are not what <see cref="ToBytes"/> returned.</returns>
        public static KnownCard Read(byte[] bytes)
        {
            if (bytes == null || bytes.Length <= FixedLength || bytes[0] != Format
                || bytes[bytes.Length - 1] != Check(bytes, bytes.Length - 1))
            {
                return null;
            }

            KnownCard card = new KnownCard();
            int end = FixedLength;
            card.Access = (CardAccess)bytes[1];
            card.ChunkSize = bytes[2];
            card.IccidSum = Number(bytes, 3);
            card.Digest = (uint)Number(bytes, 7);
            card.Length = Number(bytes, 11);
            card.Index = Number(bytes, 15);
            card.Identifier = Field(bytes, ref end);
            card.Directory = Field(bytes, ref end);
            card.Path = Field(bytes, ref end);
            bool isWhole = card.Access >= CardAccess.CsimChannel && card.Access <= CardAccess.CsimBasic && card.ChunkSize > 0
                && card.Path != null && end == bytes.Length - 1 && card.Length > 0 && card.Index >= 0
                && card.Identifier.Length > 0 && card.Path.Length >= 2 && card.Path.Length <= CardPath.MaxOctets && (card.Path.Length & 1) == 0
                && card.Index <= 0x7FFF;
            return isWhole ? card : null;
        }

        private static void Put(byte[] bytes, int offset, int number)
        {
            for (int i = 3; i >= 0; i--)
            {
                bytes[offset + i] = (byte)number;
                number >>= 8;
            }
        }

        private static int Put(byte[] bytes, int offset, byte[] field)
        {
            bytes[offset] = (byte)field.Length;
            Array.Copy(field, 0, bytes, offset + 1, field.Length);
            return offset + 1 + field.Length;
        }

        private static int Number(byte[] bytes, int offset)
        {
            return (bytes[offset] << 24) | (bytes[offset + 1] << 16) | (bytes[offset + 2] << 8) | bytes[offset + 3];
        }

        // The last byte is the check's. A field that does not fit is null, and so are those behind it.
        private static byte[] Field(byte[] bytes, ref int offset)
        {
            int last = bytes.Length - 1;
            int length = offset < last ? bytes[offset] : LongestField + 1;
            if (length > LongestField || length > last - offset - 1)
            {
                offset = last;
                return null;
            }

            byte[] field = new byte[length];
            Array.Copy(bytes, offset + 1, field, 0, length);
            offset += 1 + length;
            return field;
        }

        private static byte Check(byte[] bytes, int length)
        {
            int check = Format;
            for (int i = 0; i < length; i++)
                check = (((check << 1) | (check >> 7)) & 0xFF) ^ bytes[i];
            return (byte)check;
        }
    }
}
