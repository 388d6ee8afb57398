namespace Holdfast.Findings.Identifiers;

/// <summary>Which of two overlapping candidates stays: the higher one, and at equal rank the longer one.</summary>
internal enum Rank
{
    /// <summary>It has the shape, but its checksum is wrong.</summary>
    Broken,

    /// <summary>A telephone number by its digits alone.</summary>
    Digits,

    /// <summary>A bare name of a web site.</summary>
    BareLink,

    /// <summary>A word that is a name only because of the words around it.</summary>
    Cued,

    /// <summary>A code or account number that the words around it name.</summary>
    CuedNumber,

    /// <summary>An e-mail address.</summary>
    Address,

    /// <summary>A whole link with its scheme.</summary>
    Link,

    /// <summary>A link to an account, or an address that is named as one.</summary>
    Account,

    /// <summary>A checksum proves it.</summary>
    Proven,
}
