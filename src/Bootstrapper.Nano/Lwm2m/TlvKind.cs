namespace Bootstrapper.Lwm2m
{
    /// <summary>What an OMA TLV entry is: bits 7-6 of its type byte (LwM2M TS 7.4.5).</summary>
    public enum TlvKind
    {
        /// <summary>An Object Instance, which holds <see cref="Resource"/> and <see cref="MultipleResource"/> entries.</summary>
        ObjectInstance = 0,

        /// <summary>One instance of a multiple resource, with its value; only inside <see cref="MultipleResource"/>.</summary>
        ResourceInstance = 1,

        /// <summary>A multiple resource, which holds <see cref="ResourceInstance"/> entries, perhaps none.</summary>
        MultipleResource = 2,

        /// <summary>A single resource with its value.</summary>
        Resource = 3,
    }
}
