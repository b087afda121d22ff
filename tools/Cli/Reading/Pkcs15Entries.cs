using Bootstrapper.Card;

namespace Bootstrapper.Cli.Reading;

/// <summary>The files that PKCS#15 directory files name (PKCS #15 v1.1, 6.2 to 6.9); what is malformed ends a file.</summary>
internal static class Pkcs15Entries
{
    /// <summary>The tag of an EF(DODF) in EF(ODF).</summary>
    public const int DataObjects = 0xA7;

    private const byte Filler = 0xFF;
    private const byte Erased = 0x00;
    private const int OctetString = 0x04;
    private const int Constructed = 0x20;
    private const int TypeAttributes = 0xA1;
    private const int MaxDepth = 8;

    /// <summary>Gets the directory files that an EF(ODF) names, with their tags: what kind of objects each lists.</summary>
    public static List<(int Tag, byte[] Path)> OfObjectDirectory(byte[] content)
    {
        List<(int, byte[])> found = [];
        foreach (BerReader entry in Rows(content))
        {
            int tag = entry.Tag;
            List<byte[]> paths = [];
            Collect(entry, paths, 0);
            found.AddRange(paths.Select(path => (tag, path)));
        }

        return found;
    }

    /// <summary>Gets the files that the objects in a directory file are in.</summary>
    public static List<byte[]> OfDirectory(byte[] content)
    {
        List<byte[]> paths = [];
        foreach (BerReader entry in Rows(content))
        {
            // PKCS15Object { common, class, subclass [0] OPTIONAL, type [1] }: paths are in the type attributes.
            BerReader attributes = new();
            attributes.Enter(entry);
            if (attributes.Find(TypeAttributes))
                Collect(attributes, paths, 0);
        }

        return paths;
    }

    /// <summary>Gets the files that the template of an application in a record of EF.DIR names (PKCS #15 v1.1, 5.4).</summary>
    public static List<byte[]> OfApplication(byte[] record)
    {
        List<byte[]> paths = [];
        BerReader template = new();
        BerReader item = new();
        template.Reset(record, 0, record.Length);
        if (!template.Find(0x61))
            return paths;
        item.Enter(template);
        if (item.Find(0x73))
            Collect(item, paths, 0);
        return paths;
    }

    // Data objects in a row; 00 and FF are no tags (ISO/IEC 7816-4, 5.2.2).
    private static IEnumerable<BerReader> Rows(byte[] content)
    {
        BerReader entry = new();
        int offset = 0;
        while (offset < content.Length && content[offset] != Filler)
        {
            if (content[offset] == Erased)
            {
                offset++;
                continue;
            }

            entry.Reset(content, offset, content.Length - offset);
            if (!entry.Next())
                yield break;
            yield return entry;
            offset = entry.ValueOffset + entry.ValueLength;
        }
    }

    // Path ::= SEQUENCE { path OCTET STRING, ... }, under whatever tag.
    private static void Collect(BerReader parent, List<byte[]> paths, int depth)
    {
        BerReader item = new();
        item.Enter(parent);
        bool isFirst = true;
        while (item.Next())
        {
            if (isFirst && item.Tag == OctetString)
            {
                if (item.ValueLength is >= 2 and <= CardPath.MaxOctets && item.ValueLength % 2 == 0)
                    paths.Add(item.CopyValue());
                return;
            }

            isFirst = false;
            if ((item.Tag & Constructed) != 0 && item.Tag <= byte.MaxValue && depth < MaxDepth)
                Collect(item, paths, depth + 1);
        }
    }
}
