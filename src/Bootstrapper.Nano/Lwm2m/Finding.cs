namespace Bootstrapper.Lwm2m
{
    /// <summary>One way in which a set of instances breaks a rule, or is odd.</summary>
    public sealed class Finding
    {
        internal Finding(int rule, bool isViolation, int objectId, int instanceId, int resourceId, string message)
        {
            Rule = rule;
            IsViolation = isViolation;
            ObjectId = objectId;
            InstanceId = instanceId;
            ResourceId = resourceId;
            Message = message;
        }

        /// <summary>Gets the number of the rule, 1..18.</summary>
        public int Rule { get; }

        /// <summary>Gets whether the set must not be used; otherwise this is a warning.</summary>
        public bool IsViolation { get; }

        /// <summary>Gets the Object ID.</summary>
        public int ObjectId { get; }

        /// <summary>Gets the Object Instance ID, -1 where it is about the object.</summary>
        public int InstanceId { get; }

        /// <summary>Gets the Resource ID, -1 where it is about the instance or the object.</summary>
        public int ResourceId { get; }

        /// <summary>Gets what is wrong, in one line without any key.</summary>
        public string Message { get; }

        /// <summary>Gets the path, such as <c>/0/1/10</c>.</summary>
        public string Path
        {
            get { return ResourcePath.Of(ObjectId, InstanceId, ResourceId); }
        }

        /// <summary>Gets path and message.</summary>
        public override string ToString()
        {
            return Path + ": " + Message;
        }
    }
}
