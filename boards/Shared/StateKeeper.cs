using System;
using System.IO;

namespace Bootstrapper.Boards
{
    /// <summary>
    /// What is kept over a deep sleep: the state of the card, and how far the errors in a row have got. A store that fails costs
    /// a longer round after it, no more.
    /// </summary>
    internal sealed class StateKeeper
    {
        // Both counts, before the state.
        private const int HeaderLength = 2;

        private readonly IStateStore _store;
        private readonly ILog _log;
        private byte[] _stored;

        /// <summary>Creates the keeper.</summary>
        /// <param name="store">Where it is kept, null for nowhere.</param>
        /// <param name="log">Is told of failures.</param>
        public StateKeeper(IStateStore store, ILog log)
        {
            _store = store;
            _log = log;
        }

        /// <summary>The state of the card, null for none.</summary>
        public byte[] State { get; set; }

        /// <summary>The rounds in a row that ended in an error, 0 to 255.</summary>
        public int Troubles { get; set; }

        /// <summary>How much speaks for it that the modem has to be started anew, 0 to 255.</summary>
        public int Distrust { get; set; }

        /// <summary>Reads what is kept. Whether the state is one is not looked at; a wrong count does no harm.</summary>
        public void Read()
        {
            if (_store == null)
                return;
            try
            {
                _stored = _store.Read();
            }
            catch (IOException e)
            {
                _log.Write("what was kept over the sleep can't be read: " + e.Message);
            }

            if (_stored == null || _stored.Length < HeaderLength)
                return;
            Troubles = _stored[0];
            Distrust = _stored[1];
            if (_stored.Length == HeaderLength)
                return;
            State = new byte[_stored.Length - HeaderLength];
            Array.Copy(_stored, HeaderLength, State, 0, State.Length);
        }

        /// <summary>Keeps it. Flash wears: what is kept already is not written again.</summary>
        public void Keep()
        {
            byte[] bytes = ToBytes();
            if (_store == null || AreEqual(bytes, _stored))
                return;
            try
            {
                _store.Write(bytes);
                _stored = bytes;
            }
            catch (IOException e)
            {
                _log.Write("nothing can be kept over the sleep: " + e.Message);
            }
        }

        private byte[] ToBytes()
        {
            if (State == null && Troubles == 0 && Distrust == 0)
                return null;
            byte[] bytes = new byte[HeaderLength + (State == null ? 0 : State.Length)];
            bytes[0] = (byte)Troubles;
            bytes[1] = (byte)Distrust;
            if (State != null)
                Array.Copy(State, 0, bytes, HeaderLength, State.Length);
            return bytes;
        }

        private static bool AreEqual(byte[] a, byte[] b)
        {
            if (a == null || b == null || a.Length != b.Length)
                return a == b;
            for (int i = 0; i < a.Length; i++)
            {
                if (a[i] != b[i])
                    return false;
            }

            return true;
        }
    }
}
