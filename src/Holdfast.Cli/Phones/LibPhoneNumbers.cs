using Holdfast.Findings.Identifiers;
using PhoneNumbers;
using PhoneNumberMatch = Holdfast.Findings.Identifiers.PhoneNumberMatch;

namespace Holdfast.Cli.Phones;

/// <summary>
/// Finds telephone numbers with the national plans of all countries (libphonenumber). Numbers in international form need
/// only a possible length, as the plans lag behind the world; national ones must be assigned in their plan.
/// </summary>
internal sealed class LibPhoneNumbers : IPhoneNumbers
{
    private const int MostTries = 16;

    private readonly InternationalPhoneNumbers _international = new();
    private readonly PhoneNumberUtil _plans = PhoneNumberUtil.GetInstance();

    /// <inheritdoc/>
    public void Find(string text, string? region, List<PhoneNumberMatch> results)
    {
        var known = region is not null && _plans.GetSupportedRegions().Contains(region) ? region : null;
        var before = results.Count;
        foreach (var found in _plans.FindNumbers(text, known ?? "ZZ", PhoneNumberUtil.Leniency.POSSIBLE, MostTries))
        {
            var number = found.Number;
            if (!found.RawString.StartsWith('+') && !_plans.IsValidNumber(number))
                continue;
            if (Holdfast.Findings.Identifiers.PhoneNumber.TryParse(_plans.Format(number, PhoneNumberFormat.E164), out var parsed))
                results.Add(new PhoneNumberMatch(found.Start, found.Length, parsed));
        }

        // "00" is not dialled everywhere, but people write it everywhere.
        if (results.Count == before)
            _international.Find(text, region, results);
    }
}
