using Holdfast.Findings.Identifiers;

namespace Holdfast.Core.Tests.Findings.Identifiers;

/// <summary>Shorthand for the tests of this folder.</summary>
internal static class Finding
{
    public static readonly IdentifierFinder Finder = new(new InternationalPhoneNumbers());

    public static IReadOnlyList<IdentifierMatch> In(string text)
    {
        var results = new List<IdentifierMatch>();
        Finder.Find(text, results);
        if (results.Count > 0)
            Assert.True(Finder.MightContain(text), "the quick test turned away a text with a finding");
        return results;
    }

    /// <summary>Each finding as "kind value", with "platform:" before a username and "!" after what does not check out.</summary>
    public static string Summary(string text) => string.Join(
        " | ",
        In(text).Select(m => $"{m.Kind.Name()} {(m.Platform is null ? "" : m.Platform + ":")}{(m.Brand is null ? "" : m.Brand + ":")}{m.Value}{(m.ChecksOut ? "" : " !")}"));
}
