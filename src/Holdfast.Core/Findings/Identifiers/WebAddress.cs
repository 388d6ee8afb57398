namespace Holdfast.Findings.Identifiers;

/// <summary>
/// The address of a web page: scheme (http or https, RFC 9110 section 4.2; optional here), host (RFC 1123 section 2.1),
/// port, and the rest as written. The owner of the host is its registrable domain by the public suffix list.
/// </summary>
internal readonly record struct WebAddress
{
    /// <summary>Longest host name in octets, by RFC 1035 section 2.3.4.</summary>
    public const int LongestHost = 253;

    /// <summary>Longest address that is read.</summary>
    public const int Longest = 2048;

    private readonly string? _text;
    private readonly string? _host;
    private readonly string? _rest;
    private readonly string? _domain;

    private WebAddress(string scheme, string host, string rest, string? domain)
    {
        _text = scheme + host + rest;
        _host = host;
        _rest = rest;
        _domain = domain;
    }

    /// <summary>Scheme and host in lower case, look-alike letters folded; then the rest as written, without a lone slash.</summary>
    public string Text => _text ?? "";

    /// <summary>The host in lower case.</summary>
    public string Host => _host ?? "";

    /// <summary>What follows host and port, from the slash on; may be empty.</summary>
    public string Rest => _rest ?? "";

    /// <summary>The domain that one party registered; null for a numeric host or a public suffix.</summary>
    public string? RegistrableDomain => _domain;

    /// <summary>Reads an address with or without its scheme; <c>hxxp</c> is understood as <c>http</c>.</summary>
    public static bool TryParse(string text, out WebAddress address)
    {
        address = default;
        if (text.Length > Longest)
            return false;
        var scheme = "";
        var from = 0;
        var mark = text.IndexOf("://", StringComparison.Ordinal);
        if (mark is > 0 and < 8)
        {
            scheme = text[..mark].ToLowerInvariant() switch { "http" or "hxxp" => "http://", "https" or "hxxps" => "https://", _ => "" };
            if (scheme.Length == 0)
                return false;
            from = mark + 3;
        }

        var end = text.AsSpan(from).IndexOfAny('/', '?', '#') is var i and >= 0 ? from + i : text.Length;
        if (text.AsSpan(from, end - from).LastIndexOf('@') is var user and >= 0)
            from += user + 1;
        var authority = text[from..end];
        var port = authority.IndexOf(':', StringComparison.Ordinal);
        if (port >= 0 && (authority.Length - port > 6 || authority.AsSpan(port + 1).ContainsAnyExceptInRange('0', '9')))
            return false;
        var host = LookAlikes.Fold(port < 0 ? authority : authority[..port]).ToLowerInvariant().TrimEnd('.');
        var rest = (port < 0 ? "" : authority[port..]) + text[end..];
        if (IsNumericHost(host))
        {
            address = new WebAddress(scheme, host, rest == "/" ? "" : rest, null);
            return scheme.Length > 0;
        }

        if (!IsHostName(host) || !PublicSuffixes.Instance.HasKnownTop(host))
            return false;
        var domain = PublicSuffixes.Instance.RegistrableDomain(host);
        address = new WebAddress(scheme, host, rest == "/" ? "" : rest, domain.IsEmpty ? null : domain.ToString());
        return true;
    }

    /// <summary>True for a host name of two labels or more. Labels may hold letters of other scripts.</summary>
    public static bool IsHostName(ReadOnlySpan<char> host)
    {
        if (host.Length is < 4 or > LongestHost || host.IndexOf('.') < 0)
            return false;
        foreach (var part in host.Split('.'))
        {
            var label = host[part];
            if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-')
                return false;
            foreach (var c in label)
            {
                if (!char.IsLetterOrDigit(c) && c != '-')
                    return false;
            }
        }

        return !char.IsAsciiDigit(host[^1]);
    }

    private static bool IsNumericHost(ReadOnlySpan<char> host)
    {
        var labels = 0;
        foreach (var part in host.Split('.'))
        {
            if (++labels > 4 || !byte.TryParse(host[part], System.Globalization.NumberStyles.None, null, out _))
                return false;
        }

        return labels == 4;
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "web address";
}
