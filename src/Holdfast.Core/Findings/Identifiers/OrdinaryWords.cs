using System.Collections.Frozen;

namespace Holdfast.Findings.Identifiers;

/// <summary>Words that often follow the name of a platform and are no account: "snap: later", "discord: ok".</summary>
internal static class OrdinaryWords
{
    private static readonly FrozenSet<string> Words = (
        "the and you your for with that this there here now later please pls okay yes yeah yep nope not none same too also just only " +
        "today tonight tomorrow then when what who why how where down broken private public new old fake real dead banned blocked hacked " +
        "deleted gone off open closed back good bad fine cool great better best fun nice lol lmao haha hahaha omg idk bro bruh babe baby " +
        "dude guys man girl instead again maybe sometime soon everyone anyone someone nobody friends friend account profile page story " +
        "stories post posts pics picture pictures photo photos video videos reel reels live chat call link message messages text group " +
        "server channel app apps ads filter filters streak streaks update because before after until while about like love hate send sent " +
        "add check look see want need think know would could should will can does did has have had was were are isn being been unknown " +
        "mine yours his her their our its who whatever never always still already https http www com " +
        "che non per con una uno del della dei mio mia tuo tua suo sua nostro questo questa quello quella qui ora adesso dopo oggi domani " +
        "stasera certo grazie prego ciao bella bello bene male anche solo sempre mai forse perfetto foto storia storie gruppo profilo " +
        "messaggio messaggi amici amico amica poi quando dove come cosa chi perche subito invece ancora tutti tutto niente allora va " +
        "amore privato pubblico nuovo nuova vecchio falso vero bloccato cancellato rotto sono hai ho abbiamo").Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a word of the list.</summary>
    /// <param name="word">In lower case.</param>
    public static bool Contain(string word) => Words.Contains(word);
}
