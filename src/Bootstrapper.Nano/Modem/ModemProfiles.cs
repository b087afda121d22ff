namespace Bootstrapper.Modem
{
    /// <summary>The modems that are known, and in what they differ from the default.</summary>
    public static class ModemProfiles
    {
        // AT commands for the ICCID: from Quectel's, SIMCom's and u-blox' AT manuals.
        private const string Qccid = "AT+QCCID";
        private const string Ccid = "AT+CCID";
        private const string Ciccid = "AT+CICCID";

        /// <summary>Gets the number of profiles.</summary>
        public static int Count => 28;

        /// <summary>Gets a profile; the first one, <c>Default</c>, is for modems that are not known.</summary>
        /// <param name="index">From 0 to <see cref="Count"/> less one.</param>
        public static ModemProfile Get(int index)
        {
            // What is UNCONFIRMED was found in no document and no log.
            switch (index)
            {
                case 1:
                    // AT+CSIM on channel 1: wolfSSL IDE/iotsafe.
                    return new ModemProfile("Quectel BG96", null, Qccid);
                case 2:
                    // APDUs: Particle device-os PR 2915, where the module is not told: UNCONFIRMED.
                    return new ModemProfile("Quectel BG95", "BG95;BG77", Qccid);
                case 3:
                    // lpac issue 164; AT+CRSM: esp-protocols PR 1034. AT+CSIM beyond channel 0 is UNCONFIRMED.
                    return new ModemProfile("Quectel EC25", "EC25;EC20;EC21", Qccid);
                case 4:
                    // lpac issue 164: channel 1 opens over AT+CSIM, but commands on it fail; AT+CGLA works.
                    return new ModemProfile("Quectel EG25-G", "EG25", Qccid, CardAccess.Cgla);
                case 5:
                    // at_client_sdk issue 1568: SELECT on channel 1 ends with +CME ERROR 0. That AT+CGLA works is UNCONFIRMED.
                    return new ModemProfile("Quectel EG95", null, Qccid, CardAccess.Cgla);
                case 6:
                    // Quectel forum 34559: AT+CRSM always ends with +CME ERROR 3. All else is UNCONFIRMED.
                    return new ModemProfile("Quectel EG916Q", null, Qccid);
                case 7:
                    // As BG95: UNCONFIRMED.
                    return new ModemProfile("Quectel EG91", null, Qccid);
                case 8:
                    // Quectel forum 44916: 256 bytes end in 6100 for ever.
                    return new ModemProfile("Quectel EC800G", null, Qccid) { MostBytes = 128 };
                case 9:
                    // lpac issues 164 and 300. AT+CSIM is UNCONFIRMED.
                    return new ModemProfile("Quectel RM520", "RM520;EM05", Qccid, CardAccess.Cgla);
                case 10:
                    // SIM7000 AT manual: AT+CCID has no prefix, there is no AT+CCHO.
                    return new ModemProfile("SIMCom SIM7000", null, Ccid);
                case 11:
                    // SIM7070_SIM7080_SIM7090 AT manual: likewise.
                    return new ModemProfile("SIMCom SIM7080", "SIM7080;SIM7070;SIM7090", Ccid);
                case 12:
                    // lpac issue 168: no AT+CCHO. LilyGo-Modem-Series: AT+CICCID.
                    return new ModemProfile("SIMCom SIM7600", null, Ciccid);
                case 13:
                    // A76XX AT manual V1.09: its AT+CCHOPEN is of another kind.
                    return new ModemProfile("SIMCom A7670", "A76;SIM7670", Ciccid);
                case 14:
                    // IoT-SAFE-APDU-library issue 7: AT+CSIM on channel 1.
                    return new ModemProfile("u-blox SARA-R410M", null, Ccid);
                case 15:
                    // Breakout_Trust_Onboard_SDK tests/modems.csv: AT+CSIM.
                    return new ModemProfile("u-blox LARA-R211", null, Ccid);
                case 16:
                    // UNCONFIRMED.
                    return new ModemProfile("u-blox SARA-R5", "SARA-R5;SARA-R422", Ccid);
                case 17:
                    // sdk-nrf lib/uicc_lwm2m: closes with four bytes. serial_lte_modem: +CFUN 41 turns the SIM on.
                    return new ModemProfile("Nordic nRF91", "NRF91", "AT%XICCID")
                    {
                        ClosesWithoutLe = true,
                        Functionality = 41,
                    };
                case 18:
                    // ModemManager plugins/telit: the lock. Telit AT manuals: AT#CCID.
                    return new ModemProfile("Telit ME310G1", "ME310G1;ME910", "AT#CCID") { NeedsLock = true };
                case 19:
                    // lpac PR 139, issue 300.
                    return new ModemProfile("Sierra EM7590", "EM7590;MC7455", null, CardAccess.Cgla);
                case 20:
                    // zephyr drivers/modem/hl7800.c, PR 52076: the EID behind the ICCID. APDUs are UNCONFIRMED.
                    return new ModemProfile("Semtech HL78", null, Ccid);
                case 21:
                    // IoT-SAFE-APDU-library iot_safe.c: with Le 00 long answers are not whole (GMS01Q). walter-arduino PR 126:
                    // AT+SQNCCID. That AT+CGMM says so is UNCONFIRMED.
                    return new ModemProfile("Sequans GM02S", "GM02S;GMS01Q;GM01Q", "AT+SQNCCID") { MostBytes = 128 };
                case 22:
                    // zephyr murata-1sc.c: AT%CCID. Beyond channel 0 UNCONFIRMED.
                    return new ModemProfile("Murata 1SC", null, "AT%CCID");
                case 23:
                    // Public notes on the modem: AT+CSIM refuses a SELECT with Le.
                    return new ModemProfile("Huawei MT5700", null) { RefusesSelectWithLe = true };
                case 24:
                    // lpac issue 164: AT+CSIM on channel 0 only, AT+CCHO always fails.
                    return new ModemProfile("Huawei MS2372", null);
                case 25:
                    // Cinterion AC75 AT manual: AT+CSIM has no MANAGE CHANNEL.
                    return new ModemProfile("Cinterion AC75", null, "AT^SCID");
                case 26:
                    // OnCell G2150I manual, 3-9: instructions that read only. python-gsmmodem: what AT+CGMI says.
                    return new ModemProfile("Wavecom", "WAVECOM");
                case 27:
                    // lpac issue 209, PR 445: AT+CCHO answers without a prefix.
                    return new ModemProfile("Fibocom FM350", null, null, CardAccess.Cgla);
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
                foreach (string known in profile.Model.Split(';'))
                {
                    if (model.IndexOf(known) >= 0)
                        return profile;
                }
            }

            return Get(0);
        }
    }
}
