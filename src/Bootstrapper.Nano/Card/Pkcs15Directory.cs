using System;

namespace Bootstrapper.Card
{
    /// <summary>
    /// Finds a data object through the PKCS#15 directory files EF(ODF) and EF(DODF) (PKCS #15 v1.1, 6.2 and 6.8; LwM2M
    /// TS, G.3).
    /// </summary>
    public sealed class Pkcs15Directory
    {
        private const int MaxDirectories = 8;

        // The shortest entry of EF(ODF) that leads to a directory file: no file of any use is shorter. On most cards it stands
        // first, and there is no other.
        private const int ShortestEntry = 8;

        // What an entry of EF(DODF) takes that has a label and an application's name, and that with index and length, 63 bytes:
        // the first is mostly the one.
        private const int UsualEntry = 64;

        private const int DataObjects = 0xA7;
        private const int OidDataObject = 0xA1;
        private const int ExternalDataObject = 0xA0;
        private const int Sequence = 0x30;
        private const int ObjectIdentifier = 0x06;
        private const int TypeAttributes = 0xA1;

        private const string OdfName = "EF(ODF)";
        private const string Malformed = "a malformed entry";

        private readonly CardFileReader _file;
        private readonly BerFileReader _entries;
        private readonly byte[] _objectIdentifier;
        private readonly byte[] _doubled;
        private readonly BerReader _entry = new BerReader();
        private readonly BerReader _attributes = new BerReader();
        private readonly BerReader _item = new BerReader();
        private string _problem;
        private int _offset;

        /// <summary>Creates the search.</summary>
        /// <param name="file">Reads the directory files.</param>
        /// <param name="objectIdentifier">The data object's identifier, as the contents of a DER OBJECT IDENTIFIER.</param>
        public Pkcs15Directory(CardFileReader file, byte[] objectIdentifier)
        {
            _file = file;
            _entries = new BerFileReader(file);
            _objectIdentifier = objectIdentifier;

            // The example of the LwM2M TS before 1.2.1 has the header of the identifier twice, and cards follow it.
            _doubled = new byte[objectIdentifier.Length + 2];
            _doubled[0] = ObjectIdentifier;
            _doubled[1] = (byte)objectIdentifier.Length;
            Array.Copy(objectIdentifier, 0, _doubled, 2, objectIdentifier.Length);
        }

        /// <summary>Finds the data object, in the selected PKCS#15 application.</summary>
        /// <param name="odfPath">The path of EF(ODF) if the application's template names one, or null.</param>
        /// <returns>Where the object is, or null if no directory file names it.</returns>
        /// <exception cref="ContentException">None does, and one of them is malformed.</exception>
        public CardPath Find(byte[] odfPath)
        {
            // The card is not asked for the file's size, unless the shortest entry at its beginning is not all that it takes.
            CardPath odf = new CardPath(odfPath ?? new byte[] { 0x50, 0x31 });
            if (!_file.Open(new CardPath(odf.Octets, 0, ShortestEntry), OdfName, false))
                return null;
            CardPath first = ReadFirst();
            CardPath found = first == null ? null : Search(first);
            if (found != null || !_file.Open(odf, OdfName))
                return found;

            // The others, all of them before the first is opened: the card has one file open at a time.
            CardPath[] directories = new CardPath[MaxDirectories];
            int count = 0;
            while (count < MaxDirectories && _entries.Next(_entry))
            {
                CardPath directory = ReadDirectory();
                if (directory != null)
                    directories[count++] = directory;
            }

            Note(OdfName, _entries.Problem);
            for (int i = first == null ? 0 : 1; i < count && found == null; i++)
                found = Search(directories[i]);
            if (found == null && _problem != null)
                throw new ContentException(_offset, _problem);
            return found;
        }

        private CardPath ReadFirst()
        {
            CardPath path = null;
            try
            {
                if (_entries.Next(_entry))
                    path = ReadDirectory();
            }
            catch (CardException e) when (e.StatusWord != StatusWords.SecurityStatusNotSatisfied
                && e.StatusWord != StatusWords.PinBlocked)
            {
                // Cards say many things of a file that is shorter than what is asked for. Read by its size, it tells the truth.
            }

            _problem = null;
            return path;
        }

        // PKCS #15 v1.1, 6.2: dataObjects [7], here with the Path of a DODF, the first of the highest priority.
        private CardPath ReadDirectory()
        {
            if (!_entry.Next())
                Note(OdfName, Malformed);
            if (_entry.Tag != DataObjects)
                return null;
            _item.Enter(_entry);
            CardPath path = _item.Next() && _item.Tag == Sequence ? CardPath.Read(_item) : null;
            if (path == null)
                Note(OdfName, "an entry without a path");
            return path;
        }

        private CardPath Search(CardPath directory)
        {
            const string Name = "EF(DODF)";
            if (!_file.Open(directory, Name))
                return null;
            _file.Piece = UsualEntry;
            while (_entries.Next(_entry))
            {
                _attributes.Reset(null, 0, 0);
                _item.Reset(null, 0, 0);
                if (!_entry.Next() || !IsWanted())
                {
                    if (_entry.IsMalformed || _attributes.IsMalformed || _item.IsMalformed)
                        Note(Name, Malformed);
                    continue;
                }

                // ObjectValue: here the choice indirect, a Path. In an oidDO it stands behind the identifier.
                CardPath path = EnterType() && _item.Find(Sequence) ? CardPath.Read(_item) : null;
                if (path != null)
                    return path;
                Note(Name, "an entry without a path");
            }

            Note(Name, _entries.Problem);
            return null;
        }

        // PKCS #15 v1.1, 6.8: opaqueDO (SEQUENCE), externalIDO [0], oidDO [1], each of
        // { CommonObjectAttributes, CommonDataObjectAttributes { applicationName, applicationOID }, [1] type }.
        private bool IsWanted()
        {
            BerReader entry = _entry;
            BerReader attributes = _attributes;
            if (entry.Tag != OidDataObject && entry.Tag != Sequence && entry.Tag != ExternalDataObject)
                return false;
            attributes.Enter(entry);
            if (!attributes.Next() || !attributes.Next() || attributes.Tag != Sequence)
                return false;
            _item.Enter(attributes);
            if (_item.Find(ObjectIdentifier) && IsIdentifier())
                return true;
            return entry.Tag == OidDataObject && EnterType() && _item.Find(ObjectIdentifier) && IsIdentifier();
        }

        private bool EnterType()
        {
            BerReader attributes = _attributes;
            BerReader item = _item;
            attributes.Enter(_entry);
            if (!attributes.Next() || !attributes.Next() || !attributes.Find(TypeAttributes))
                return false;
            item.Enter(attributes);
            if (_entry.Tag == OidDataObject)
            {
                // OidDO ::= SEQUENCE { id OBJECT IDENTIFIER, value ObjectValue }
                if (!item.Find(Sequence))
                    return false;
                item.Enter(item);
            }

            return true;
        }

        private bool IsIdentifier()
        {
            return _item.ValueEquals(_objectIdentifier) || _item.ValueEquals(_doubled);
        }

        private void Note(string file, string problem)
        {
            if (problem == null || _problem != null)
                return;
            _problem = file + ": " + problem;
            _offset = _entries.Offset;
        }
    }
}
