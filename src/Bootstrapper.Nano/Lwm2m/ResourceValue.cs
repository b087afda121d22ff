namespace Bootstrapper.Lwm2m
{
    /// <summary>Turns the value of a resource into what an <see cref="ObjectInstance"/> keeps.</summary>
    internal static class ResourceValue
    {
        // Four times what a URI may have: decoding takes as much memory again for a moment.
        private const int LongestString = 1024;

        /// <summary>Reads the value, or one value of a multiple resource, that <paramref name="tlv"/> is on.</summary>
        /// <returns>
        /// A string, bool, byte[], ObjectLink or AccessControlEntry; a long for every number, for an Unsigned that of the
        /// same bits.
        /// </returns>
        public static object Read(TlvReader tlv, ResourceType type)
        {
            switch (type)
            {
                case ResourceType.String:
                case ResourceType.StringList:
                    if (tlv.Length > LongestString)
                        throw new ContentException(tlv.Offset, "a string is over 1024 bytes");
                    return tlv.GetString();
                case ResourceType.Boolean:
                    return tlv.GetBoolean();
                case ResourceType.Integer:
                    return tlv.GetInteger();
                case ResourceType.Identifier:
                    return (long)tlv.GetIdentifier();
                case ResourceType.Unsigned:
                    return (long)tlv.GetUnsigned();
                case ResourceType.ObjectLink:
                case ResourceType.ObjectLinkList:
                    return tlv.GetObjectLink();
                case ResourceType.AccessControlList:
                    // Object 2, resource 2: the resource-instance ID is the Short Server ID.
                    return new AccessControlEntry(tlv.Identifier, ToInt(tlv.GetInteger()));
                default:
                    return tlv.GetOpaque();
            }
        }

        /// <summary>Gets the int that is nearest to <paramref name="value"/>.</summary>
        public static int ToInt(long value)
        {
            if (value > int.MaxValue)
                return int.MaxValue;
            return value < int.MinValue ? int.MinValue : (int)value;
        }
    }
}
