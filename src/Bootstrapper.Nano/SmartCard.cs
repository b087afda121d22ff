using Bootstrapper.Card;
using Bootstrapper.Lwm2m;
using Bootstrapper.Modem;

namespace Bootstrapper
{
    /// <summary>
    /// The steps on the card, whatever the way to it: its number, the PKCS#15 application, the directory files, the
    /// bootstrap file (LwM2M TS, G.2).
    /// </summary>
    internal sealed class SmartCard : IRereadable
    {
        private const int EfIccid = 0x2FE2;
        private const int EfIccidShort = 0x02;
        private const int IccidLength = 10;
        private const string BootstrapFileName = "EF LwM2M_Bootstrap";

        /// <summary>The reader of its files.</summary>
        public readonly CardFileReader File;

        /// <summary>The card's number as far as it is known.</summary>
        public string Iccid;

        /// <summary>Whether the way got as far as the application, or to the card's word that it has none.</summary>
        public bool IsReached;

        private readonly BootstrapOptions _options;
        private readonly ConfigurationLoader _loader;
        private readonly UiccFiles _files;
        private readonly ProgressSink _progress;
        private int _bytesRead;

        public SmartCard(BootstrapOptions options, ConfigurationLoader loader, ProgressSink progress)
        {
            _options = options;
            _loader = loader;
            _progress = progress;
            _files = new UiccFiles(null);
            _files.Pin = new FilePin(options.Pin, options.FilePin, progress);
            File = new CardFileReader(_files, BootstrapOptions.DefaultChunkSize);
        }

        /// <summary>Forgets the card.</summary>
        public void Reset()
        {
            Iccid = null;
            IsReached = false;
        }

        /// <summary>Asks the modem for the card's number, for which no file has to be read.</summary>
        public void AskIccid(ModemSetup modem)
        {
            try
            {
                Iccid = modem.ReadIccid();
            }
            catch (ModemException e) when (WayTrouble.IsTrouble(e))
            {
                _progress.Write("no ICCID: " + e.Message);
            }
        }

        /// <summary>Reads the bootstrap file, over a way that is open.</summary>
        public BootstrapResult Read(CardAccess way, ICardAccess access, ModemSetup modem)
        {
            _files.Access = access;
            ReadIccid(way, modem);

            // LwM2M TS G.2.1: evaluate EF(DIR), select the PKCS#15 application by its identifier.
            _progress.Tell(BootstrapStep.FindingApplication, "looking for the PKCS#15 application");

            // What finds the file is made for that alone: while the file is read, the memory is the result's.
            EfDir applications = new EfDir(_files);
            byte[] identifier = FindApplication(way, access, applications);
            byte[] directory = applications.Path;
            byte[] odfPath = applications.OdfPath;
            applications = null;
            if (identifier == null)
                return End(BootstrapOutcome.NoApplication);

            // LwM2M TS G.2.5: EF(ODF), EF(DODF-bootstrap), EF LwM2M_Bootstrap.
            _progress.Tell(BootstrapStep.FindingFile, "looking for the bootstrap file");
            CardPath path = _options.FileIdentifier == 0
                ? new Pkcs15Directory(File, _options.ObjectIdentifier).Find(odfPath)
                : new CardPath(new[] { (byte)(_options.FileIdentifier >> 8), (byte)_options.FileIdentifier });
            if (path == null)
            {
                _progress.Tell(BootstrapStep.FindingFile, "no directory file names it");
                return End(BootstrapOutcome.NoBootstrapFile);
            }

            if (!File.Open(path, BootstrapFileName))
            {
                _progress.Tell(BootstrapStep.FindingFile, "the file is not there");
                return End(BootstrapOutcome.NoBootstrapFile);
            }

            LoadResult content = Load(path);
            KnownCard known = new KnownCard();
            known.Access = way;
            known.ChunkSize = File.ChunkSize;
            known.IccidSum = KnownCard.SumOf(Iccid);
            known.Digest = content.Digest;
            known.Length = content.Length;
            known.Index = path.Index;
            known.Identifier = identifier;
            known.Directory = directory ?? new byte[0];
            known.Path = path.Octets;
            return new BootstrapResult(OutcomeOf(content), Iccid, content, known.ToBytes());
        }

        /// <summary>
        /// Tells whether the card is the known one and its file has the known content, over a way that is open. A card that
        /// does not tell its number any more is another if this is the last look, else that throws.
        /// </summary>
        public bool Is(KnownCard known, ICardAccess access, ModemSetup modem, bool isLast)
        {
            _files.Access = access;
            File.ChunkSize = known.ChunkSize;
            ReadIccid(known.Access, modem);
            if (known.IccidSum != 0 && Iccid == null && !isLast)
                throw new ModemException("ICCID", AtStatus.Garbled, -1);
            if (known.IccidSum != 0 && KnownCard.SumOf(Iccid) != known.IccidSum)
                return false;
            CardPath path = new CardPath(known.Path, known.Index, known.Length);
            if (!access.SelectApplication(known.Identifier, known.Directory) || !File.Open(path, BootstrapFileName, false))
                return false;

            Crc32Source content = new Crc32Source(File);
            byte[] buffer = new byte[64];
            while (content.Read(buffer, 0, buffer.Length) > 0)
            {
            }

            return content.Length == known.Length && content.Value == known.Digest;
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count)
        {
            int read = File.Read(buffer, offset, count);
            _bytesRead += read;
            _progress.Tell(BootstrapStep.ReadingFile, _bytesRead);
            return read;
        }

        /// <inheritdoc/>
        public bool IsUnchanged()
        {
            return File.IsUnchanged();
        }

        // A file that is written over the air meanwhile may be anything in between: it is read once more.
        private LoadResult Load(CardPath path)
        {
            for (int attempt = 0; ; attempt++)
            {
                _progress.Tell(BootstrapStep.ReadingFile, "reading the bootstrap file");
                _bytesRead = 0;
                try
                {
                    return _loader.Load(this);
                }
                catch (ContentException)
                {
                    if (attempt > 0 || File.IsUnchanged())
                        throw;
                    _progress.Tell(BootstrapStep.ReadingFile, "the file changed while it was read");
                    if (!File.Open(path, BootstrapFileName))
                        throw;
                }
            }
        }

        // The identifier of the application, which is then selected; null if the card has none.
        private byte[] FindApplication(CardAccess way, ICardAccess access, EfDir applications)
        {
            byte[] pkcs15 = HexDigits.Bytes("A000000063504B43532D3135");
            byte[] identifier = _options.ApplicationIdentifier;
            bool isListed = false;
            if (identifier == null)
            {
                isListed = IsListed(way, applications, pkcs15);
                identifier = applications.Identifier ?? pkcs15;
            }

            bool isSelected = access.SelectApplication(identifier, applications.Path);
            if (!isSelected && _options.ApplicationIdentifier == null && identifier.Length != pkcs15.Length)
            {
                // A longer identifier in EF(DIR) that the card does not have is no reason not to try the registered one.
                identifier = pkcs15;
                isSelected = access.SelectApplication(identifier, applications.Path);
            }

            // AT+CRSM may just not get there: that the card has no such application, only EF(DIR) can say.
            if (!isSelected && way == CardAccess.Crsm && (isListed || !applications.IsThere))
                throw new CardException("SELECT application", StatusWords.NotFound);
            IsReached = true;
            return isSelected ? identifier : null;
        }

        private bool IsListed(CardAccess way, EfDir applications, byte[] identifier)
        {
            try
            {
                return applications.Find(identifier);
            }
            catch (ModemException e) when (way == CardAccess.Cgla && WayTrouble.IsTrouble(e))
            {
                // AT+CGLA reaches the application without the list.
                return false;
            }
            catch (CardException e) when (way != CardAccess.Crsm && WayTrouble.IsTrouble(e))
            {
                // The registered identifier is tried all the same; AT+CRSM has nothing but the list to go by.
                _progress.Write(e.Message);
                return false;
            }
        }

        // TS 102 221 13.2: EF(ICCID) under the MF, digits in swapped nibbles, F behind the last. The bootstrap does
        // without it.
        private void ReadIccid(CardAccess way, ModemSetup modem)
        {
            Iccid = null;
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

                if (count > 0)
                    Iccid = new string(digits, 0, count);
            }
            catch (CardException e)
            {
                _progress.Write("no ICCID: " + e.Message);
            }
            catch (ModemException e) when (way != CardAccess.CsimChannel && WayTrouble.IsTrouble(e))
            {
                _progress.Write("no ICCID: " + e.Message);
            }

            if (Iccid == null)
                AskIccid(modem);
        }

        /// <summary>Makes the result of a run that did not get to the file.</summary>
        public BootstrapResult End(BootstrapOutcome outcome)
        {
            return new BootstrapResult(outcome, Iccid, null, null);
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
    }
}
