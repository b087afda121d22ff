namespace Bootstrapper.Cli.Tracing;

/// <summary>The names of applications and files.</summary>
internal static class Names
{
    private static readonly (string Aid, string Name)[] _applications =
    [
        ("A000000063504B43532D3135", "PKCS#15"),
        ("A0000000871002", "USIM"),
        ("A0000000871004", "ISIM"),
    ];

    /// <summary>Gets an application identifier, and the application's name where it is known.</summary>
    public static string OfApplication(ReadOnlySpan<byte> aid)
    {
        string digits = Convert.ToHexString(aid);
        string? name = _applications.FirstOrDefault(a => digits.StartsWith(a.Aid, StringComparison.Ordinal)).Name;
        return name is null ? $"application {digits}" : $"application {digits} ({name})";
    }

    /// <summary>Gets a file's ID, and its name where it is known.</summary>
    public static string OfFile(ushort fileId, FileKind kind)
    {
        string? name = fileId switch
        {
            0x3F00 => "MF",
            0x7FFF => "the application",
            0x6F07 => "EF.IMSI",
            0x5015 or 0x7F50 => "PKCS#15",
            _ => kind switch
            {
                FileKind.ApplicationDirectory => "EF.DIR",
                FileKind.Iccid => "EF.ICCID",
                FileKind.AccessRules => "EF.ARR",
                FileKind.ObjectDirectory => "EF.ODF",
                FileKind.DataObjectDirectory => "EF.DODF",
                FileKind.Bootstrap => "EF LwM2M_Bootstrap",
                _ => null,
            },
        };
        return name is null ? $"{fileId:X4}" : $"{fileId:X4} ({name})";
    }
}
