namespace Bootstrapper.Lwm2m
{
    /// <summary>
    /// An instance of object 2, LwM2M Access Control: who may do what with one Object Instance (versions 1.0 and 1.1).
    /// </summary>
    public sealed class AccessControlInstance : ObjectInstance
    {
        internal AccessControlInstance(int instanceId)
            : base(ObjectIds.AccessControl, instanceId)
        {
        }

        /// <summary>Gets the ID of the object that the rule is for, 1..65534.</summary>
        public int TargetObjectId
        {
            get { return FindInt(AccessControlResources.ObjectId, -1); }
        }

        /// <summary>
        /// Gets the ID of the Object Instance that the rule is for, 65535 where it is for creating instances.
        /// </summary>
        public int TargetInstanceId
        {
            get { return FindInt(AccessControlResources.ObjectInstanceId, -1); }
        }

        /// <summary>Gets the access control list, an entry a server.</summary>
        public AccessControlEntry[] Acl
        {
            get { return (AccessControlEntry[])GetValue(AccessControlResources.Acl); }
        }

        /// <summary>Gets the Short Server ID of the owner, 65535 where only a bootstrap may change the instance.</summary>
        public int AccessControlOwner
        {
            get { return FindInt(AccessControlResources.AccessControlOwner, -1); }
        }

        internal override ResourceType TypeOf(int resourceId)
        {
            switch (resourceId)
            {
                case AccessControlResources.ObjectId:
                case AccessControlResources.ObjectInstanceId:
                case AccessControlResources.AccessControlOwner:
                    return ResourceType.Identifier;
                case AccessControlResources.Acl:
                    return ResourceType.AccessControlList;
                default:
                    return ResourceType.Unknown;
            }
        }
    }
}
