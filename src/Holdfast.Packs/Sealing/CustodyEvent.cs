namespace Holdfast.Packs;

/// <summary>
/// What a host may write into the custody log besides the lines that <see cref="PackBuilder"/> writes by itself: things that
/// happened to an earlier pack of the case.
/// </summary>
public enum CustodyEvent
{
    /// <summary>The earlier pack was checked.</summary>
    PackVerified,

    /// <summary>The earlier pack was opened.</summary>
    PackOpened,

    /// <summary>The earlier pack was saved to another place.</summary>
    Exported,

    /// <summary>The earlier pack was encrypted for somebody.</summary>
    EncryptedTo,

    /// <summary>The earlier pack was given to somebody.</summary>
    HandedOver,
}
