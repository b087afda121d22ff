using Bootstrapper.Lwm2m;
using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Host.Tests.Lwm2m;

/// <summary>Which Security and Server instances belong together, in every small set of them.</summary>
[TestClass]
public sealed class AccountPairsTests
{
    // Of Short Server IDs up to 3, where 0 is a Bootstrap-Server's account, and no ID in a Server instance.
    private const int Ids = 4;
    private const int MostInstances = 3;

    [TestMethod]
    public void Load_AnySetOfAccounts_GivesTheFindingsOfRules5And10And11()
    {
        int[][] sets = Sets();
        string[] securities = [.. sets.Select(set => Record(0, set, Security))];
        string[] servers = [.. sets.Select(set => Record(1, set, Server))];
        ConfigurationLoader loader = new();
        for (int i = 0; i < sets.Length; i++)
        {
            for (int j = 0; j < sets.Length; j++)
            {
                LoadResult result = loader.Load(new ByteArraySource(Hex.Bytes(Tlv.File(securities[i], servers[j]))));

                string found = string.Join(' ', result.Findings.Where(finding => finding.Rule is 5 or 10 or 11).Select(Describe));
                Assert.AreEqual(
                    string.Join(' ', Expected(sets[i], sets[j])),
                    found,
                    $"Security {string.Join(',', sets[i])}, Server {string.Join(',', sets[j])}");
            }
        }
    }

    private static IEnumerable<string> Expected(int[] securities, int[] servers)
    {
        for (int i = 0; i < securities.Length; i++)
        {
            int id = securities[i];
            bool isTwice = Array.IndexOf(securities, id) < i;
            if (isTwice)
                yield return $"{(id == 0 ? 5 : 10)}/0/{i}";
            if (id != 0 && !servers.Contains(id))
                yield return $"11/0/{i}";
        }

        for (int i = 0; i < servers.Length; i++)
        {
            int id = servers[i];
            if (id == 0)
                continue;
            if (Array.IndexOf(servers, id) < i)
                yield return $"10/1/{i}";
            if (!securities.Contains(id))
                yield return $"11/1/{i}";
        }
    }

    private static string Describe(Finding finding) => $"{finding.Rule}/{finding.ObjectId}/{finding.InstanceId}";

    /// <summary>Gets all rows of IDs from the empty one on.</summary>
    private static int[][] Sets()
    {
        List<int[]> sets = [[]];
        for (int i = 0; i < sets.Count; i++)
        {
            for (int id = 0; id < Ids && sets[i].Length < MostInstances; id++)
                sets.Add([.. sets[i], id]);
        }

        return [.. sets];
    }

    private static string Record(int objectId, int[] ids, Func<int, string> resources) =>
        Tlv.Record(objectId, string.Concat(ids.Select((id, i) => Tlv.Instance(i, resources(id)))));

    private static string Security(int id) =>
        Tlv.Resource(0, Tlv.Text("coap://h")) + Tlv.Resource(1, id == 0 ? "01" : "00") + Tlv.Resource(2, "03")
            + (id == 0 ? "" : Tlv.Resource(10, Tlv.Number(id, 2)));

    private static string Server(int id) =>
        Tlv.Resource(0, Tlv.Number(id, 2)) + Tlv.Resource(1, "0E10") + Tlv.Resource(6, "01") + Tlv.Resource(7, Tlv.Text("U"));
}
