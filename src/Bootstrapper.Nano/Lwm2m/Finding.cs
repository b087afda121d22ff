namespace Bootstrapper.Lwm2m
{
    /// <summary>One way in which a set of instances breaks a rule, or is odd.</summary>
    public sealed class Finding
    {
        private readonly int _rule;
        private readonly bool _isViolation;
        private readonly int _objectId;
        private readonly int _instanceId;
        private readonly int _resourceId;
        private readonly string _message;

        internal Finding(int rule, bool isViolation, int objectId, int instanceId, int resourceId, string message)
        {
            _rule = rule;
            _isViolation = isViolation;
            _objectId = objectId;
            _instanceId = instanceId;
            _resourceId = resourceId;
            _message = message;
        }

        /// <summary>Gets the number of the rule, 1..18.</summary>
        public int Rule => _rule;

        /// <summary>Gets whether the set must not be used; otherwise this is a warning.</summary>
        public bool IsViolation => _isViolation;

        /// <summary>Gets the Object ID.</summary>
        public int ObjectId => _objectId;

        /// <summary>Gets the Object Instance ID, -1 where it is about the object.</summary>
        public int InstanceId => _instanceId;

        /// <summary>Gets the Resource ID, -1 where it is about the instance or the object.</summary>
        public int ResourceId => _resourceId;

        /// <summary>Gets what is wrong, in one line without any key.</summary>
        public string Message => _message;

        /// <summary>Gets the path, such as <c>/0/1/10</c>.</summary>
        public string Path
        {
            get { return PathOf(ObjectId, InstanceId, ResourceId); }
        }

        /// <summary>Gets a path such as <c>/0/1/10</c>, without the IDs that are -1.</summary>
        internal static string PathOf(int objectId, int instanceId, int resourceId)
        {
            string path = "/" + objectId.ToString();
            if (instanceId >= 0)
                path = path + "/" + instanceId.ToString();
            if (resourceId >= 0)
                path = path + "/" + resourceId.ToString();
            return path;
        }

        /// <summary>Gets path and message.</summary>
        public override string ToString()
        {
            return Path + ": " + Message;
        }
    }
}
