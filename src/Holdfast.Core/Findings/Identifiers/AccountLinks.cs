namespace Holdfast.Findings.Identifiers;

/// <summary>An account that a link leads to.</summary>
internal readonly record struct LinkedAccount(IdentifierKind Kind, string Value, string? Platform)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"linked account ({Kind.Name()})";
}

/// <summary>Links of which the form is known, and the account that each names.</summary>
internal static class AccountLinks
{
    // Host, what must stand before the name, kind, platform. The name is the rest of that path segment.
    private static readonly (string Host, string Before, IdentifierKind Kind, string? Platform)[] Forms =
    [
        ("paypal.me", "/", IdentifierKind.PayPal, null),
        ("paypal.com", "/paypalme/", IdentifierKind.PayPal, null),
        ("cash.app", "/$", IdentifierKind.CashApp, null),
        ("cash.me", "/$", IdentifierKind.CashApp, null),
        ("venmo.com", "/u/", IdentifierKind.Venmo, null),
        ("account.venmo.com", "/u/", IdentifierKind.Venmo, null),
        ("venmo.com", "/", IdentifierKind.Venmo, null),
        ("wise.com", "/pay/me/", IdentifierKind.Wise, null),
        ("wise.com", "/pay/business/", IdentifierKind.Wise, null),
        ("wise.com", "/pay/r/", IdentifierKind.Wise, null),
        ("revolut.me", "/", IdentifierKind.Revolut, null),
        ("wa.me", "/", IdentifierKind.Phone, null),
        ("api.whatsapp.com", "/send?phone=", IdentifierKind.Phone, null),
        ("api.whatsapp.com", "/send/?phone=", IdentifierKind.Phone, null),
        ("web.whatsapp.com", "/send?phone=", IdentifierKind.Phone, null),
        ("t.me", "/s/", IdentifierKind.UserName, "telegram"),
        ("t.me", "/", IdentifierKind.UserName, "telegram"),
        ("telegram.me", "/", IdentifierKind.UserName, "telegram"),
        ("telegram.dog", "/", IdentifierKind.UserName, "telegram"),
        ("instagram.com", "/stories/", IdentifierKind.UserName, "instagram"),
        ("instagram.com", "/", IdentifierKind.UserName, "instagram"),
        ("ig.me", "/m/", IdentifierKind.UserName, "instagram"),
        ("snapchat.com", "/add/", IdentifierKind.UserName, "snapchat"),
        ("snapchat.com", "/@", IdentifierKind.UserName, "snapchat"),
        ("tiktok.com", "/@", IdentifierKind.UserName, "tiktok"),
        ("twitter.com", "/", IdentifierKind.UserName, "twitter"),
        ("x.com", "/", IdentifierKind.UserName, "twitter"),
        ("facebook.com", "/profile.php?id=", IdentifierKind.UserName, "facebook"),
        ("facebook.com", "/", IdentifierKind.UserName, "facebook"),
        ("fb.com", "/", IdentifierKind.UserName, "facebook"),
        ("m.me", "/", IdentifierKind.UserName, "facebook"),
        ("threads.net", "/@", IdentifierKind.UserName, "threads"),
        ("threads.com", "/@", IdentifierKind.UserName, "threads"),
        ("discord.com", "/users/", IdentifierKind.UserName, "discord"),
        ("reddit.com", "/user/", IdentifierKind.UserName, "reddit"),
        ("reddit.com", "/u/", IdentifierKind.UserName, "reddit"),
        ("youtube.com", "/@", IdentifierKind.UserName, "youtube"),
        ("linkedin.com", "/in/", IdentifierKind.UserName, "linkedin"),
        ("onlyfans.com", "/", IdentifierKind.UserName, "onlyfans"),
        ("kik.me", "/", IdentifierKind.UserName, "kik"),
        ("vk.com", "/", IdentifierKind.UserName, "vk"),
    ];

    // First path segments that are pages of the platform itself, not accounts.
    private static readonly HashSet<string> Pages = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "reel", "reels", "explore", "stories", "accounts", "tv", "direct", "about", "joinchat", "addstickers", "share", "proxy", "socks",
        "home", "i", "search", "hashtag", "settings", "intent", "groups", "events", "watch", "photo", "photo.php", "story.php", "pages", "login",
        "marketplace", "messages", "help", "policies", "privacy", "terms", "profile.php", "sharer", "permalink.php", "media", "legal", "code", "qr",
        "c", "s", "u", "iv", "setlanguage", "message", "gaming", "reg", "account", "signup", "feed", "my", "people", "plugins", "dialog", "l.php",
    };

    /// <summary>Reads the account from a link.</summary>
    public static bool TryRead(in WebAddress address, out LinkedAccount account)
    {
        var host = address.Host.AsSpan();
        foreach (var prefix in (ReadOnlySpan<string>)["www.", "m.", "mobile.", "web."])
        {
            var isPart = host.SequenceEqual("web.whatsapp.com") || !host[Math.Min(prefix.Length, host.Length)..].Contains('.');
            if (!isPart && host.StartsWith(prefix, StringComparison.Ordinal))
                host = host[prefix.Length..];
        }

        account = default;
        if (address.Rest.Length < 2)
            return false;
        foreach (var form in Forms)
        {
            if (!host.SequenceEqual(form.Host) || !address.Rest.StartsWith(form.Before, StringComparison.OrdinalIgnoreCase))
                continue;
            var name = address.Rest.AsSpan(form.Before.Length);
            if (name.IndexOfAny("/?#&") is var end and >= 0)
                name = name[..end];
            if (TryName(form.Kind, form.Platform, name, out account))
                return true;
        }

        return false;
    }

    private static bool TryName(IdentifierKind kind, string? platform, ReadOnlySpan<char> name, out LinkedAccount account)
    {
        account = default;
        if (kind == IdentifierKind.Phone || (platform == "telegram" && name.StartsWith("+")))
        {
            // t.me/+ and letters is an invitation; with digits it is a number.
            var digits = name.StartsWith("%2B", StringComparison.OrdinalIgnoreCase) ? name[3..] : name.TrimStart('+');
            if (!PhoneNumber.TryParse($"+{digits}", out var number))
                return false;
            account = new LinkedAccount(IdentifierKind.Phone, number.Text, null);
            return true;
        }

        if (!AccountName.TryParse(name, out var parsed) || Pages.Contains(parsed.Text))
            return false;
        account = new LinkedAccount(kind, PaymentName(kind, parsed.Text), platform);
        return true;
    }

    /// <summary>The normal form of an account name for its kind.</summary>
    public static string PaymentName(IdentifierKind kind, string name) => kind switch
    {
        IdentifierKind.PayPal => "paypal.me/" + name,
        IdentifierKind.CashApp => "$" + name,
        _ => name,
    };
}
