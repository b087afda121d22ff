namespace Bootstrapper.Lwm2m
{
    /// <summary>A value of type Objlnk: names an Object Instance, or none (LwM2M TS Appendix C).</summary>
    public sealed class ObjectLink
    {
        private readonly int _objectId;
        private readonly int _instanceId;

        private const int NullId = 65535;

        /// <summary>Creates a link.</summary>
        /// <param name="objectId">The Object ID, 0..65535.</param>
        /// <param name="instanceId">The Object Instance ID, 0..65535.</param>
        public ObjectLink(int objectId, int instanceId)
        {
            _objectId = objectId;
            _instanceId = instanceId;
        }

        /// <summary>Gets the Object ID, 0..65535.</summary>
        public int ObjectId => _objectId;

        /// <summary>Gets the Object Instance ID, 0..65535.</summary>
        public int InstanceId => _instanceId;

        /// <summary>Gets whether this is the null link 65535:65535, which names nothing.</summary>
        public bool IsNull
        {
            get { return ObjectId == NullId && InstanceId == NullId; }
        }
    }
}
