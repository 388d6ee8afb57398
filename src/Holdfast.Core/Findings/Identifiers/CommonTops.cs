using System.Collections.Frozen;

namespace Holdfast.Findings.Identifiers;

/// <summary>
/// Top-level domains that make a bare name a link. Others (<c>.is</c>, <c>.so</c>, <c>.me</c>, the Italian <c>.io</c>, <c>.zip</c>) are also words
/// or file endings, and in chats many sentences have no space after the full stop: those need a scheme, "www." or a path.
/// </summary>
internal static class CommonTops
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = new[]
    {
        "com", "net", "org", "info", "biz", "app", "xyz", "online", "site", "website", "club", "shop", "store", "vip", "tv", "gg",
        "ru", "cn", "uk", "eu", "fr", "nl", "pl", "br", "dev", "link", "click", "icu", "pro", "cc", "ws", "onion", "edu", "gov", "ng", "ph",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a name of the list, in either case.</summary>
    public static bool Contains(ReadOnlySpan<char> top) => Names.Contains(top);
}
