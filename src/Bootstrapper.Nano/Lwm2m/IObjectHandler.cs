namespace Bootstrapper.Lwm2m
{
    /// <summary>Receives the Object Instances of an object that the library does not know.</summary>
    /// <remarks>
    /// The calls for a record come in the order of the file: one <see cref="Begin"/>, then for each Object Instance one
    /// <see cref="BeginInstance"/> and its values. After the whole file exactly one of <see cref="Commit"/> and
    /// <see cref="Abandon"/> ends what <see cref="Begin"/> began, even if that threw. A handler that cannot use what it gets
    /// throws an exception of its own before the end: it passes out of the load, and every handler is abandoned.
    /// </remarks>
    public interface IObjectHandler
    {
        /// <summary>Begins with an object, whose record may hold no instances.</summary>
        /// <param name="objectId">The Object ID.</param>
        /// <param name="majorVersion">The major version, 0 where the file leaves the version implicit.</param>
        /// <param name="minorVersion">The minor version.</param>
        void Begin(int objectId, int majorVersion, int minorVersion);

        /// <summary>Begins with an Object Instance, which may hold no resources.</summary>
        void BeginInstance(int instanceId);

        /// <summary>Takes one value. A multiple resource without values makes no call.</summary>
        /// <param name="instanceId">The Object Instance ID.</param>
        /// <param name="resourceId">The Resource ID.</param>
        /// <param name="resourceInstanceId">The resource-instance ID in a multiple resource, -1 for a single one.</param>
        /// <param name="value">Stands on the value; good for its getters and ReadValue, until the call returns.</param>
        void AddValue(int instanceId, int resourceId, int resourceInstanceId, TlvReader value);

        /// <summary>Applies all since <see cref="Begin"/>, as the file as a whole is accepted. Must not throw.</summary>
        void Commit();

        /// <summary>Forgets all since <see cref="Begin"/>, as the file is not accepted. Must not throw.</summary>
        void Abandon();
    }
}
