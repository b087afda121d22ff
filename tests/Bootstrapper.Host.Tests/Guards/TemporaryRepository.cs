namespace Bootstrapper.Host.Tests.Guards;

/// <summary>A folder with a device half, for one test.</summary>
internal sealed class TemporaryRepository : IDisposable
{
    public TemporaryRepository()
    {
        Write("nfproj.props", """
            <Project>
              <PropertyGroup><CoreVersion>1.2.3</CoreVersion><TextVersion>4.5.6</TextVersion></PropertyGroup>
              <PropertyGroup>
                <NanoPackages>packages\</NanoPackages>
                <CorePath>$(NanoPackages)nanoFramework.CoreLibrary.$(CoreVersion)\lib\</CorePath>
                <TextPath>$(NanoPackages)nanoFramework.System.Text.$(TextVersion)\lib\</TextPath>
              </PropertyGroup>
            </Project>
            """);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("nano").FullName;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public string Write(string file, string text)
    {
        string path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a .nfproj with these items and, unless null, a packages.config with these packages beside it.</summary>
    public string WriteProject(string file, string items, string? packages)
    {
        if (packages != null)
            Write(Path.Combine(Path.GetDirectoryName(file)!, "packages.config"), "<packages>" + packages + "</packages>");
        const string start = "<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\"><ItemGroup>";
        return Write(file, start + items + "</ItemGroup></Project>");
    }
}
