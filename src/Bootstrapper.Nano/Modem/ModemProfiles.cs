namespace Bootstrapper.Modem
{
    /// <summary>The profiles of the modems that are known.</summary>
    public static class ModemProfiles
    {
        /// <summary>Gets the number of profiles.</summary>
        public static int Count => 28;

        /// <summary>Gets a profile; the first is the one for modems that are not known.</summary>
        /// <param name="index">From 0 to <see cref="Count"/> less one.</param>
        public static ModemProfile Get(int index)
        {
            const string Ccid = "AT+CCID";
            const string Qccid = "AT+QCCID";
            const string Ciccid = "AT+CICCID";
            switch (index)
            {
                case 1:
                    return new ModemProfile("Quectel BG96", "BG96", Qccid);
                case 2:
                    return new ModemProfile("Quectel BG95", "BG95", Qccid);
                case 3:
                    return new ModemProfile("Quectel EC25", "EC25", Qccid);
                case 4:
                    return new ModemProfile("Quectel EG25-G", "EG25", Qccid, CardAccess.Cgla);
                case 5:
                    return new ModemProfile("Quectel EG95", "EG95", Qccid, CardAccess.Cgla);
                case 6:
                    return new ModemProfile("Quectel EG916Q", "EG916Q", Qccid);
                case 7:
                    return new ModemProfile("Quectel EG91", "EG91", Qccid);
                case 8:
                    return new ModemProfile("Quectel EC800G", "EC800G", Qccid) { ChunkSize = 128 };
                case 9:
                    return new ModemProfile("Quectel RM520", "RM520", Qccid, CardAccess.Cgla);
                case 10:
                    return new ModemProfile("SIMCom SIM7000", "SIM7000", Ccid);
                case 11:
                    return new ModemProfile("SIMCom SIM7080", "SIM70", Ccid);
                case 12:
                    return new ModemProfile("SIMCom SIM7600", "SIM7600", Ciccid);
                case 13:
                    return new ModemProfile("SIMCom A7670", "A76", Ciccid);
                case 14:
                    return new ModemProfile("u-blox SARA-R410M", "SARA-R410M", Ccid);
                case 15:
                    return new ModemProfile("u-blox LARA-R211", "LARA-R211", Ccid);
                case 16:
                    return new ModemProfile("u-blox SARA-R5", "SARA-R5", Ccid);
                case 17:
                    return new ModemProfile("Nordic nRF91", "NRF91", "AT%XICCID") { ClosesWithLe = false, FunctionalityForReading = 41 };
                case 18:
                    return new ModemProfile("Telit ME310G1", "ME310G1") { NeedsCsimLock = true };
                case 19:
                    return new ModemProfile("Sierra EM7590", "EM7590", null, CardAccess.Cgla);
                case 20:
                    return new ModemProfile("Semtech HL78", "HL78", Ccid);
                case 21:
                    return new ModemProfile("Sequans GM02S", "GM02S") { ChunkSize = 128 };
                case 22:
                    return new ModemProfile("Murata 1SC", "1SC", "AT%CCID");
                case 23:
                    return new ModemProfile("Huawei MT5700", "MT5700") { SelectsWithLe = false };
                case 24:
                    return new ModemProfile("Huawei MS2372", "MS2372");
                case 25:
                    return new ModemProfile("Cinterion AC75", "AC75", "AT^SCID");
                case 26:
                    return new ModemProfile("Wavecom", "WAVECOM");
                case 27:
                    return new ModemProfile("Fibocom FM350", "FM350", null, CardAccess.Cgla);
                default:
                    return new ModemProfile("Default", string.Empty);
            }
        }

        /// <summary>Finds a profile by its whole name, whatever the case of letters; null if there is none.</summary>
        public static ModemProfile Find(string name)
        {
            name = name.ToUpper();
            for (int i = 0; i < Count; i++)
            {
                ModemProfile profile = Get(i);
                string known = profile.Name.ToUpper();
                if (known == name)
                    return profile;
            }

            return null;
        }

        /// <summary>Finds the profile for what a modem says of its model or maker; the default one if it is not known.</summary>
        /// <param name="model">The answer to AT+CGMM or AT+CGMI.</param>
        public static ModemProfile Identify(string model)
        {
            model = model.ToUpper();
            for (int i = 1; i < Count; i++)
            {
                ModemProfile profile = Get(i);
                if (model.IndexOf(profile.Model) >= 0)
                    return profile;
            }

            return Get(0);
        }
    }
}
