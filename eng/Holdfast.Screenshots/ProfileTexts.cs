namespace Holdfast.Screenshots;

/// <summary>Invented pages of accounts.</summary>
internal static class ProfileTexts
{
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["en"] = ["posts", "followers", "following", "Just here for the music", "Followed by 3 others"],
        ["it"] = ["post", "follower", "seguiti", "Solo per la musica", "Seguito da altri 3"],
        ["es"] = ["publicaciones", "seguidores", "seguidos", "Aquí por la música", "Seguido por 3 más"],
        ["fr"] = ["publications", "abonnés", "suivis", "Juste pour la musique", "Suivi par 3 autres"],
        ["de"] = ["Beiträge", "Follower", "Gefolgt", "Nur wegen der Musik hier", "Gefolgt von 3 anderen"],
        ["pt"] = ["publicações", "seguidores", "seguindo", "Só pela música", "Seguido por mais 3"],
    };

    /// <summary>A page with everything on it as one message: all of it belongs together.</summary>
    internal static DrawnPage Page(bool isDark, string language, int seed)
    {
        var random = new Random(seed);
        var words = Words[language];
        var user = ChatTexts.UserName(random);
        var link = $"https://example.com/{user[1..]}";
        var text = string.Join('\n',
            user, $"{random.Next(400)} {words[0]};{random.Next(9000)} {words[1]};{random.Next(900)} {words[2]}", ChatTexts.Names[random.Next(10)], words[3], link, words[4]);
        return new DrawnPage("profile", isDark, language, user, [new DrawnMessage(false, user, text, "") { Values = [new ExactValue("user", user), new ExactValue("link", link)] }], false);
    }
}
