namespace Holdfast.Findings.Identifiers;

/// <summary>A platform on which people have accounts.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Kind">What an account on it is.</param>
internal sealed record Platform(string? Name, IdentifierKind Kind);

/// <summary>The words by which platforms are named in chats.</summary>
internal static class Platforms
{
    private static readonly (string Cue, Platform Platform)[] Table = Build();

    /// <summary>The words. Two-letter names count only with what follows them, because they are also parts of words.</summary>
    public static CueWords Cues { get; } = new([.. Table.Select(row => row.Cue)]);

    /// <summary>All words, for the quick test.</summary>
    public static IEnumerable<string> Words => Table.Select(row => row.Cue);

    /// <summary>The platform that a cue names.</summary>
    public static Platform Of(int cue) => Table[cue].Platform;

    private static (string, Platform)[] Build()
    {
        (string Name, IdentifierKind Kind, string[] Cues)[] platforms =
        [
            ("instagram", IdentifierKind.UserName, ["instagram", "insta", "ig:", "ig ", "ig="]),
            ("snapchat", IdentifierKind.UserName, ["snapchat", "snap", "sc:", "sc ", "sc="]),
            ("telegram", IdentifierKind.UserName, ["telegram", "tg:", "tg ", "tg="]),
            ("tiktok", IdentifierKind.UserName, ["tiktok", "tik tok"]),
            ("discord", IdentifierKind.UserName, ["discord"]),
            ("facebook", IdentifierKind.UserName, ["facebook", "fb:", "fb ", "fb="]),
            ("kik", IdentifierKind.UserName, ["kik"]),
            ("twitter", IdentifierKind.UserName, ["twitter"]),
            ("skype", IdentifierKind.UserName, ["skype"]),
            ("signal", IdentifierKind.UserName, ["signal"]),
            ("wickr", IdentifierKind.UserName, ["wickr"]),
            ("wechat", IdentifierKind.UserName, ["wechat"]),
            ("line", IdentifierKind.UserName, ["line id"]),
            ("viber", IdentifierKind.UserName, ["viber"]),
            ("reddit", IdentifierKind.UserName, ["reddit"]),
            ("onlyfans", IdentifierKind.UserName, ["onlyfans"]),
            ("threads", IdentifierKind.UserName, ["threads"]),
            ("threema", IdentifierKind.UserName, ["threema"]),
            ("zangi", IdentifierKind.UserName, ["zangi"]),
            ("vk", IdentifierKind.UserName, ["vkontakte"]),
            ("", IdentifierKind.CashApp, ["cashapp", "cash app", "cashtag"]),
            ("", IdentifierKind.Venmo, ["venmo"]),
            ("", IdentifierKind.Wise, ["wisetag", "wise tag"]),
            ("", IdentifierKind.Revolut, ["revtag", "revolut"]),
        ];
        return
        [
            .. from row in platforms
               let platform = new Platform(row.Name.Length == 0 ? null : row.Name, row.Kind)
               from cue in row.Cues
               select (cue, platform),
        ];
    }
}
