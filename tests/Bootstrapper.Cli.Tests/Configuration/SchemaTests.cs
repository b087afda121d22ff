using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bootstrapper.Cli.Tests.Generate;
using Json.Schema;

namespace Bootstrapper.Cli.Tests.Configuration;

[TestClass]
public class SchemaTests
{
    private static readonly JsonSerializerOptions _written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static readonly JsonSchema Published = JsonSchema.FromText(File.ReadAllText(PublishedFile));

    private static string PublishedFile => Path.Combine(Folder(), "../../../docs/simboot.schema.json");

    [TestMethod]
    public void PublishedFile_Names_AreThoseOfTheDefinitions()
    {
        string expected = SchemaBuilder.Build().ToJsonString(_written) + "\n";
        if (File.ReadAllText(PublishedFile) == expected)
            return;

        string made = Path.GetFullPath("simboot.schema.json", AppContext.BaseDirectory);
        File.WriteAllText(made, expected);
        Assert.Fail($"docs/simboot.schema.json is not that of objects.txt, which is in {made}");
    }

    [TestMethod]
    [DataRow("""{ }""")]
    [DataRow("""{ "$schema": "simboot.schema.json", "OID.Server": { } }""")]
    [DataRow("""{ "OID.Server": { "1": { "RID.Server.Lifetime": 86400, "RID.Server.Binding": "U" } } }""")]
    [DataRow("""{ "Server": { "1": { "Lifetime": 86400, "7": "U", "NotificationStoring": 1 } } }""")]
    [DataRow("""{ "1": { "0": { "1": -5 } } }""")]
    [DataRow("""{ "OID.Server;ver=1.1": { }, "Security;ver=1.10": { }, "21;ver=2.0": { } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.SecretKey": { "hex": "00 fF" } } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.SecretKey": { "base64": "AAECAw==" } } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.SecretKey": { "file": "key.der" } } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.SecretKey": "text" } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.OSCORESecurityMode": "21:0" } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.DtlsTlsCiphersuite": [[0, 49320], [1, 49316]] } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.DtlsTlsCiphersuite": { "0": 49320 } } } }""")]
    [DataRow("""{ "OID.Location": { "0": { "RID.Location.Latitude": 48.1, "RID.Location.Longitude": 11 } } }""")]
    [DataRow("""{ "9999": { "0": { "0": 1, "1": 1.5, "2": true, "3": "t", "4": { "hex": "" }, "5": [[0, "a"]], "6": { } } } }""")]
    public void Evaluate_RightConfiguration_IsValid(string json) => Assert.IsTrue(IsValid(json));

    [TestMethod]
    [DataRow("""[ ]""")]
    [DataRow("""{ "OID.Servr": { } }""")]
    [DataRow("""{ "65535": { } }""")]
    [DataRow("""{ "01": { } }""")]
    [DataRow("""{ "OID.Server;ver=0.1": { } }""")]
    [DataRow("""{ "OID.Server;ver=1.256": { } }""")]
    [DataRow("""{ "OID.Server;ver=1": { } }""")]
    [DataRow("""{ "OID.Server": { "65535": { } } }""")]
    [DataRow("""{ "OID.Server": { "one": { } } }""")]
    [DataRow("""{ "OID.Server": [ ] }""")]
    [DataRow("""{ "OID.Server": { "1": { "RID.Security.Mode": 0 } } }""")]
    [DataRow("""{ "OID.Server": { "1": { "RID.Server.LifeTime": 1 } } }""")]
    [DataRow("""{ "OID.Server": { "1": { "RID.Server.Lifetime": "1" } } }""")]
    [DataRow("""{ "OID.Server": { "1": { "1": "1" } } }""")]
    [DataRow("""{ "OID.Server": { "1": { "RID.Server.Lifetime": 1.5 } } }""")]
    [DataRow("""{ "OID.Server": { "1": { "RID.Server.Lifetime": 9223372036854775808 } } }""")]
    [DataRow("""{ "OID.Server": { "1": { "RID.Server.Disable": "" } } }""")]
    [DataRow("""{ "OID.Server": { "1": { "4": "" } } }""")]
    [DataRow("""{ "OID.Server": { "1": { "RID.Server.NotificationStoring": 2 } } }""")]
    [DataRow("""{ "OID.Server": { "1": { "RID.Server.Binding": null } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.SecretKey": { "hex": "0" } } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.SecretKey": { "base64": "b'AA'" } } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.SecretKey": { "hex": "00", "base64": "" } } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.SecretKey": { } } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.SecretKey": 1 } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.OSCORESecurityMode": 21 } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.OSCORESecurityMode": "21" } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.DtlsTlsCiphersuite": 49320 } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.DtlsTlsCiphersuite": [49320] } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.DtlsTlsCiphersuite": [[0, 1, 2]] } } }""")]
    [DataRow("""{ "OID.Security": { "0": { "RID.Security.DtlsTlsCiphersuite": [[0, -1]] } } }""")]
    [DataRow("""{ "9999": { "0": { "Name": 1 } } }""")]
    [DataRow("""{ "9999": { "0": { "0": null } } }""")]
    public void Evaluate_WrongConfiguration_IsInvalid(string json) => Assert.IsFalse(IsValid(json));

    [TestMethod]
    [DataRow("Example.json")]
    [DataRow("AppendixF.json")]
    [DataRow("Versions.json")]
    public void Evaluate_PublishedConfiguration_IsValid(string name) =>
        Assert.IsTrue(IsValid(File.ReadAllText(GenerateRun.Configuration(name))));

    private static bool IsValid(string json) => Published.Evaluate(JsonDocument.Parse(json).RootElement).IsValid;

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
