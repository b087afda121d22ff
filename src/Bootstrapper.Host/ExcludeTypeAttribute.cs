namespace System.Runtime.CompilerServices
{
    /// <summary>Stands in for the device's attribute, which keeps a class of constants alone out of the flash image.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class ExcludeTypeAttribute : Attribute
    {
    }
}
