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

        private const int DataObjects = 0xA7;
        private const int OidDataObject = 0xA1;
        private const int ExternalDataObject = 0xA0;
        private const int Sequence = 0x30;
        private const int ObjectIdentifier = 0x06;
        private const int TypeAttributes = 0xA1;

        private const string Malformed = "a malformed entry";

        private readonly CardFileReader _file;
        private readonly BerFileReader _entries;
        private readonly byte[] _objectIdentifier;
        private readonly byte[] _doubled;
        private readonly CardPath[] _directories = new CardPath[MaxDirectories];
        private readonly BerReader _entry = new BerReader();
        private readonly BerReader _attributes = new BerReader();
        private readonly BerReader _item = new BerReader();
        private int _count;
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
            _problem = null;
            ReadOdf(odfPath ?? new byte[] { 0x50, 0x31 });
            for (int i = 0; i < _count; i++)
            {
                CardPath found = Search(_directories[i]);
                if (found != null)
                    return found;
            }

            if (_problem != null)
                throw new ContentException(_offset, _problem);
            return null;
        }

        // PKCS #15 v1.1, 6.2: dataObjects [7], here with the Path of a DODF, the first of the highest priority.
        private void ReadOdf(byte[] odfPath)
        {
            const string Name = "EF(ODF)";
            _count = 0;
            if (!_file.Open(new CardPath(odfPath), Name))
                return;
            while (_count < MaxDirectories && _entries.Next(_entry))
            {
                if (!_entry.Next())
                    Note(Name, Malformed);
                if (_entry.Tag != DataObjects)
                    continue;
                _item.Enter(_entry);
                CardPath path = _item.Next() && _item.Tag == Sequence ? CardPath.Read(_item) : null;
                if (path != null)
                    _directories[_count++] = path;
                else
                    Note(Name, "an entry without a path");
            }

            Note(Name, _entries.Problem);
        }

        private CardPath Search(CardPath directory)
        {
            const string Name = "EF(DODF)";
            if (!_file.Open(directory, Name))
                return null;
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

                CardPath path = ReadValuePath();
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

        // ObjectValue: here the choice indirect, a Path. In an oidDO it stands behind the identifier.
        private CardPath ReadValuePath()
        {
            return EnterType() && _item.Find(Sequence) ? CardPath.Read(_item) : null;
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
