namespace Holdfast.Findings.Identifiers;

/// <summary>
/// Finds telephone numbers. Core brings <see cref="InternationalPhoneNumbers"/>; a host that can carry the metadata of
/// all national plans may offer more.
/// </summary>
public interface IPhoneNumbers
{
    /// <summary>Finds the numbers in a short text: the neighbourhood of digits that could be one.</summary>
    /// <param name="text">The text, with plain ASCII digits.</param>
    /// <param name="region">ISO 3166-1 code of the country whose national numbers are meant; null for international ones only.</param>
    /// <param name="results">Receives the numbers in order.</param>
    void Find(string text, string? region, List<PhoneNumberMatch> results);
}

/// <summary>A telephone number in a text.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">Number of UTF-16 units.</param>
/// <param name="Number">The number.</param>
public readonly record struct PhoneNumberMatch(int Start, int Length, PhoneNumber Number)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "phone number match";
}
