namespace Bootstrapper.Simulator;

/// <summary>How the entry in EF.DODF says that its object is 2.23.43.9.1, LwM2M bootstrap data (PKCS #15 v1.1, 6.7).</summary>
public enum BootstrapObjectForm
{
    /// <summary>An object with an identifier, as in the example of the LwM2M TS from 1.2.1 on.</summary>
    Identified,

    /// <summary>The same with the identifier's header twice: the LwM2M TS's example before, and cards made after it.</summary>
    DoubledHeader,

    /// <summary>An opaque object, its identifier among the class attributes (LwM2M TS, Appendix G.3.2).</summary>
    Opaque,

    /// <summary>An object with an identifier, and the same one among the class attributes.</summary>
    Both,
}
