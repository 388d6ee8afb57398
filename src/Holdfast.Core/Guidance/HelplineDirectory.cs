using System.Text.Json;

namespace Holdfast.Guidance;

/// <summary>Who can help, by country. The entries stand in <c>content/helplines</c>, one file a country.</summary>
public sealed class HelplineDirectory
{
    /// <summary>The name of the file of services that work in every country.</summary>
    internal const string Everywhere = "INTL";

    private const string Folder = "helplines/";

    private static readonly Lazy<HelplineDirectory> s_builtIn = new(Load);

    private readonly Dictionary<string, IReadOnlyList<Helpline>> _byCountry;

    private HelplineDirectory(Dictionary<string, IReadOnlyList<Helpline>> byCountry) => _byCountry = byCountry;

    /// <summary>The directory that is part of this build.</summary>
    public static HelplineDirectory BuiltIn => s_builtIn.Value;

    /// <summary>The countries that have a file, in order of their letters.</summary>
    public IEnumerable<CountryCode> Countries
    {
        get
        {
            foreach (var letters in _byCountry.Keys.Order(StringComparer.Ordinal))
            {
                if (CountryCode.TryParse(letters, out var code))
                    yield return code;
            }
        }
    }

    /// <summary>Services that work in every country.</summary>
    public IReadOnlyList<Helpline> International => _byCountry[Everywhere];

    /// <summary>Tells whether this country has a file.</summary>
    /// <param name="country">The country.</param>
    public bool Knows(CountryCode country) => _byCountry.ContainsKey(country.Letters);

    /// <summary>All services of a country, the crisis line first; empty when it has no file.</summary>
    /// <param name="country">The country.</param>
    public IReadOnlyList<Helpline> In(CountryCode country) => _byCountry.GetValueOrDefault(country.Letters) ?? [];

    /// <summary>
    /// Services that help with the given situations, in the order of the situations, each once. An international service is
    /// named where the country has none of its own for a situation; those that block an image are always named, since they
    /// reach sites which a national service does not.
    /// </summary>
    /// <param name="country">The country that was chosen; null when none was: international services only.</param>
    /// <param name="age">Age of the person who is threatened.</param>
    /// <param name="helper">True when a parent or another adult asks.</param>
    /// <param name="situations">What help is needed for.</param>
    public IReadOnlyList<Helpline> Find(CountryCode? country, AgeBand age, bool helper, params ReadOnlySpan<Situation> situations)
    {
        var national = country is { } code ? In(code) : [];
        var found = new List<Helpline>();
        foreach (var situation in situations)
        {
            var here = national.Where(entry => Fits(entry, situation)).ToList();
            if (here.Count == 0 || situation == Situation.ImageProtection)
                here.AddRange(International.Where(entry => Fits(entry, situation)));
            found.AddRange(here.Where(entry => !found.Contains(entry)));
        }

        return found;

        bool Fits(Helpline entry, Situation situation) => entry.Situations.Contains(situation) && entry.IsFor(age, helper);
    }

    private static HelplineDirectory Load()
    {
        var byCountry = new Dictionary<string, IReadOnlyList<Helpline>>(StringComparer.Ordinal);
        foreach (var name in Content.List(Folder).Where(name => name.EndsWith(".json", StringComparison.Ordinal)))
        {
            var file = JsonSerializer.Deserialize(Content.Read(name), GuidanceJson.Default.HelplineFile)!;
            byCountry.Add(file.Country, file.Entries);
        }

        return new HelplineDirectory(byCountry);
    }
}
