using Bootstrapper.Modem;

namespace Bootstrapper.Host.Tests.Modem;

[TestClass]
public sealed class ModemProfilesTests
{
    private static readonly string[] _names =
    [
        "Default", "Quectel BG96", "Quectel BG95", "Quectel EC25", "Quectel EG25-G", "Quectel EG95", "Quectel EG91",
        "Quectel EG916Q", "Quectel EC800G", "Quectel RM520", "SIMCom SIM7000", "SIMCom SIM7080", "SIMCom SIM7600",
        "SIMCom A7670", "u-blox SARA-R410M", "u-blox LARA-R211", "u-blox SARA-R5", "Nordic nRF91", "Telit ME310G1",
        "Sierra EM7590", "Semtech HL78", "Sequans GM02S", "Murata 1SC", "Huawei MT5700", "Huawei MS2372",
        "Cinterion AC75", "Wavecom", "Fibocom FM350",
    ];

    [TestMethod]
    public void Get_EveryIndex_IsAProfileOfItsOwn()
    {
        string[] names = [.. Enumerable.Range(0, ModemProfiles.Count).Select(i => ModemProfiles.Get(i).Name)];

        CollectionAssert.AreEquivalent(_names, names);
        Assert.AreEqual("Default", names[0]);
    }

    [TestMethod]
    public void Find_EveryNameInAnyCase_IsFound()
    {
        foreach (string name in _names)
        {
            Assert.AreEqual(name, ModemProfiles.Find(name)?.Name);
            Assert.AreEqual(name, ModemProfiles.Find(name.ToLowerInvariant())?.Name);
        }

        Assert.IsNull(ModemProfiles.Find("Quectel"));
        Assert.IsNull(ModemProfiles.Find("Quectel BG96 "));
        Assert.IsNull(ModemProfiles.Find(string.Empty));
    }

    [TestMethod]
    [DataRow("BG96", "Quectel BG96")]
    [DataRow("BG95-M3", "Quectel BG95")]
    [DataRow("EC25", "Quectel EC25")]
    [DataRow("EG25", "Quectel EG25-G")]
    [DataRow("EG95", "Quectel EG95")]
    [DataRow("EG91", "Quectel EG91")]
    [DataRow("EG916Q-GL", "Quectel EG916Q")]
    [DataRow("EC800G-CN", "Quectel EC800G")]
    [DataRow("RM520N-GL", "Quectel RM520")]
    [DataRow("SIMCOM_SIM7000E", "SIMCom SIM7000")]
    [DataRow("SIMCOM_SIM7080G", "SIMCom SIM7080")]
    [DataRow("SIMCOM_SIM7600E-H", "SIMCom SIM7600")]
    [DataRow("A7670E-FASE", "SIMCom A7670")]
    [DataRow("A7608SA-H", "SIMCom A7670")]
    [DataRow("SARA-R410M-02B", "u-blox SARA-R410M")]
    [DataRow("LARA-R211", "u-blox LARA-R211")]
    [DataRow("SARA-R510S", "u-blox SARA-R5")]
    [DataRow("nRF9160-SICA", "Nordic nRF91")]
    [DataRow("nRF9151-LACA", "Nordic nRF91")]
    [DataRow("ME310G1-WW", "Telit ME310G1")]
    [DataRow("EM7590", "Sierra EM7590")]
    [DataRow("HL7800", "Semtech HL78")]
    [DataRow("GM02S", "Sequans GM02S")]
    [DataRow("LBAD0XX1SC-DM", "Murata 1SC")]
    [DataRow("MT5700M-CN", "Huawei MT5700")]
    [DataRow("MS2372h-517", "Huawei MS2372")]
    [DataRow("AC75", "Cinterion AC75")]
    [DataRow(" WAVECOM MODEM", "Wavecom")]
    [DataRow("FM350-GL", "Fibocom FM350")]
    [DataRow("+CGMM: \"bg96\"", "Quectel BG96")]
    [DataRow("SIM-1", "Default")]
    [DataRow("Quectel", "Default")]
    [DataRow("", "Default")]
    public void Identify_WhatModemsSay_FindsTheirProfile(string model, string name)
    {
        Assert.AreEqual(name, ModemProfiles.Identify(model).Name);
    }

    [TestMethod]
    [DataRow("BG77", "Quectel BG95")]
    [DataRow("EC21", "Quectel EC25")]
    [DataRow("EM05-G", "Quectel RM520")]
    [DataRow("SIMCOM_SIM7070G", "SIMCom SIM7080")]
    [DataRow("SIM7670E", "SIMCom A7670")]
    [DataRow("SARA-R422S", "u-blox SARA-R5")]
    [DataRow("ME910G1-WW", "Telit ME310G1")]
    [DataRow("MC7455", "Sierra EM7590")]
    [DataRow("GMS01Q", "Sequans GM02S")]
    public void Identify_SiblingOfAFamily_IsOfIt(string model, string name) =>
        Assert.AreEqual(name, ModemProfiles.Identify(model).Name);

    [TestMethod]
    public void Model_EveryProfile_IsUpperCaseAndIdentifiesItself()
    {
        for (int i = 1; i < ModemProfiles.Count; i++)
        {
            ModemProfile profile = ModemProfiles.Get(i);
            Assert.AreEqual(profile.Model.ToUpperInvariant(), profile.Model);
            foreach (string model in profile.Model.Split(';'))
                Assert.AreEqual(profile.Name, ModemProfiles.Identify(model).Name);
        }
    }

    [TestMethod]
    public void Values_EveryProfile_AreTheDefaultButForWhatIsKnown()
    {
        string[] cgla = ["Quectel EG25-G", "Quectel EG95", "Quectel RM520", "Sierra EM7590", "Fibocom FM350"];
        foreach (ModemProfile profile in _names.Select(ModemProfiles.Find).OfType<ModemProfile>())
        {
            string name = profile.Name;
            Assert.AreEqual(cgla.Contains(name) ? CardAccess.Cgla : CardAccess.Auto, profile.PreferredAccess, name);
            Assert.AreEqual(name is "Quectel EC800G" or "Sequans GM02S" ? 128 : 240, profile.ChunkSize, name);
            Assert.AreEqual(name != "Huawei MT5700", profile.SelectsWithLe, name);
            Assert.AreEqual(name != "Nordic nRF91", profile.ClosesWithLe, name);
            Assert.AreEqual(name == "Telit ME310G1", profile.NeedsCsimLock, name);
            Assert.AreEqual(name == "Nordic nRF91" ? 41 : 4, profile.FunctionalityForReading, name);
            Assert.AreEqual(30000, profile.SimReadyTimeout, name);
            Assert.AreEqual(10000, profile.CommandTimeout, name);
        }
    }

    [TestMethod]
    [DataRow("Default", null)]
    [DataRow("Quectel BG96", "AT+QCCID")]
    [DataRow("SIMCom SIM7080", "AT+CCID")]
    [DataRow("SIMCom SIM7600", "AT+CICCID")]
    [DataRow("u-blox SARA-R5", "AT+CCID")]
    [DataRow("Nordic nRF91", "AT%XICCID")]
    [DataRow("Telit ME310G1", "AT#CCID")]
    [DataRow("Sequans GM02S", "AT+SQNCCID")]
    [DataRow("Huawei MS2372", null)]
    public void IccidCommand_Profile_IsTheVendors(string name, string? command)
    {
        Assert.AreEqual(command, ModemProfiles.Find(name)!.IccidCommand);
    }
}
