namespace Bootstrapper.Lwm2m
{
    /// <summary>A value of type Objlnk: names an Object Instance, or none (LwM2M TS Appendix C).</summary>
    public sealed class ObjectLink
    {
        private const int NullId = 65535;

        /// <summary>Creates a link.</summary>
        /// <param name="objectId">The Object ID, 0..65535.</param>
        /// <param name="instanceId">The Object Instance ID, 0..65535.</param>
        public ObjectLink(int objectId, int instanceId)
        {
            ObjectId = objectId;
            InstanceId = instanceId;
        }

        /// <summary>Gets the Object ID, 0..65535.</summary>
        public int ObjectId { get; }

        /// <summary>Gets the Object Instance ID, 0..65535.</summary>
        public int InstanceId { get; }

        /// <summary>Gets whether this is the null link 65535:65535, which names nothing.</summary>
        public bool IsNull
        {
            get { return ObjectId == NullId && InstanceId == NullId; }
        }
    }
}
