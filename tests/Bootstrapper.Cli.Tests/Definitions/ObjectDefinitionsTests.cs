using System.Globalization;
using Bootstrapper.Cli.Definitions;

namespace Bootstrapper.Cli.Tests.Definitions;

[TestClass]
public class ObjectDefinitionsTests
{
    // The constants of existing configurations: an object, then its resources.
    private const string Constants =
        """
        Security 0: ServerURI 0, Bootstrap 1, Mode 2, PKOrIdentity 3, ServerPKOrIdentity 4, SecretKey 5, SMSSecurityMode 6,
          SMSBindingKeyParameters 7, SMSBindingSecretKeys 8, ServerSMSNumber 9, ShortServerID 10, ClientHoldOffTime 11,
          BootstrapTimeout 12, MatchingType 13, SNI 14, CertificateUsage 15, DtlsTlsCiphersuite 16
        Server 1: ShortServerID 0, Lifetime 1, DefaultMinPeriod 2, DefaultMaxPeriod 3, Disable 4, DisableTimeout 5,
          NotificationStoring 6, Binding 7, RegistrationUpdateTrigger 8, RequestBootstrapTrigger 9, TlsDtlsAlertCode 11,
          LastBootstrapped 12, InitialRegistrationDelayTimer 14, BootstrapOnRegistrationFailure 16,
          ServerCommunicationRetryCount 17, ServerCommunicationRetryTimer 18, ServerCommunicationSequenceDelayTimer 19,
          ServerCommunicationSequenceRetryCount 20, Trigger 21, PreferredTransport 22, MuteSend 23
        AccessControl 2: TargetOID 0, TargetIID 1, ACL 2, Owner 3
        Device 3: Manufacturer 0, ModelNumber 1, SerialNumber 2, FirmwareVersion 3, Reboot 4, FactoryReset 5,
          AvailablePowerSources 6, PowerSourceVoltage 7, PowerSourceCurrent 8, BatteryLevel 9, MemoryFree 10, ErrorCode 11,
          ResetErrorCode 12, CurrentTime 13, UTCOffset 14, Timezone 15, SupportedBindingAndModes 16, DeviceType 17,
          HardwareVersion 18, SoftwareVersion 19, BatteryStatus 20, MemoryTotal 21, ExtDevInfo 22
        ConnectivityMonitoring 4: NetworkBearer 0, AvailableNetworkBearer 1, RadioSignalStrength 2, LinkQuality 3, IPAddresses
          4, RouterIPAddresses 5, LinkUtilization 6, APN 7, CellID 8, SMNC 9, SMCC 10
        FirmwareUpdate 5: Package 0, PackageURI 1, Update 2, State 3, UpdateResult 5, PackageName 6, PackageVersion 7,
          FirmwareUpdateProtocolSupport 8, FirmwareUpdateDeliveryMethod 9, Cancel 10, Severity 11, LastStateChangeTime 12,
          MaxDeferPeriod 13
        Location 6: Latitude 0, Longitude 1, Altitude 2, Uncertainty 3, Velocity 4, Timestamp 5
        ConnectivityStatistics 7: SMSTxCounter 0, SMSRxCounter 1, TxData 2, RxData 3, MaxMessageSize 4, AverageMessageSize 5,
          Start 6, Stop 7, CollectionPeriod 8, CollectionDuration 9
        SoftwareManagement 9: PkgName 0, PkgVersion 1, Package 2, PackageURI 3, Install 4, Checkpoint 5, Uninstall 6,
          UpdateState 7, UpdateSupportedObjects 8, UpdateResult 9, Activate 10, Deactivate 11, ActivationState 12,
          PackageSettings 13, UserName 14, Password 15, StatusReason 16, SoftwareComponentLink 17, SoftwareComponentTreeLength
          18
        CellularConnectivity 10: SMSCAddress 0, DisableRadioPeriod 1, ModuleActivationCode 2, VendorSpecificExtensions 3,
          PSMTimer 4, ActiveTimer 5, ServingPLMNRateControl 6, eDRXParamtersForIuMode 7, eDRXParamtersForWBS1Mode 8,
          eDRXParametersForNBS1Mode 9, eDRXParametersForAGbMode 10, ActivatedProfileNames 11, CoverageEnhancementLevel 12,
          PowerSavingModes 13, ActivePowerSavingModes 14
        ApnConnectionProfile 11: ProfileName 0, APN 1, AutoSelectAPNByDevice 2, EnableStatus 3, AuthenticationType 4, UserName
          5, Secret 6, ReconnectSchedule 7, Validity 8, ConnectionEstablishmentTime 9, ConnectionEstablishmentResult 10,
          ConnectionEstablishmentRejectCause 11, ConnectionEndTime 12, TotalBytesSent 13, TotalBytesReceived 14, IPAddress 15,
          PrefixLength 16, SubnetMask 17, Gateway 18, PrimaryDNSAddress 19, SecondaryDNSAddress 20, QCI 21,
          VendorSpecificExtensions 22, TotalPacketsSent 23, PDNType 24, APNRateControl 25, ServingPLMNRateControl 26,
          UplinkTimeUnit 27, APNRateControlForExceptionData 28, APNExceptionDataUplinkTimeUnit 29, SupportedRATTypes 30,
          RDSApplicationID 31, RDSDestinationPort 32, RDSSourcePort 33
        Portfolio 16: Identity 0, GetAuthData 1, AuthData 2, AuthStatus 3
        BinaryAppDataContainer 19: Data 0, DataPriority 1, DataCreationTime 2, DataDescription 3, DataFormat 4, AppId 5
        EventLog 20: LogClass 4010, LogStart 4011, LogStop 4012, LogStatus 4013, LogData 4014, LogDataFormat 4015
        Lwm2mGateway 25: DeviceID 0, Prefix 1, IoTEndDeviceObjects 3
        Temperature 3303: MinMeasuredValue 5601, MaxMeasuredValue 5602, MinRangeValue 5603, MaxRangeValue 5604,
          ResetMinAndMaxMeasuredValues 5605, SensorValue 5700, SensorUnits 5701, ApplicationType 5750
        Accelerometer 3313: MinRangeValue 5603, MaxRangeValue 5604, XValue 5702, YValue 5703, ZValue 5704, SensorUnits 5701
        PushButton 3347: DigitalInputState 5500, DigitalInputCounter 5501, ApplicationType 5750
        """;

    [TestMethod]
    public void Find_EveryConstantOfConfigurations_HasItsNumber()
    {
        int count = 0;
        foreach (string line in Constants.ReplaceLineEndings("\n").Replace("\n  ", " ").Split('\n'))
        {
            string[] parts = line.Trim().Split(": ");
            (string objectName, int objectId) = Constant(parts[0]);
            ObjectDefinition? definition = ObjectDefinitions.Default.Find(objectName);
            Assert.IsNotNull(definition, objectName);
            Assert.AreEqual(objectId, definition.Id, objectName);
            Assert.AreSame(definition, ObjectDefinitions.Default.Find(objectId));
            foreach (string resource in parts[1].Split(", "))
            {
                (string name, int id) = Constant(resource);
                Assert.AreEqual(id, definition.Find(name)?.Id, $"{objectName}.{name}");
                Assert.AreEqual($"RID.{objectName}.{name}", ObjectDefinitions.Default.NameOf(objectId, id));
                count++;
            }
        }

        Assert.AreEqual(209, count);
    }

    [TestMethod]
    [DataRow(0, 17, "OSCORESecurityMode", "Objlnk")]
    [DataRow(0, 25, "SecondaryServerURI", "String")]
    [DataRow(1, 10, "APNLink", "Objlnk")]
    [DataRow(1, 13, "RegistrationPriorityOrder", "Unsigned")]
    [DataRow(1, 27, "ProfileIDHashAlgorithm", "Unsigned")]
    [DataRow(4, 13, "CoverageEnhancementLevel", "Integer")]
    [DataRow(21, 0, "MasterSecret", "Opaque")]
    [DataRow(21, 6, "IDContext", "Opaque")]
    public void Find_NewerResource_HasNameAndType(int objectId, int resourceId, string name, string kind)
    {
        ResourceDefinition? definition = ObjectDefinitions.Default.Find(objectId, resourceId);

        Assert.AreEqual(name, definition?.Name);
        Assert.AreEqual(kind, definition?.Kind.ToString());
    }

    // What gives access to something: keys, and the passwords of an APN and of a software package.
    [TestMethod]
    public void IsSecret_AllObjects_ThatOfCredentials()
    {
        string[] secrets = [.. ObjectDefinitions.Default.All.SelectMany(
            o => o.Resources.Where(r => r.IsSecret).Select(r => $"{o.Name}.{r.Name}"))];

        CollectionAssert.AreEqual(
            new[]
            {
                "Security.SecretKey", "Security.SMSBindingSecretKeys", "SoftwareManagement.Password",
                "ApnConnectionProfile.Secret", "Portfolio.AuthData", "OSCORE.MasterSecret",
            },
            secrets);
    }

    [TestMethod]
    [DataRow(0, 16)]
    [DataRow(0, 27)]
    [DataRow(1, 24)]
    [DataRow(2, 2)]
    [DataRow(3, 6)]
    [DataRow(4, 4)]
    public void IsMultiple_ResourceWithInstances_IsTrue(int objectId, int resourceId) =>
        Assert.IsTrue(ObjectDefinitions.Default.Find(objectId, resourceId)!.IsMultiple);

    [TestMethod]
    public void NameOf_UnknownObjectOrResource_IsNull()
    {
        Assert.IsNull(ObjectDefinitions.Default.NameOf(26241));
        Assert.IsNull(ObjectDefinitions.Default.NameOf(26241, 0));
        Assert.IsNull(ObjectDefinitions.Default.NameOf(1, 200));
    }

    private static (string Name, int Id) Constant(string text)
    {
        string[] words = text.Split(' ');
        return (words[0], int.Parse(words[1], CultureInfo.InvariantCulture));
    }
}
