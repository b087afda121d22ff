using System.Text;

namespace Bootstrapper.Tests.Lwm2m
{
    /// <summary>An Object Instance that a test changes resource by resource, before it becomes hex text.</summary>
    public sealed class SampleInstance
    {
        private readonly int _id;
        private readonly string[] _entries = new string[64];

        private SampleInstance(int id)
        {
            _id = id;
        }

        /// <summary>A Security instance with a pre-shared key that breaks no rule.</summary>
        public static SampleInstance Security(int id, int shortServerId)
        {
            return new SampleInstance(id).Set(0, Tlv.Text("coaps://host:5684")).Set(1, "00").Set(2, "00")
                .Set(3, Tlv.Text("identity")).Set(5, Tlv.Bytes(16)).Set(10, Tlv.Number(shortServerId, 4));
        }

        /// <summary>A Security instance of a Bootstrap-Server, without security, that breaks no rule.</summary>
        public static SampleInstance BootstrapServer(int id)
        {
            return new SampleInstance(id).Set(0, Tlv.Text("coap://host")).Set(1, "01").Set(2, "03");
        }

        /// <summary>A Server instance that breaks no rule.</summary>
        public static SampleInstance Server(int id, int shortServerId)
        {
            return new SampleInstance(id).Set(0, Tlv.Number(shortServerId, 4)).Set(1, "0E10").Set(6, "01").Set(7, Tlv.Text("U"));
        }

        /// <summary>An Access Control instance for object 3, without entries.</summary>
        public static SampleInstance AccessControl(int id, int owner)
        {
            return new SampleInstance(id).Set(0, "03").Set(1, "00").Set(3, Tlv.Number(owner, 4));
        }

        /// <summary>An OSCORE instance that breaks no rule.</summary>
        public static SampleInstance Oscore(int id)
        {
            return new SampleInstance(id).Set(0, Tlv.Bytes(16)).Set(1, "01").Set(2, "02");
        }

        public SampleInstance Set(int resourceId, string value)
        {
            _entries[resourceId] = Tlv.Resource(resourceId, value);
            return this;
        }

        public SampleInstance SetMultiple(int resourceId, params string[] resourceInstances)
        {
            _entries[resourceId] = Tlv.Multiple(resourceId, resourceInstances);
            return this;
        }

        public SampleInstance Remove(int resourceId)
        {
            _entries[resourceId] = null;
            return this;
        }

        public override string ToString()
        {
            StringBuilder resources = new StringBuilder();
            for (int i = 0; i < _entries.Length; i++)
            {
                if (_entries[i] != null)
                    resources.Append(_entries[i]);
            }

            return Tlv.Instance(_id, resources.ToString());
        }
    }
}
