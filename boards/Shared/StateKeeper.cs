using System.IO;

namespace Bootstrapper.Boards
{
    /// <summary>Keeps a state over a deep sleep; a store that fails costs a longer round after it, no more.</summary>
    internal sealed class StateKeeper
    {
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

        /// <summary>Gets what is kept, null for nothing.</summary>
        public byte[] Read()
        {
            if (_store == null)
                return null;
            try
            {
                _stored = _store.Read();
            }
            catch (IOException e)
            {
                _log.Write("what was kept over the sleep can't be read: " + e.Message);
            }

            return _stored;
        }

        /// <summary>Keeps a state, null for none. Flash wears: what is kept already is not written again.</summary>
        public void Keep(byte[] state)
        {
            if (_store == null || AreEqual(state, _stored))
                return;
            try
            {
                _store.Write(state);
                _stored = state;
            }
            catch (IOException e)
            {
                _log.Write("nothing can be kept over the sleep: " + e.Message);
            }
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
