namespace Holdfast.Conversations.Screenshots;

/// <summary>Words that apps write themselves around the messages, in English, Italian, Spanish, French, German and Portuguese.</summary>
internal static class ScreenWords
{
    private static readonly string[] Delivery =
    [
        "delivered", "read", "seen", "sent", "opened", "received", "sending", "consegnato", "letto", "visualizzato", "inviato", "visto", "ricevuto",
        "entregado", "leido", "enviado", "abierto", "recibido", "distribue", "lu", "vu", "envoye", "ouvert", "recu", "zugestellt", "gelesen", "gesehen",
        "gesendet", "geoffnet", "empfangen", "entregue", "lida", "lido", "visualizado", "visualizada", "enviada", "aberto", "recebido",
    ];

    private static readonly string[] Typing =
        ["typing", "scrivendo", "escribiendo", "ecrit", "ecrire", "schreibt", "digitando", "escrevendo", "schreiben"];

    private static readonly string[] Hints =
    [
        "message", "imessage", "text", "aa", "chat", "type", "write", "send", "messaggio", "scrivi", "invia", "mensaje", "escribe", "escribir", "envia",
        "enviar", "mensagem", "escreva", "envie", "nachricht", "schreibe", "schreiben", "sende", "ecrire", "ecrivez", "envoyer", "votre", "un", "a", "una", "uma",
        "to", "in", "an", "di", "testo", "sms", "rcs", "new", "#", "@", "ein", "eine", "...", "…", "gif",
    ];

    private static readonly string[] Replied =
        ["replied", "reply", "risposto", "risposta", "respondiste", "respondio", "repondu", "geantwortet", "respondeu", "antwort"];

    private static readonly string[] Me = ["me", "io", "yo", "moi", "ich", "eu", "tu", "you", "voce", "du"];

    private static readonly string[] Figures =
    [
        "posts", "post", "followers", "follower", "following", "seguiti", "seguidores", "seguidos", "seguiti", "publicaciones", "publications", "abonnes",
        "suivis", "suivi(e)s", "abonnements", "abonnenten", "gefolgt", "beitrage", "publicacoes", "seguindo", "seguaci", "abonnement", "likes",
    ];

    /// <summary>True when the words say that a message was delivered or read (a time or a name may follow).</summary>
    internal static bool IsDelivery(string text)
    {
        var words = Words(text);
        return words.Length is > 0 and <= 6 && Array.IndexOf(Delivery, words[0]) >= 0
            && (words.Length == 1 || Array.Exists(words[1..], word => word.AsSpan().ContainsAnyInRange('0', '9') || Array.IndexOf(Delivery, word) >= 0
                || CalendarWords.IsRelative(word) || word is "by" or "ago" or "just" or "da" or "now"));
    }

    /// <summary>True when the words say that somebody is writing.</summary>
    internal static bool IsTyping(string text) =>
        Words(text) is { Length: > 0 and <= 5 } words && Array.Exists(words, word => Array.IndexOf(Typing, word) >= 0) && text.Contains('.', StringComparison.Ordinal);

    /// <summary>True when the words can be the hint in an empty input field.</summary>
    internal static bool IsHint(string text) =>
        Words(text) is { Length: <= 6 } words && (words.Length == 0 || (words.Length > 1 && words[1][0] is '@' or '#' && Array.IndexOf(Hints, words[0]) >= 0) || (words.Any(word => word.Length > 3 || word is "sms" or "aa" or "rcs")
            && words.All(word => Array.IndexOf(Hints, word) >= 0 || word.StartsWith('@') || word.StartsWith('#') || word.Length < 2)));

    /// <summary>True when the words say that the next bubble repeats what is answered.</summary>
    internal static bool IsReplyNote(string text) =>
        Words(text) is { Length: > 0 and <= 8 } words && Array.Exists(words, word => Array.IndexOf(Replied, word) >= 0);

    /// <summary>True for the word by which apps call the owner.</summary>
    internal static bool IsMe(string text) => Array.IndexOf(Me, CalendarWords.Folded(text)) >= 0;

    /// <summary>True for the words under the numbers of a profile.</summary>
    internal static bool IsFigure(string word) => Array.IndexOf(Figures, CalendarWords.Folded(word)) >= 0;

    private static string[] Words(string text) =>
        [.. text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(word => CalendarWords.Folded(word)).Where(word => word.Length > 0)];
}
