using System;

namespace Bootstrapper.Lwm2m
{
    /// <summary>The application's handlers by Object ID, and which of them have begun.</summary>
    internal sealed class ObjectHandlers
    {
        private int[] _objectIds = new int[0];
        private IObjectHandler[] _handlers = new IObjectHandler[0];
        private bool[] _begun = new bool[0];

        /// <summary>Adds a handler for an object that has none yet.</summary>
        public void Add(int objectId, IObjectHandler handler)
        {
            int count = _handlers.Length;
            int[] objectIds = new int[count + 1];
            IObjectHandler[] handlers = new IObjectHandler[count + 1];
            Array.Copy(_objectIds, objectIds, count);
            Array.Copy(_handlers, handlers, count);
            objectIds[count] = objectId;
            handlers[count] = handler;
            _objectIds = objectIds;
            _handlers = handlers;
            _begun = new bool[count + 1];
        }

        /// <summary>Gets the handler of an object, null where there is none.</summary>
        public IObjectHandler Find(int objectId)
        {
            int index = IndexOf(objectId);
            return index < 0 ? null : _handlers[index];
        }

        /// <summary>Begins with the handler of an object that has one.</summary>
        /// <returns>Whether it had not begun yet.</returns>
        public bool Begin(int objectId, int majorVersion, int minorVersion)
        {
            int index = IndexOf(objectId);
            if (_begun[index])
                return false;

            _begun[index] = true; // before the call: if it throws, the handler is abandoned too
            _handlers[index].Begin(objectId, majorVersion, minorVersion);
            return true;
        }

        /// <summary>Commits what has begun.</summary>
        public void Commit()
        {
            for (int i = 0; i < _handlers.Length; i++)
            {
                if (!_begun[i])
                    continue;
                _begun[i] = false;
                _handlers[i].Commit();
            }
        }

        /// <summary>Abandons what has begun and is not committed.</summary>
        public void Abandon()
        {
            for (int i = 0; i < _handlers.Length; i++)
            {
                if (!_begun[i])
                    continue;
                _begun[i] = false;
                _handlers[i].Abandon();
            }
        }

        private int IndexOf(int objectId)
        {
            for (int i = 0; i < _objectIds.Length; i++)
            {
                if (_objectIds[i] == objectId)
                    return i;
            }

            return -1;
        }
    }
}
