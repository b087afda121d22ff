namespace Bootstrapper.Simulator;

/// <summary>The families of modems, each with what was published about it.</summary>
/// <remarks>
/// Behind each fact stands where it was published. UNCONFIRMED means that something similar was published, of a sibling
/// or without the details, and that the harder case was taken. Of what nothing was published, the standard's way is taken.
/// The answers to AT+CGMI and AT+CGMM have the form of the family's, for one of its models.
/// </remarks>
public static class ModemFamilies
{
    private const CardWays AllButSessions = CardWays.All & ~CardWays.Sessions;
    private const CardWays AllButCsimChannel = CardWays.All & ~CardWays.CsimChannel;
    private const CardWays WithoutPathOrSessions = AllButSessions & ~CardWays.CrsmPath;

    private static readonly RefusedCommand[] _noSessions =
    [
        new("+CCHO", Refusal.Error),
        new("+CGLA", Refusal.Error),
        new("+CCHC", Refusal.Error),
    ];

    // Quectel AT manual: the example of +CGLA answers 6121. UNCONFIRMED which module's it was; taken for all of them.
    private static readonly ModemBehavior _quectel = new()
    {
        Manufacturer = "Quectel",
        ResolvesGetResponse = false,
        Sessions = new() { ResolvesGetResponse = false },

        // Zephyr modem_cellular.c: AT+QCCID. The number may end in F.
        IccidForms = [new("+QCCID", "+QCCID: {0}", KeepsFiller: true), new("+CCID", "+CCID: {0}", KeepsFiller: true)],

        // Particle quectel_ncp_client.cpp.
        StartLines = ["RDY", "+CFUN: 1", "+CPIN: {0}", "+QUSIM: 1", "+QIND: SMS DONE"],

        // Quectel AT manual, +QSIMSTAT: a space before the colon.
        CardPulledLine = "+QSIMSTAT : 1,0",
        CardInsertedLine = "+QSIMSTAT : 1,1",
    };

    // SIM7000, SIM7070/7080/7090 and A76XX AT manuals: no <pathid>, none of +CCHO, +CGLA, +CCHC.
    // ofono drivers/atmodem/sim.c: SIMCom wants P1 to P3 with GET RESPONSE.
    private static readonly ModemBehavior _simCom = new()
    {
        Manufacturer = "SIMCOM_Ltd",
        Refused = _noSessions,
        Crsm = new() { Path = PathArgument.Refused, NeedsAllParameters = true },
        CardPulledLine = "+CPIN: NOT INSERTED",
        CardInsertedLine = "+CPIN: {0}",
    };

    private static readonly string[] _simComChatter =
        ["+CREG: 1", "*PSUTTZ: 26/11/24,10:20:30,\"+04\",0", "DST: 0", "+CEREG: 5", "UNDER-VOLTAGE WARNNING"];

    private static readonly ModemBehavior _ublox = new()
    {
        Manufacturer = "u-blox",

        // Orange IoT-SAFE library: SARA-R410M answers 61xx. UNCONFIRMED for its siblings.
        ResolvesGetResponse = false,
    };

    private static readonly ModemBehavior _huawei = new()
    {
        Manufacturer = "Huawei Technologies Co., Ltd.",

        // ModemManager plugins/huawei: ^ICCID, ^SIMST.
        IccidForms = [new("^ICCID", "^ICCID: {0}")],

        // ofono drivers/atmodem/sim.c.
        Crsm = new() { NeedsAllParameters = true },
        CardPulledLine = "^SIMST: 255,1",
        CardInsertedLine = "^SIMST: 1",
    };

    /// <summary>Gets all families, the one that does everything as the standard says first.</summary>
    public static IReadOnlyList<SimulatedModemFamily> All { get; } =
    [
        new("Default", CardWays.All, new()),

        new("Quectel BG96", CardWays.All, _quectel with
        {
            // wolfSSL iotsafe.c: on channel 1, and it asks for what 61xx announces itself.
            Model = "BG96",
            Revision = "BG96MAR02A07M1G",

            // Quectel forum 6164: +CPIN? and +CIMI may answer ERROR right after RDY.
            LateSim = new(1, Refusal.Error),
        })
        {
            Chatter = ["+QIND: PB DONE", "+CEREG: 2", "+CEREG: 5", "+CTZV: +04"],
        },

        // Particle device-os pull request 2915: one driver for BG95, BG77, BG96, EG91, which opens channel 1.
        // UNCONFIRMED which of them it was tried on.
        new("Quectel BG95", CardWays.All, _quectel with
        {
            Model = "BG95-M3",
            StartLines = ["RDY", "APP RDY", "+CPIN: {0}", "+QIND: SMS DONE"],
        }),

        new("Quectel EC25", AllButCsimChannel, _quectel with
        {
            Model = "EC25",
            Csim = new()
            {
                Refused =
                [
                    // lpac issue 164, of the EG25; UNCONFIRMED that all EC25 firmware does it.
                    new(ApduForm.OnLogicalChannel, Refusal.Error),

                    // Public VoWiFi bridge: MANAGE CHANNEL as 007080xx00. UNCONFIRMED what the other form is answered.
                    new(ApduForm.CloseOfFourBytes, Refusal.StatusWord(0x6700)),
                ],
            },
        }),

        // lpac issue 164: opening and closing works, STATUS on the channel does not; +CCHO, +CGLA and +CCHC do.
        // UNCONFIRMED: as which error.
        new("Quectel EG25-G", AllButCsimChannel, _quectel with
        {
            Model = "EG25",
            Csim = new() { Refused = [new(ApduForm.OnLogicalChannel, Refusal.Error)] },
        }),

        // at_client_sdk issue 1568: opening answers 019000, SELECT on channel 1 then +CME ERROR: 0.
        new("Quectel EG95", AllButCsimChannel, _quectel with
        {
            Model = "EG95",
            Csim = new() { Refused = [new(ApduForm.OnLogicalChannel, Refusal.Cme(CmeError.PhoneFailure))] },
        }),

        // As BG95. UNCONFIRMED that it does not fail as its sibling EG95 does.
        new("Quectel EG91", CardWays.All, _quectel with { Model = "EG91" }),

        // Quectel forum 34559: every +CRSM answers +CME ERROR: 3, while AT+QCCID works.
        new("Quectel EG916Q", CardWays.All & ~(CardWays.Crsm | CardWays.CrsmPath), _quectel with
        {
            Model = "EG916Q-GL",
            Refused = [new("+CRSM", Refusal.Cme(CmeError.OperationNotAllowed))],
        }),

        // Quectel forum 44916: 6100 to a command that answers 256 bytes or more, and to each GET RESPONSE after it.
        new("Quectel EC800G", CardWays.All, _quectel with
        {
            Model = "EC800G",
            Revision = "EC800GCNLDR01A07M04",
            Csim = new() { LosesFullResponses = true },
        }),

        // lpac issue 300: EM05-G has +CCHO, +CGLA and +CCHC, and answers ERROR to their test forms.
        // lpac issue 143: +CCHC before the OK. UNCONFIRMED that it was a modem of this family.
        new("Quectel RM520", CardWays.All, _quectel with
        {
            Model = "RM520N-GL",
            Refused = [.. _noSessions.Select(r => r with { Form = AtRequestKind.Test })],
            Sessions = _quectel.Sessions with { TellsClosing = true },
        }),

        // SIM7000 AT manual V1.06, AT+CCID: nothing but digits. SIM7000 hardware design V1.07: IPR=0, auto-bauding, and no
        // RDY with that. UNCONFIRMED how many commands are lost.
        new("SIMCom SIM7000", WithoutPathOrSessions, _simCom with
        {
            Model = "SIMCOM_SIM7000G",
            IccidForms = [new("+CCID", "{0}")],
            LostCommands = 3,
            StartLines = ["+CFUN: 1", "+CPIN: {0}", "SMS Ready"],
        })
        {
            Chatter = _simComChatter,
        },

        // SIM7070_SIM7080_SIM7090 AT manual, and the same of auto-bauding.
        new("SIMCom SIM7080", WithoutPathOrSessions, _simCom with
        {
            Model = "SIMCOM_SIM7080",
            IccidForms = [new("+CCID", "{0}")],
            LostCommands = 5,
            StartLines = ["+CFUN: 1", "+CPIN: {0}", "SMS Ready"],
        })
        {
            Chatter = _simComChatter,
        },

        // lpac issue 168: none of the session commands. LilyGO utilities.h: what it sends at the start.
        new("SIMCom SIM7600", AllButSessions, _simCom with
        {
            Manufacturer = "SIMCOM INCORPORATED",
            Model = "SIMCOM_SIM7600E-H",
            IccidForms = [new("+CICCID", "+ICCID: {0}")],
            Crsm = new() { NeedsAllParameters = true },
            StartLines = ["RDY", "+CPIN: {0}", "SMS DONE", "PB DONE"],
        })
        {
            Chatter = _simComChatter,
        },

        // A76XX AT manual V1.09. esp-protocols issue 669: *ATREADY. UNCONFIRMED: a path is ignored rather than refused.
        new("SIMCom A7670", WithoutPathOrSessions, _simCom with
        {
            Manufacturer = "INCORPORATED",
            Model = "A7670E-FASE",
            IccidForms = [new("+CICCID", "+ICCID: {0}")],
            Crsm = new() { Path = PathArgument.Ignored, NeedsAllParameters = true },
            StartLines = ["*ATREADY: 1", "+CPIN: {0}", "SMS DONE", "PB DONE"],
        })
        {
            Chatter = _simComChatter,
        },

        // Orange IoT-SAFE issue 7: the whole dialogue on channel 1, closed with five bytes.
        new("u-blox SARA-R410M", CardWays.All, _ublox with
        {
            Model = "SARA-R410M-02B",

            // Particle sara_ncp_client.cpp and device-os pull request 2573: +CME ERROR: SIM busy, a second later READY.
            ErrorForms = CmeeForms.WordsOnly,
            LateSim = new(1, Refusal.Cme(CmeError.SimBusy)),

            // Orange iot_safe_arduino_internal.cpp: the first response on an MKR NB 1500 may be one without +CSIM, the one
            // after it has it. UNCONFIRMED how often.
            Csim = new() { Disorder = AnswerDisorder.BehindOk, DisorderedAnswers = 1 },
        }),

        // Twilio Breakout_Trust_Onboard_SDK tests/modems.csv.
        new("u-blox LARA-R211", CardWays.All, _ublox with { Model = "LARA-R211" }),

        // Nothing published but the manuals' tables of contents.
        new("u-blox SARA-R5", CardWays.All, _ublox with { Model = "SARA-R510S", ResolvesGetResponse = true }),

        new("Nordic nRF91", CardWays.All, new()
        {
            Manufacturer = "Nordic Semiconductor ASA",
            Model = "nRF9160-SICA",
            Revision = "mfw_nrf9160_1.3.6",
            Echo = false,

            // nRF91 AT reference, %XICCID; ncs-serial-modem: Ready.
            IccidForms = [new("%XICCID", "%XICCID: {0}")],
            StartLines = ["Ready"],

            // Zephyr pull request 107898: the card can be read from AT+CFUN=4 on.
            StartFunction = 0,

            // sdk-nrf uicc_lwm2m sample: AT+CFUN=41 before the card is read.
            CardOnlyFunction = 41,

            // nRF91 AT reference, +CPIN.
            QuotesPinCodes = true,

            // TinyGSM issue 486.
            ErrorForms = CmeeForms.NoWords,

            // sdk-nrf uicc_lwm2m.c closes with four bytes. UNCONFIRMED that five are refused.
            Csim = new() { Refused = [new(ApduForm.CloseOfFiveBytes, Refusal.StatusWord(0x6700))] },
        })
        {
            Chatter = ["+CEREG: 2", "+CEREG: 5", "+CSCON: 1", "%XTIME: \"08\",\"62114201030280\",\"00\""],
        },

        // ModemManager plugins/telit: AT+CSIM=1 and =0 around APDUs, told as #QSS. ME310G1 AT reference 80617ST10991A:
        // +CCHO, +CGLA, +CCHC. Zephyr pull request 69217: AT+ICCID.
        new("Telit ME310G1", CardWays.All, new()
        {
            Manufacturer = "Telit",
            Model = "ME310G1-WW",
            Csim = new() { HasLock = true },
            IccidForms = [new("+ICCID", "+ICCID: {0}"), new("#CCID", "#CCID: {0}")],
            CardPulledLine = "#QSS: 0",
            CardInsertedLine = "#QSS: 1",
        }),

        new("Sierra EM7590", CardWays.All, new()
        {
            Manufacturer = "Sierra Wireless, Incorporated",
            Model = "EM7590",

            // lpac issue 138 and pull request 139: names of 16 digits, and AT+CGLA=? answers ERROR.
            Sessions = new() { Names = SessionNames.Handles },
            Refused = [new("+CGLA", Refusal.Error, AtRequestKind.Test)],

            // ModemManager mm-base-sim.c, of Qualcomm Gobi; UNCONFIRMED for this one. ofono drivers/atmodem/sim.c.
            Crsm = new() { FirstReadFails = true, NeedsAllParameters = true },

            // ModemManager plugins/sierra/mm-sim-sierra.c.
            IccidForms = [new("!ICCID", "!ICCID: {0}")],
        }),

        // Zephyr pull request 52076: the EID behind the number. UNCONFIRMED what stands between them.
        new("Semtech HL78", CardWays.All, new()
        {
            Manufacturer = "Sierra Wireless",
            Model = "HL7800",
            IccidForms = [new("+CCID", "+CCID: {0},89049032000000000000000000000017")],
            StartLines = ["+KSUP: 0"],
        }),

        new("Sequans GM02S", CardWays.All, new()
        {
            Manufacturer = "Sequans Communications",
            Model = "GM02S",

            // Orange iot_safe_arduino_internal.cpp, of the GMS01Q: no quotes, and the answer before on the same line.
            // UNCONFIRMED that +CRSM and +CGLA have no quotes either.
            Notation = new() { Quotes = false },

            // Orange iot_safe.c: what is longer than a buffer of, for example, 256 bytes is incomplete. UNCONFIRMED that the
            // status word is not.
            Csim = new() { Disorder = AnswerDisorder.BehindPrevious, MaxResponse = 256 },

            // walter-arduino pull request 126.
            IccidForms = [new("+SQNCCID", "+SQNCCID:\"{0}\",\"\"")],

            // walter-esp-idf.
            StartLines = ["+SYSSTART"],
        }),

        // Public scripts: AT+CSIM on the basic channel. Infineon cy_atmodem.h: AT%CCID.
        new("Murata 1SC", CardWays.All, new()
        {
            Manufacturer = "Murata Manufacturing Co., Ltd.",
            Model = "LBAD0XX1SC-DM",
            IccidForms = [new("%CCID", "%CCID: {0}")],
            StartLines = ["%BOOTEV:0"],
        }),

        // Public notes on the MT5700: +CSIM follows 61xx, cuts at 256 bytes, and refuses data with Le; +CGLA passes 61xx on.
        new("Huawei MT5700", CardWays.All, _huawei with
        {
            Model = "MT5700M-CN",
            Csim = new() { MaxResponse = 256, Refused = [new(ApduForm.DataWithLe, Refusal.Error)] },
            Sessions = new() { ResolvesGetResponse = false },
        }),

        // lpac issue 164: the basic channel works, no other can be opened, +CCHO always ends in an error.
        // UNCONFIRMED: how MANAGE CHANNEL is refused.
        new("Huawei MS2372", AllButSessions & ~CardWays.CsimChannel, _huawei with
        {
            Model = "MS2372h-517",
            Csim = new() { Refused = [new(ApduForm.ManageChannel, Refusal.StatusWord(0x6881))] },
            Refused = [new("+CCHO", Refusal.Error, AtRequestKind.Set)],
        }),

        // AC75 AT command set, 14.2: nine instructions, and the MF is selected after each. The SELECTs are kept and sent again.
        // UNCONFIRMED: which error the others end in, and that SELECT by AID is kept as well.
        new("Cinterion AC75", WithoutPathOrSessions & ~CardWays.CsimChannel, new()
        {
            Manufacturer = "SIEMENS",
            Model = "AC75",
            Refused = _noSessions,
            ResolvesGetResponse = false,
            Csim = new()
            {
                Instructions = [0xA4, 0xF2, 0xB0, 0xD6, 0xB2, 0xDC, 0xA2, 0x32, 0xC0],
                Refused = [new(ApduForm.OtherInstruction, Refusal.Cme(CmeError.OperationNotAllowed))],
                ReselectsMasterFile = true,
            },

            // The manual's +CRSM ends with <data>.
            Crsm = new() { Path = PathArgument.Refused },
            IccidForms = [new("^SCID", "^SCID: {0}")],

            // ofono plugins/cinterion.c, of the TC65.
            EmptyLines = 1,
        }),

        // Moxa OnCell G2150I AT command set 3-9: the instructions of +CSIM, none with Le behind data, all else +CME ERROR: 3.
        // Its +CRSM ends with <data>. UNCONFIRMED: 61xx is passed on, which leaves no way to what SELECT answers.
        new("Wavecom", CardWays.Crsm, new()
        {
            Manufacturer = "WAVECOM MODEM",
            Model = "MULTIBAND  900E  1800",
            Refused = _noSessions,
            ResolvesGetResponse = false,
            Csim = new()
            {
                Instructions = [0xB0, 0xB2, 0x12, 0xF2, 0xA4, 0xA2, 0x10, 0xC2, 0x14],
                Refused =
                [
                    new(ApduForm.OtherInstruction, Refusal.Cme(CmeError.OperationNotAllowed)),
                    new(ApduForm.DataWithLe, Refusal.Cme(CmeError.OperationNotAllowed)),
                ],
            },
            Crsm = new() { Path = PathArgument.Refused },
            IccidForms = [new("+CCID", "+CCID: \"{0}\"")],
        }),

        // lpac issue 209 and pull request 445: AT+CCHO answers 1 and no more, AT+CCHC ERROR where nothing is open.
        new("Fibocom FM350", CardWays.All, new()
        {
            Manufacturer = "Fibocom Wireless Inc.",
            Model = "FM350-GL",
            Sessions = new() { BareName = true, NoSession = Refusal.Error },
        }),
    ];

    /// <summary>Gets a family by its exact name.</summary>
    public static SimulatedModemFamily Get(string name) => All.First(f => f.Name == name);
}
