using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Syntax;
using Bootstrapper.Lwm2m;
using static Bootstrapper.Cli.Tests.Configuration.Literals;

namespace Bootstrapper.Cli.Tests.Batch;

/// <summary>Whole batches.</summary>
[TestClass]
public sealed class BatchGeneratorTests
{
    private static readonly DictionaryNode _template = Account(
        Text("coaps://${host}:5684"), Text("${lifetime}"), Bytes([.. "urn:imei:${imei}"u8]), Text("${psk:hex}"));

    [TestMethod]
    public void Run_HundredsOfRows_AreWhatEachMakesByHand()
    {
        using BatchFixture batch = new();
        StringBuilder csv = new("iccid,host,lifetime,imei,psk\n");
        for (int i = 0; i < 500; i++)
            csv.Append(CultureInfo.InvariantCulture, $"{8949000000000000000 + i},host{i}.example,{3600 + i},{350000000000000 + i},{Key(i)}\n");

        Assert.AreEqual(ExitCode.Done, batch.Run(csv.ToString(), _template, "${iccid}.bin"));

        string[] manifest = batch.Manifest;
        Assert.HasCount(500, manifest);
        Assert.HasCount(500, batch.Images);
        Generator generator = new(".");
        ConfigurationLoader loader = new();
        for (int i = 0; i < 500; i++)
        {
            byte[] expected = generator.Generate(Account(
                Text($"coaps://host{i}.example:5684"),
                Number(3600 + i),
                Bytes(Encoding.ASCII.GetBytes($"urn:imei:{350000000000000 + i}")),
                Bytes(Convert.FromHexString(Key(i)))));
            string name = $"{8949000000000000000 + i}.bin";
            CollectionAssert.AreEqual(expected, batch.Image(name));

            uint digest = loader.Load(new ByteArraySource(expected)).Digest;
            Assert.AreEqual(
                $"{i + 2},{name},{expected.Length},{Convert.ToHexStringLower(SHA256.HashData(expected))},{digest:X8},", manifest[i]);
        }
    }

    private static string Key(int i) => Convert.ToHexString(SHA256.HashData(BitConverter.GetBytes(i)))[..32];

    private static DictionaryNode Account(Node uri, Node lifetime, Node identity, Node key) => Dictionary(
        (Name("OID.Security"), Dictionary((Number(1), Dictionary(
            (Name("RID.Security.ServerURI"), uri),
            (Name("RID.Security.Bootstrap"), Boolean(false)),
            (Name("RID.Security.Mode"), Number(0)),
            (Name("RID.Security.PKOrIdentity"), identity),
            (Name("RID.Security.SecretKey"), key),
            (Name("RID.Security.ShortServerID"), Number(101)))))),
        (Name("OID.Server"), Dictionary((Number(1), Dictionary(
            (Name("RID.Server.ShortServerID"), Number(101)),
            (Name("RID.Server.Lifetime"), lifetime),
            (Name("RID.Server.NotificationStoring"), Boolean(true)),
            (Name("RID.Server.Binding"), Text("U")))))));
}
