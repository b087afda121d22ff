namespace Bootstrapper.Lwm2m
{
    /// <summary>How a resource of a known object is read: its data type, and whether it has many values.</summary>
    internal enum ResourceType
    {
        /// <summary>Not a resource of the object, or not one that a file gives a value.</summary>
        Unknown,

        /// <summary>Must not carry a value.</summary>
        Executable,

        String,
        Boolean,

        /// <summary>Integer or Time.</summary>
        Integer,

        /// <summary>An Integer that is an ID.</summary>
        Identifier,

        Unsigned,
        Opaque,
        ObjectLink,

        // Multiple resources, from here on.
        UnsignedList,
        StringList,
        ObjectLinkList,
        AccessControlList,
    }
}
