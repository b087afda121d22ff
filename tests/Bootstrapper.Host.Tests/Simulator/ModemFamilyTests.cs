using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>What is true of every family of modems.</summary>
[TestClass]
public sealed class ModemFamilyTests
{
    private static readonly CardWays[] _waysToTheFile =
        [CardWays.CsimChannel, CardWays.CsimBasic, CardWays.Sessions, CardWays.CrsmPath];

    private static IEnumerable<object[]> Names => ModemFamilies.All.Select(f => new object[] { f.Name });

    [TestMethod]
    public void All_Names_AreTheFamilies()
    {
        string[] expected =
        [
            "Default", "Quectel BG96", "Quectel BG95", "Quectel EC25", "Quectel EG25-G", "Quectel EG95", "Quectel EG91",
            "Quectel EG916Q", "Quectel EC800G", "Quectel RM520", "SIMCom SIM7000", "SIMCom SIM7080", "SIMCom SIM7600",
            "SIMCom A7670", "u-blox SARA-R410M", "u-blox LARA-R211", "u-blox SARA-R5", "Nordic nRF91", "Telit ME310G1",
            "Sierra EM7590", "Semtech HL78", "Sequans GM02S", "Murata 1SC", "Huawei MT5700", "Huawei MS2372",
            "Cinterion AC75", "Wavecom", "Fibocom FM350",
        ];

        CollectionAssert.AreEqual(expected, ModemFamilies.All.Select(f => f.Name).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Read_EachWay_WorksWhereTheFamilySaysSo(string name)
    {
        SimulatedModemFamily family = ModemFamilies.Get(name);
        foreach (CardWays way in _waysToTheFile)
        {
            SimulatedModem modem = new(new(ExampleCard.Create()), family.Behavior);
            ModemClient client = new(modem);
            client.Prepare();

            byte[]? content = client.Read(way);

            byte[]? expected = family.Ways.HasFlag(way) ? ExampleCard.BootstrapFile() : null;
            Assert.AreEqual(Text(expected), Text(content), way.ToString());
            Assert.IsEmpty(modem.Card!.OpenChannels, way.ToString());
        }
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Crsm_FileOfTheMasterFile_WorksWhereTheFamilySaysSo(string name)
    {
        SimulatedModemFamily family = ModemFamilies.Get(name);
        ModemClient client = new(new(new(ExampleCard.Create()), family.Behavior));
        client.Prepare();

        byte[]? content = client.Crsm(ExampleCard.IccidFileId, 0, 0, 10);

        byte[]? expected = family.Ways.HasFlag(CardWays.Crsm) ? Bcd.Encode(ExampleCard.Iccid) : null;
        Assert.AreEqual(Text(expected), Text(content));
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Storm_OfAFamily_IsAtEveryPlace(string name)
    {
        SimulatedModemFamily family = ModemFamilies.Get(name);
        ModemBehavior storm = family.Storm(times: 3) with { LostCommands = 0, StartLines = [], EmptyLines = 0 };
        SimulatedModem modem = new(new(ExampleCard.Create()), storm);
        string lines = string.Concat(Enumerable.Repeat(string.Concat(family.Chatter.Select(l => $"\r\n{l}\r\n")), 3));

        string answer = modem.Ask("AT+CMEE?");

        string echo = storm.Echo ? "AT+CMEE?\r" : "";
        Assert.AreEqual(lines + echo + lines + "\r\n+CMEE: 0\r\n" + lines + "\r\nOK\r\n" + lines, answer);
        Assert.IsGreaterThan(2, family.Chatter.Count);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Identity_OfAFamily_NamesIt(string name)
    {
        ModemBehavior behavior = ModemFamilies.Get(name).Behavior;
        ModemClient client = new(new(new(ExampleCard.Create()), behavior));
        client.Prepare();

        CollectionAssert.AreEqual(new[] { behavior.Manufacturer, "OK" }, client.Ask("AT+CGMI"));
        CollectionAssert.AreEqual(new[] { behavior.Model, "OK" }, client.Ask("AT+CGMM"));
        string[] identities = [.. ModemFamilies.All.Select(f => f.Behavior.Manufacturer + f.Behavior.Model)];
        CollectionAssert.AllItemsAreUnique(identities);
    }

    [TestMethod]
    [DataRow("Default", "AT+CCID", "+CCID: 8988000000000000016")]
    [DataRow("Quectel BG96", "AT+QCCID", "+QCCID: 8988000000000000016F")]
    [DataRow("Quectel EG91", "AT+CCID", "+CCID: 8988000000000000016F")]
    [DataRow("SIMCom SIM7000", "AT+CCID", "8988000000000000016")]
    [DataRow("SIMCom SIM7080", "AT+CCID", "8988000000000000016")]
    [DataRow("SIMCom SIM7600", "AT+CICCID", "+ICCID: 8988000000000000016")]
    [DataRow("SIMCom A7670", "AT+CICCID", "+ICCID: 8988000000000000016")]
    [DataRow("u-blox SARA-R410M", "AT+CCID", "+CCID: 8988000000000000016")]
    [DataRow("u-blox LARA-R211", "AT+CCID?", "+CCID: 8988000000000000016")]
    [DataRow("Nordic nRF91", "AT%XICCID", "%XICCID: 8988000000000000016")]
    [DataRow("Telit ME310G1", "AT+ICCID", "+ICCID: 8988000000000000016")]
    [DataRow("Telit ME310G1", "AT#CCID", "#CCID: 8988000000000000016")]
    [DataRow("Sierra EM7590", "AT!ICCID?", "!ICCID: 8988000000000000016")]
    [DataRow("Semtech HL78", "AT+CCID", "+CCID: 8988000000000000016,89049032000000000000000000000017")]
    [DataRow("Sequans GM02S", "AT+SQNCCID", "+SQNCCID:\"8988000000000000016\",\"\"")]
    [DataRow("Murata 1SC", "AT%CCID", "%CCID: 8988000000000000016")]
    [DataRow("Huawei MT5700", "AT^ICCID?", "^ICCID: 8988000000000000016")]
    [DataRow("Cinterion AC75", "AT^SCID", "^SCID: 8988000000000000016")]
    [DataRow("Wavecom", "AT+CCID", "+CCID: \"8988000000000000016\"")]
    public void Iccid_OfAFamily_HasItsForm(string name, string command, string answer)
    {
        ModemClient client = new(new(new(ExampleCard.Create()), ModemFamilies.Get(name).Behavior));
        client.Prepare();

        CollectionAssert.AreEqual(new[] { answer, "OK" }, client.Ask(command));
    }

    [TestMethod]
    [DataRow("SIMCom SIM7600", "AT+CCID")]
    [DataRow("Nordic nRF91", "AT+CCID")]
    [DataRow("Default", "AT+QCCID")]
    public void Iccid_OfAnother_IsUnknown(string name, string command)
    {
        ModemClient client = new(new(new(ExampleCard.Create()), ModemFamilies.Get(name).Behavior));
        client.Prepare();

        CollectionAssert.AreEqual(new[] { "ERROR" }, client.Ask(command));
    }

    private static string Text(byte[]? bytes) => bytes is null ? "nothing" : Convert.ToHexString(bytes);
}
