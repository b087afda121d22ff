namespace Bootstrapper.Card
{
    /// <summary>Which PIN guards the reading of a file (ETSI TS 102 221, 9.2.7 and 13.4).</summary>
    internal static class AccessRules
    {
        /// <summary>The key reference of no key.</summary>
        public const int None = -1;

        private const string Name = "EF(ARR)";
        private const int MaxDepth = 4;

        /// <summary>Finds the key reference (TS 102 221 table 9.3) for the open file; others are opened on the way.</summary>
        public static int FindReadKey(UiccFiles files)
        {
            BerReader rules = new BerReader();
            BerReader item = new BerReader();
            byte[] response = files.Buffer;
            if (!files.Reopen(files.CopyPath(), files.Name))
                return None;

            // TS 102 221 11.1.1.4.7: 8B refers to a record of EF(ARR), AB has the rules themselves.
            rules.Reset(response, 0, files.Access.ResponseLength);
            if (!rules.Find(0x62))
                return None;
            item.Enter(rules);
            if (item.Find(0xAB))
            {
                rules.Enter(item);
                return FindReadKey(rules);
            }

            item.Enter(rules);
            if (!item.Find(0x8B) || item.ValueLength < 3)
                return None;

            // The file and the number of the record, or the file and pairs of security environment and record.
            int value = item.ValueOffset;
            byte high = response[value];
            byte low = response[value + 1];
            int record = response[value + 2];
            if (item.ValueLength > 3)
            {
                record = response[value + 3];
                for (int i = 2; i + 1 < item.ValueLength; i += 2)
                {
                    if (response[value + i] == 0x01)
                        record = response[value + i + 1];
                }
            }

            // TS 102 221 13.4: it stands in the directory of the file that it is for, or in one above.
            if (!files.Open(new byte[] { 0x7F, 0xFF, high, low }, Name)
                && !files.Open(new byte[] { 0x3F, 0x00, high, low }, Name))
            {
                return None;
            }

            rules.Reset(response, 0, files.ReadRecord(record));
            return FindReadKey(rules);
        }

        // Access mode data objects, 80 (bit 1: READ) or 81 to 8F (84: by instruction), each followed by its condition.
        private static int FindReadKey(BerReader rules)
        {
            bool isForReading = false;
            while (rules.Next())
            {
                int tag = rules.Tag;
                if (tag >= 0x80 && tag <= 0x8F)
                {
                    isForReading = tag == 0x80
                        ? (rules.LastByte & 0x01) != 0
                        : tag == 0x84 && rules.LastByte == Instructions.ReadBinary;
                }
                else if (isForReading)
                {
                    int key = KeyOf(rules, 0);
                    if (key != None)
                        return key;
                }
            }

            return None;
        }

        // 90 always, 97 never, A4 a key, A0, A7 and AF several of them. The first PIN counts: administrative keys are none
        // that an application has.
        private static int KeyOf(BerReader condition, int depth)
        {
            BerReader item = new BerReader();
            item.Enter(condition);
            int tag = condition.Tag;
            if (tag == 0xA4)
                return item.Find(0x83) && item.ValueLength == 1 && IsPin(item.LastByte) ? item.LastByte : None;
            bool isSeveral = tag == 0xA0 || tag == 0xA7 || tag == 0xAF;
            int key = None;
            while (isSeveral && depth < MaxDepth && key == None && item.Next())
                key = KeyOf(item, depth + 1);
            return key;
        }

        // TS 102 221 table 9.3: 01 to 08 and 81 to 88 are PINs, 11 is the universal one.
        private static bool IsPin(int key)
        {
            int number = key & 0x7F;
            return (number >= 1 && number <= 8) || key == 0x11;
        }
    }
}
