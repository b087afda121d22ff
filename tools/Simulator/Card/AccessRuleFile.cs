namespace Bootstrapper.Simulator;

/// <summary>Makes EF.ARR, whose records say what the files' access conditions are (TS 102 221 9.2.7 and 13.4).</summary>
internal sealed class AccessRuleFile
{
    /// <summary>The file ID, under the MF.</summary>
    public const ushort FileId = 0x2F06;

    /// <summary>The file ID, in an application.</summary>
    public const ushort FileIdInApplication = 0x6F06;

    private const byte ShortFileId = 0x06;
    private const int MinRecordLength = 32;

    private const byte AccessMode = 0x80;
    private const byte ModeRead = 0x01;
    private const byte ModeUpdate = 0x02;
    private const byte ConditionAlways = 0x90;
    private const byte ConditionNever = 0x97;
    private const byte ConditionKey = 0xA4;
    private const byte ConditionSecureMessaging = 0xB8;
    private const byte KeyReference = 0x83;
    private const byte UsageQualifier = 0x95;
    private const byte UsageVerifyKey = 0x08;
    private const byte UsageSecureMessaging = 0x30;

    private readonly List<AccessRule> _rules;

    public AccessRuleFile(CardImage image)
    {
        // The directories refer to the default rule, EF.ARR itself to its own.
        _rules = [.. image.AllFiles().Select(f => f.Access).Prepend(Fixed).Prepend(AccessRule.Default).Distinct()];
    }

    // An update would be lost, as the file is made anew each time.
    private static AccessRule Fixed => new(AccessCondition.Always, AccessCondition.Never);

    /// <summary>Gets whether the rules are more than a file can have records.</summary>
    public bool IsFull => _rules.Count > ElementaryFile.MaxRecordCount;

    /// <summary>Gets the number of the record that says the rule.</summary>
    public byte RecordNumber(AccessRule rule) => (byte)(_rules.IndexOf(rule) + 1);

    /// <summary>Makes the file.</summary>
    public ElementaryFile ToFile(ushort fileId = FileId)
    {
        List<byte[]> records = _rules.ConvertAll(Encode);
        int recordLength = Math.Max(MinRecordLength, records.Max(r => r.Length));
        byte[] content = new byte[recordLength * records.Count];
        Array.Fill(content, (byte)0xFF);
        for (int i = 0; i < records.Count; i++)
            records[i].CopyTo(content, i * recordLength);

        return ElementaryFile.LinearFixed(fileId, recordLength, content, ShortFileId, Fixed);
    }

    /// <summary>Gets the bytes of a rule, as a record or the FCP has them.</summary>
    public static byte[] Encode(AccessRule rule) => BerTlv.Join(
        BerTlv.Make(AccessMode, [ModeRead]),
        Encode(rule.Read),
        BerTlv.Make(AccessMode, [ModeUpdate]),
        Encode(rule.Update));

    private static byte[] Encode(AccessCondition condition)
    {
        if (condition == AccessCondition.Always)
            return BerTlv.Make(ConditionAlways);

        if (condition == AccessCondition.Never)
            return BerTlv.Make(ConditionNever);

        if (condition == AccessCondition.SecureChannel)
            return BerTlv.Make(ConditionSecureMessaging, BerTlv.Make(UsageQualifier, [UsageSecureMessaging]));

        return BerTlv.Make(
            ConditionKey,
            BerTlv.Make(KeyReference, [condition.KeyReference]),
            BerTlv.Make(UsageQualifier, [UsageVerifyKey]));
    }
}
