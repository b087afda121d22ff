using System;
using System.Text;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Tests.Lwm2m
{
    /// <summary>Writes down the calls it gets, and fails at the one that a test names.</summary>
    public sealed class RecordingHandler : IObjectHandler
    {
        private readonly StringBuilder _calls = new StringBuilder();

        /// <summary>The call to throw at, such as <c>instance 0</c>.</summary>
        public string FailAt { get; set; } = "";

        /// <summary>All calls, with commas between them.</summary>
        public string Calls
        {
            get { return _calls.ToString(); }
        }

        public void Begin(int objectId, int majorVersion, int minorVersion)
        {
            Write("begin " + objectId.ToString() + " " + majorVersion.ToString() + "." + minorVersion.ToString());
        }

        public void BeginInstance(int instanceId)
        {
            Write("instance " + instanceId.ToString());
        }

        public void AddValue(int instanceId, int resourceId, int resourceInstanceId, TlvReader value)
        {
            string path = instanceId.ToString() + "/" + resourceId.ToString();
            if (resourceInstanceId >= 0)
                path = path + "/" + resourceInstanceId.ToString();
            Write(path + "=" + value.GetInteger().ToString());
        }

        public void Commit()
        {
            Write("commit");
        }

        public void Abandon()
        {
            Write("abandon");
        }

        private void Write(string call)
        {
            if (_calls.Length > 0)
                _calls.Append(", ");
            _calls.Append(call);
            if (call == FailAt)
                throw new InvalidOperationException("the handler fails");
        }
    }
}
