namespace Bootstrapper.Simulator;

/// <summary>What a bootstrap from a card must end with.</summary>
public enum CardOutcome
{
    /// <summary>The account of <see cref="ExampleCard"/> is found.</summary>
    Provisioned,

    /// <summary>The card has no PKCS#15 application.</summary>
    NoApplication,

    /// <summary>The application has no EF LwM2M_Bootstrap.</summary>
    NoBootstrapFile,

    /// <summary>The file was never written.</summary>
    Blank,

    /// <summary>The file holds no account.</summary>
    Empty,

    /// <summary>A PIN is missing, or must not be tried.</summary>
    PinRequired,

    /// <summary>A PIN is blocked.</summary>
    PinBlocked,

    /// <summary>The file is for a secure channel only.</summary>
    SecureChannelRequired,

    /// <summary>The file is well-formed and contradictory.</summary>
    Inconsistent,

    /// <summary>The file, or one on the way to it, is malformed.</summary>
    Malformed,

    /// <summary>The card answers <see cref="GalleryCard.StatusWord"/>, which nothing above explains.</summary>
    CardError,
}
