using System;
using Bootstrapper.Card;
using Bootstrapper.Lwm2m;
using Bootstrapper.Modem;

namespace Bootstrapper
{
    /// <summary>
    /// Bootstrap from Smartcard (LwM2M TS, 6.1.3.2 and Appendix G): reads EF LwM2M_Bootstrap of the SIM through the modem
    /// and decodes it. Made once; <see cref="Run"/> may be called again and again.
    /// </summary>
    /// <remarks>
    /// Throws <see cref="ContentException"/> for malformed bytes, <see cref="CardException"/> for a status word and
    /// <see cref="ModemException"/> for a modem error that no <see cref="BootstrapOutcome"/> explains. What the link, the
    /// log or a handler throws passes out.
    /// </remarks>
    public sealed class SmartCardBootstrap
    {
        private const int EfIccid = 0x2FE2;
        private const int EfIccidShort = 0x02;
        private const int IccidLength = 10;
        private const BootstrapOutcome Unexplained = (BootstrapOutcome)(-1);
        private const string BootstrapFileName = "EF LwM2M_Bootstrap";

        private readonly BootstrapOptions _options;
        private readonly ILog _log;
        private readonly ModemSetup _setup;
        private readonly LogicalChannel _channel;
        private readonly UiccFiles _files;
        private readonly CardFileReader _file;
        private readonly EfDir _applications;
        private readonly Pkcs15Directory _directory;
        private readonly AtChannel _modem;
        private readonly ConfigurationLoader _loader;
        private string _iccid;
        private bool _running;

        /// <summary>Creates the bootstrap.</summary>
        /// <param name="link">The line to the modem, which the caller has opened and closes.</param>
        /// <param name="clock">Gives the time and waits.</param>
        /// <param name="options">What the application wants otherwise than the LwM2M TS; not to be changed any more.</param>
        /// <param name="log">Is told each step.</param>
        public SmartCardBootstrap(ISerialLink link, IClock clock, BootstrapOptions options = null, ILog log = null)
        {
            options = options ?? new BootstrapOptions();
            options.Check();
            _options = options;
            _log = log;
            _modem = new AtChannel(link, clock);
            _loader = new ConfigurationLoader(options.MaxInstances);
            _setup = new ModemSetup(Modem);
            _channel = new LogicalChannel(new CsimExchange(Modem, options.CommandTimeout), clock);
            _files = new UiccFiles(_channel);
            _file = new CardFileReader(_files, options.ChunkSize);
            _applications = new EfDir(_files);
            _directory = new Pkcs15Directory(_file, options.ObjectIdentifier);
        }

        /// <summary>Gets the AT channel to the modem, whose unsolicited lines the application may listen to.</summary>
        public AtChannel Modem => _modem;

        /// <summary>Gets the loader, which the application gives its handlers of further objects.</summary>
        public ConfigurationLoader Loader => _loader;

        /// <summary>Lets the bootstrap that is running end as <see cref="BootstrapOutcome.Cancelled"/>, if one is.</summary>
        public void Cancel()
        {
            if (_running)
                Modem.Cancel();
        }

        /// <summary>Reads the card. What the application has from an earlier run is not touched.</summary>
        public BootstrapResult Run()
        {
            if (_running)
                throw new InvalidOperationException("a bootstrap is running");
            _running = true;
            _iccid = null;
            _modem.ForgetCancel();
            try
            {
                Tell("getting the modem ready");
                switch (_setup.Prepare())
                {
                    case SimState.NotInserted:
                        return End(BootstrapOutcome.NoCard);
                    case SimState.PinRequired:
                        return End(BootstrapOutcome.PinRequired);
                    case SimState.PukRequired:
                        return End(BootstrapOutcome.PinBlocked);
                    default:
                        return ReadOnChannel();
                }
            }
            catch (ModemException e) when (OutcomeOf(e) != Unexplained)
            {
                return End(OutcomeOf(e));
            }
            catch (CardException e) when (OutcomeOf(e) != Unexplained)
            {
                return End(OutcomeOf(e));
            }
            finally
            {
                _running = false;
                _setup.Restore();
            }
        }

        private BootstrapResult ReadOnChannel()
        {
            Tell("opening a logical channel");
            _channel.Open();
            try
            {
                return ReadFile();
            }
            finally
            {
                if (!_channel.Close())
                    Tell("the channel may still be open");
            }
        }

        private BootstrapResult ReadFile()
        {
            _iccid = ReadIccid();

            // LwM2M TS G.2.1: evaluate EF(DIR), select the PKCS#15 application by its identifier.
            Tell("looking for the PKCS#15 application");
            byte[] pkcs15 = HexDigits.Bytes("A000000063504B43532D3135");
            byte[] identifier = _options.ApplicationIdentifier;
            byte[] odfPath = null;
            if (identifier == null)
            {
                _applications.Find(pkcs15);
                identifier = _applications.Identifier ?? pkcs15;
                odfPath = _applications.OdfPath;
            }

            // A longer identifier in EF(DIR) that the card does not have is no reason not to try the registered one.
            if (!_files.SelectApplication(identifier)
                && (_options.ApplicationIdentifier != null || identifier.Length == pkcs15.Length
                    || !_files.SelectApplication(pkcs15)))
            {
                return End(BootstrapOutcome.NoApplication);
            }

            // LwM2M TS G.2.5: EF(ODF), EF(DODF-bootstrap), EF LwM2M_Bootstrap.
            Tell("looking for the bootstrap file");
            CardPath path = _options.FileIdentifier == 0
                ? _directory.Find(odfPath)
                : new CardPath(new[] { (byte)(_options.FileIdentifier >> 8), (byte)_options.FileIdentifier });
            if (path == null)
            {
                Tell("no directory file names it");
                return End(BootstrapOutcome.NoBootstrapFile);
            }

            if (!_file.Open(path, BootstrapFileName))
            {
                Tell("the file is not there");
                return End(BootstrapOutcome.NoBootstrapFile);
            }

            Tell("reading the bootstrap file");
            LoadResult content = Loader.Load(_file);
            return new BootstrapResult(OutcomeOf(content), _iccid, content);
        }

        // TS 102 221 13.2: EF(ICCID) under the MF, digits in swapped nibbles, F behind the last. The bootstrap does
        // without it.
        private string ReadIccid()
        {
            _files.OpenInRoot(EfIccid, EfIccidShort);
            try
            {
                int length = _files.ReadBinary(0, IccidLength);
                char[] digits = new char[2 * IccidLength];
                int count = 0;
                for (; count < 2 * length; count++)
                {
                    int both = _files.Buffer[count / 2];
                    int nibble = (count & 1) == 0 ? both & 0x0F : both >> 4;
                    if (nibble > 9)
                        break;
                    digits[count] = (char)('0' + nibble);
                }

                return count == 0 ? null : new string(digits, 0, count);
            }
            catch (CardException e)
            {
                Tell("no ICCID: " + e.Message);
                return null;
            }
        }

        private BootstrapResult End(BootstrapOutcome outcome)
        {
            return new BootstrapResult(outcome, _iccid, null);
        }

        private static BootstrapOutcome OutcomeOf(LoadResult content)
        {
            switch (content.Outcome)
            {
                case LoadOutcome.Blank:
                    return BootstrapOutcome.Blank;
                case LoadOutcome.Empty:
                    return BootstrapOutcome.Empty;
                case LoadOutcome.Inconsistent:
                    return BootstrapOutcome.Inconsistent;
                default:
                    return BootstrapOutcome.Provisioned;
            }
        }

        private static BootstrapOutcome OutcomeOf(ModemException e)
        {
            if (e.Status == AtStatus.Cancelled)
                return BootstrapOutcome.Cancelled;
            if (e.Status != AtStatus.CmeError)
                return Unexplained;
            switch (e.Code)
            {
                case CmeErrors.SimNotInserted:
                    return BootstrapOutcome.NoCard;
                case CmeErrors.SimPinRequired:
                    return BootstrapOutcome.PinRequired;
                case CmeErrors.SimPukRequired:
                    return BootstrapOutcome.PinBlocked;
                default:
                    return Unexplained;
            }
        }

        private static BootstrapOutcome OutcomeOf(CardException e)
        {
            switch (e.StatusWord)
            {
                case StatusWords.SecurityStatusNotSatisfied:
                    return BootstrapOutcome.PinRequired;
                case StatusWords.PinBlocked:
                    return BootstrapOutcome.PinBlocked;
                case StatusWords.SecureChannelRequired:
                    return BootstrapOutcome.SecureChannelRequired;
                default:
                    return Unexplained;
            }
        }

        private void Tell(string line)
        {
            if (_log != null)
                _log.Write(line);
        }
    }
}
