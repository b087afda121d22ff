using System.Text;
using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Cli.Tests.Inspection;

/// <summary>No command shows a key unless asked: in no form, and of no file that is cut off.</summary>
[TestClass]
public class SecretsTests
{
    private const int Telling = 6; // so many bytes of a key are no coincidence

    private const string Psk = "3378406D706C3350354B353363723374";
    private const string BootstrapPsk = "E129791359950CBB1C8C3C582913B551";
    private const string ServerPsk = "1CA2028D7197C778E9AEF5EF69082BEA";
    private const string PrivateKey = "9F352DA16495748E146FCB5370B8E96D292CED5567A8FAE55A22BB67D91651B8"; // less its public part
    private const string MasterSecret = "0102030405060708090A0B0C0D0E0F10";

    // A resource and an object that nobody knows may hold a key as well.
    private static readonly string _unknown = Tlv.File(
        Tlv.Record(0, Tlv.Instance(1, Tlv.Resource(200, Psk))), Tlv.Record(30000, Tlv.Instance(0, Tlv.Resource(1, ServerPsk))));

    private static readonly string[][] _commands =
    [
        ["inspect", "-"], ["inspect", "-", "--hex"], ["inspect", "-", "--json"], ["inspect", "-", "--config"], ["check", "-"],
    ];

    private static IEnumerable<(string Image, string[] Keys)> Images =>
    [
        (Vectors.A, [Psk]),
        (Vectors.AppendixF, [BootstrapPsk, ServerPsk, PrivateKey]),
        (Vectors.Versions, [MasterSecret]),
        (_unknown, [Psk, ServerPsk]),
        (Vectors.B + Psk, [Psk]),
    ];

    [TestMethod]
    public void AnyCommand_WholeImage_ShowsNoKey()
    {
        foreach ((string image, string[] keys) in Images)
        {
            foreach (string[] command in _commands)
                AssertHidden(CommandRun.Of(Hex.Bytes(image), command), keys);
        }
    }

    [TestMethod]
    public void AnyCommand_AnyTruncation_ShowsNoKey()
    {
        foreach ((string image, string[] keys) in Images)
        {
            byte[] file = Hex.Bytes(image);
            foreach (string[] command in _commands)
            {
                for (int length = 0; length < file.Length; length++)
                    AssertHidden(CommandRun.Of(file[..length], command), keys);
            }
        }
    }

    // A file that is not what it should be, such as the key itself.
    [TestMethod]
    public void AnyCommand_KeyInPlaceOfAnImage_ShowsNoKey()
    {
        foreach (string[] command in _commands)
        {
            AssertHidden(CommandRun.Of(Hex.Bytes(PrivateKey), command), [PrivateKey]);
            AssertHidden(CommandRun.Of(Encoding.ASCII.GetBytes(PrivateKey), command), [PrivateKey]);
            AssertHidden(CommandRun.Of(Encoding.ASCII.GetBytes(PrivateKey[1..]), command), [PrivateKey]);
        }
    }

    [TestMethod]
    public void Diff_Images_ShowsNoKey()
    {
        (string Image, string[] Keys)[] images = [.. Images];
        string[] keys = [.. images.SelectMany(image => image.Keys)];
        using TemporaryFolder folder = new();
        foreach ((string first, _) in images)
        {
            string path = folder.Add("first", Hex.Bytes(first));
            foreach ((string second, _) in images)
                AssertHidden(CommandRun.Of(Hex.Bytes(second), "diff", path, "-"), keys);
        }
    }

    [TestMethod]
    [DataRow("inspect", "-")]
    [DataRow("inspect", "-", "--hex")]
    [DataRow("inspect", "-", "--json")]
    [DataRow("inspect", "-", "--config")]
    public void Inspect_ShowSecrets_ShowsThem(params string[] command)
    {
        foreach ((string image, string[] keys) in Images.Take(1))
        {
            CommandRun run = CommandRun.Of(Hex.Bytes(image), [.. command, "--show-secrets"]);
            foreach (string key in keys)
                Assert.IsNotNull(Find(run.All, Hex.Bytes(key)), run.All);
        }
    }

    [TestMethod]
    public void Diff_ShowSecrets_ShowsThem()
    {
        using TemporaryFolder folder = new();
        string path = folder.Add("first", Hex.Bytes(Hex.Replace(Vectors.A, "4B3379", "4B3378")));

        CommandRun run = CommandRun.Of(Hex.Bytes(Vectors.A), "diff", path, "-", "--show-secrets");

        Assert.IsNotNull(Find(run.All, Hex.Bytes(Psk)), run.All);
    }

    private static void AssertHidden(CommandRun run, string[] keys)
    {
        foreach (string key in keys)
        {
            if (Find(run.All, Hex.Bytes(key)) is { } found)
                Assert.Fail($"{found} is in the output:\n{run.All}");
        }
    }

    /// <summary>Finds a part of a key, whatever form it has.</summary>
    private static string? Find(string output, byte[] key)
    {
        string lines = output.ReplaceLineEndings("\n");
        string digits = string.Concat(lines.Where(c => c is not (' ' or ':' or '-')));
        for (int at = 0; at + Telling <= key.Length; at++)
        {
            byte[] part = key[at..(at + Telling)];
            if (digits.Contains(Convert.ToHexString(part), StringComparison.OrdinalIgnoreCase))
                return Convert.ToHexString(part);
            string text = Encoding.Latin1.GetString(part);
            if (lines.Contains(text, StringComparison.Ordinal))
                return text;

            // Of the three places that a byte may have in base64, one is that of the key as a whole.
            string base64 = Convert.ToBase64String(part);
            if (lines.Contains(base64, StringComparison.Ordinal))
                return base64;
        }

        return null;
    }
}
