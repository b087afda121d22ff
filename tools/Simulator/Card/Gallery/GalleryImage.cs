namespace Bootstrapper.Simulator;

/// <summary>Changes <see cref="ExampleCard"/> in one way.</summary>
internal static class GalleryImage
{
    private const int DirectoryRecordLength = 48;

    /// <summary>Gets the PKCS#15 application.</summary>
    public static CardDirectory Pkcs15(this CardImage image) => image.Application(ExampleCard.Pkcs15Aid)!;

    /// <summary>Puts a transparent file into the PKCS#15 application, of exactly these bytes.</summary>
    public static CardImage With(this CardImage image, ushort fileId, byte[] content, AccessCondition read = default)
    {
        image.Pkcs15().Add(
            ElementaryFile.Transparent(fileId, content, access: new AccessRule(read, AccessRule.Default.Update)));
        return image;
    }

    /// <summary>The same, the bytes in hexadecimal digits.</summary>
    public static CardImage With(this CardImage image, ushort fileId, string content) =>
        image.With(fileId, Convert.FromHexString(content));

    /// <summary>Removes a file from the PKCS#15 application, or from the MF.</summary>
    public static CardImage Without(this CardImage image, ushort fileId) =>
        image.Pkcs15().Remove(fileId) || image.MasterFile.Remove(fileId)
            ? image
            : throw new ArgumentException("no such file", nameof(fileId));

    /// <summary>Replaces EF.DIR; its records are given in hexadecimal digits and filled up with FF.</summary>
    public static CardImage WithApplicationDirectory(this CardImage image, params ReadOnlySpan<string> records)
    {
        byte[] content = new byte[records.Length * DirectoryRecordLength];
        Array.Fill(content, (byte)0xFF);
        for (int i = 0; i < records.Length; i++)
            Convert.FromHexString(records[i]).CopyTo(content, i * DirectoryRecordLength);

        image.MasterFile.Add(ElementaryFile.LinearFixed(
            ExampleCard.ApplicationDirectoryFileId, DirectoryRecordLength, content, shortFileId: 0x1E));
        return image;
    }

    /// <summary>Gives the PKCS#15 application another file ID, or none.</summary>
    public static CardImage WithApplicationAt(this CardImage image, ushort? fileId)
    {
        CardDirectory old = image.Pkcs15();
        CardDirectory moved = CardDirectory.Application(ExampleCard.Pkcs15Aid, fileId);
        foreach (ElementaryFile file in old.Files)
            moved.Add(file);

        image.Remove(old);
        return image.Add(moved);
    }
}
