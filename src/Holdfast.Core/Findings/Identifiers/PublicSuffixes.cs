using System.Text;

namespace Holdfast.Findings.Identifiers;

/// <summary>
/// The public suffix list (<c>content/public-suffix</c>): under which names anybody can register a domain. Read by the
/// algorithm of https://publicsuffix.org/list/, when it is first needed.
/// </summary>
internal sealed class PublicSuffixes
{
    private static readonly Lazy<PublicSuffixes> LazyInstance = new(Load);

    // A rule keeps its mark: "uk", "*.ck", "!www.ck".
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _rules;

    private PublicSuffixes(HashSet<string> rules) => _rules = rules.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The list that is built in.</summary>
    public static PublicSuffixes Instance => LazyInstance.Value;

    /// <summary>True when the last label is a top-level domain that exists.</summary>
    /// <param name="host">Host name in lower case.</param>
    public bool HasKnownTop(ReadOnlySpan<char> host)
    {
        var top = host[(host.LastIndexOf('.') + 1)..];
        return _rules.Contains(top) || top.StartsWith("xn--", StringComparison.Ordinal) || HasWildcard(top);
    }

    /// <summary>The part of the host that one party registered, such as <c>example.co.uk</c>; empty when it is a suffix itself.</summary>
    /// <param name="host">Host name in lower case without a final dot.</param>
    public ReadOnlySpan<char> RegistrableDomain(ReadOnlySpan<char> host)
    {
        var suffix = SuffixStart(host);
        if (suffix <= 0)
            return [];
        var dot = host[..(suffix - 1)].LastIndexOf('.');
        return host[(dot + 1)..];
    }

    private int SuffixStart(ReadOnlySpan<char> host)
    {
        // From the longest candidate to the shortest: the first rule that matches is the prevailing one.
        for (var start = 0; ;)
        {
            var candidate = host[start..];
            var dot = candidate.IndexOf('.');
            if (IsException(candidate))
                return start + dot + 1;
            if (_rules.Contains(candidate))
                return start;
            if (dot < 0 || HasWildcard(candidate[(dot + 1)..]))
                return start;
            start += dot + 1;
        }
    }

    private bool HasWildcard(ReadOnlySpan<char> parent) => ContainsMarked("*.", parent);

    private bool IsException(ReadOnlySpan<char> name) => ContainsMarked("!", name);

    private bool ContainsMarked(ReadOnlySpan<char> mark, ReadOnlySpan<char> name)
    {
        if (name.Length > WebAddress.LongestHost)
            return false;
        Span<char> rule = stackalloc char[WebAddress.LongestHost + 2];
        mark.CopyTo(rule);
        name.CopyTo(rule[mark.Length..]);
        return _rules.Contains(rule[..(mark.Length + name.Length)]);
    }

    private static PublicSuffixes Load()
    {
        using var stream = typeof(PublicSuffixes).Assembly.GetManifestResourceStream("content/public-suffix/public_suffix_list.dat")
            ?? throw new InvalidOperationException("The public suffix list is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rules = new HashSet<string>(12_000, StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
                rules.Add(line.AsSpan().IndexOfAny(' ', '\t') is var end and >= 0 ? line[..end] : line);
        }

        return new PublicSuffixes(rules);
    }
}
