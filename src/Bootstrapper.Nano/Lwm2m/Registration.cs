namespace Bootstrapper.Lwm2m
{
    /// <summary>The application's handler of one object.</summary>
    internal sealed class Registration
    {
        public readonly int ObjectId;
        public readonly IObjectHandler Handler;

        /// <summary>Whether it has begun with its object, and neither committed nor abandoned that.</summary>
        public bool HasBegun;

        public Registration(int objectId, IObjectHandler handler)
        {
            ObjectId = objectId;
            Handler = handler;
        }
    }
}
