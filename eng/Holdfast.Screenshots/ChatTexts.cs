namespace Holdfast.Screenshots;

/// <summary>Invented sentences and names. Names of accounts, links and numbers are made up anew for each chat.</summary>
internal static class ChatTexts
{
    internal static readonly string[] Languages = ["en", "it", "es", "fr", "de", "pt"];

    internal static readonly string[] Names =
        ["Mia Larsen", "Luca Ferri", "Nora Vidal", "Jonas Weber", "Chloé Martin", "Inês Prado", "Sam Okafor", "Giulia Neri", "Ana Ruiz", "Theo Blanc"];

    internal static readonly string[] Days =
    [
        "Today", "Yesterday", "Mon, 10 June", "10 June 2024", "Oggi", "10 giugno 2024", "Hoy", "10 de junio de 2024",
        "Aujourd'hui", "10 juin 2024", "Heute", "10. Juni 2024", "Hoje", "10 de junho de 2024",
    ];

    private static readonly Dictionary<string, string[]> Sentences = new()
    {
        ["en"] =
        [
            "hey, are you there?", "who is this?", "You know me from the game last night 😊", "I don't think so", "my user name is {user}, add me",
            "ok wait a second", "Please send {amount} by tonight and everything stays between us.", "I don't have that much money",
            "Use this address: {wallet}", "look at this {link}", "It will take a while because the bank is closed until Monday morning, sorry",
            "what do you mean?", "send it to {iban}", "why me 😢", "I have all your friends in a list, so think about it", "leave me alone",
            "call me at 9:30 if you want to talk", "No. I told my sister and we kept everything.", "see you tomorrow 👍", "write to {email} instead",
        ],
        ["it"] =
        [
            "ciao, ci sei?", "chi sei?", "Ci siamo conosciuti ieri sera nel gioco 😊", "Non credo proprio", "il mio nome utente è {user}, aggiungimi",
            "ok aspetta un attimo", "Manda {amount} entro stasera e resta tutto tra noi.", "Non ho tutti quei soldi", "Usa questo indirizzo: {wallet}",
            "guarda qui {link}", "Ci vorrà un po' perché la banca è chiusa fino a lunedì mattina, scusa", "che cosa vuoi dire?", "mandali a {iban}",
            "perché proprio io 😢", "Ho tutti i tuoi amici in una lista, quindi pensaci bene", "lasciami in pace", "chiamami alle 9:30 se vuoi parlare",
            "No. L'ho detto a mia sorella e abbiamo tenuto tutto.", "a domani 👍", "scrivi a {email} piuttosto",
        ],
        ["es"] =
        [
            "hola, ¿estás ahí?", "¿quién eres?", "Nos conocimos anoche en el juego 😊", "No lo creo", "mi usuario es {user}, agrégame", "vale, espera un momento",
            "Envía {amount} antes de esta noche y todo queda entre nosotros.", "No tengo tanto dinero", "Usa esta dirección: {wallet}", "mira esto {link}",
            "Tardará un poco porque el banco está cerrado hasta el lunes por la mañana, perdona", "¿qué quieres decir?", "mándalo a {iban}", "por qué yo 😢",
            "Tengo a todos tus amigos en una lista, así que piénsalo", "déjame en paz", "llámame a las 9:30 si quieres hablar",
            "No. Se lo dije a mi hermana y guardamos todo.", "hasta mañana 👍", "escribe a {email} mejor",
        ],
        ["fr"] =
        [
            "salut, tu es là ?", "qui es-tu ?", "On s'est rencontrés hier soir dans le jeu 😊", "Je ne crois pas", "mon pseudo est {user}, ajoute-moi",
            "ok attends une seconde", "Envoie {amount} avant ce soir et tout reste entre nous.", "Je n'ai pas autant d'argent", "Utilise cette adresse : {wallet}",
            "regarde ça {link}", "Ça va prendre du temps parce que la banque est fermée jusqu'à lundi matin, désolé", "qu'est-ce que tu veux dire ?",
            "envoie-le à {iban}", "pourquoi moi 😢", "J'ai tous tes amis dans une liste, alors réfléchis bien", "laisse-moi tranquille",
            "appelle-moi à 9:30 si tu veux parler", "Non. Je l'ai dit à ma sœur et on a tout gardé.", "à demain 👍", "écris plutôt à {email}",
        ],
        ["de"] =
        [
            "hallo, bist du da?", "wer bist du?", "Wir kennen uns von gestern Abend aus dem Spiel 😊", "Das glaube ich nicht", "mein Name dort ist {user}, füg mich hinzu",
            "ok warte kurz", "Schick {amount} bis heute Abend und alles bleibt unter uns.", "So viel Geld habe ich nicht", "Nimm diese Adresse: {wallet}",
            "schau dir das an {link}", "Es dauert ein wenig, weil die Bank bis Montagmorgen geschlossen ist, tut mir leid", "was meinst du?", "schick es an {iban}",
            "warum ich 😢", "Ich habe alle deine Freunde in einer Liste, also überleg es dir", "lass mich in Ruhe", "ruf mich um 9:30 an, wenn du reden willst",
            "Nein. Ich habe es meiner Schwester gesagt und wir haben alles aufgehoben.", "bis morgen 👍", "schreib lieber an {email}",
        ],
        ["pt"] =
        [
            "oi, você está aí?", "quem é você?", "A gente se conheceu ontem à noite no jogo 😊", "Acho que não", "meu usuário é {user}, me adiciona",
            "ok espera um pouco", "Manda {amount} até hoje à noite e tudo fica entre nós.", "Não tenho tanto dinheiro", "Use este endereço: {wallet}", "olha isso {link}",
            "Vai demorar um pouco porque o banco está fechado até segunda de manhã, desculpa", "o que você quer dizer?", "manda para {iban}", "por que eu 😢",
            "Tenho todos os seus amigos numa lista, então pense bem", "me deixa em paz", "me liga às 9:30 se quiser falar",
            "Não. Contei para a minha irmã e guardamos tudo.", "até amanhã 👍", "escreve para {email}",
        ],
    };

    internal static DrawnPage Page(string style, bool isDark, string language, bool isGroup, bool isDesktop, int seed)
    {
        var random = new Random(seed);
        var (other, third) = (Names[random.Next(5)], Names[5 + random.Next(5)]);
        var texts = Sentences[language];
        var count = isDesktop ? 9 : 10;
        var start = random.Next(texts.Length);
        string[] fonts = ["Roboto", "Inter", "Open Sans", "Liberation Sans", "DejaVu Sans"];
        var (font, fontSize, maxWidth) = (fonts[random.Next(fonts.Length)], (isDesktop ? 14 : 15) + random.Next(3), 68 + random.Next(12));
        var (room, perLine) = (isDesktop ? 560.0 : style == "imessage" ? 610 : 640, ((isDesktop ? 900 : 390) * maxWidth / 100.0 - 50) / (fontSize * 0.56));
        var (messages, minute, mine) = (new List<DrawnMessage>(), 21 * 60 + random.Next(40), random.Next(2) == 0);
        for (var i = 0; i < count; i++)
        {
            mine = random.Next(3) == 0 ? mine : !mine;
            minute += random.Next(4);
            var (text, values) = Fill(texts[(start + i * 3 + random.Next(2)) % texts.Length], random);
            var name = mine ? "Me" : isGroup && random.Next(2) == 0 ? third : other;
            var hour = minute / 60 % 24;
            var time = language == "en" && seed % 2 == 0 ? $"{(hour + 11) % 12 + 1}:{minute % 60:00} {(hour < 12 ? "AM" : "PM")}" : $"{hour:00}:{minute % 60:00}";
            var message = new DrawnMessage(mine, name, text, time)
            {
                Values = values,
                Quoted = i > 2 && random.Next(6) == 0 ? messages[^2].Text : null,
                Day = i == 0 ? Days[random.Next(Days.Length)] : null,
                IsPicture = i == 4 && seed % 3 == 0 && style is not ("snapchat" or "discord" or "slack"),
            };

            // What does not fit on the screen is not drawn.
            room -= Height(message);
            if (room < 0)
                break;
            messages.Add(message);
        }

        double Height(DrawnMessage message) => message.IsPicture ? 160
            : 44 + (Math.Ceiling(message.Text.Length / perLine) + (message.Quoted is { } quoted ? Math.Ceiling(quoted.Length / perLine) + 1.5 : 0)) * fontSize * 1.36;

        return new DrawnPage(style, isDark, language, isGroup ? "Weekend plans" : other, messages, isGroup)
        {
            Font = font,
            FontSize = fontSize,
            MaxWidth = maxWidth,
            IsDesktop = isDesktop,
        };
    }

    internal static string UserName(Random random)
    {
        string[] first = ["nova", "lil", "jess", "kira", "zed", "q", "blue", "ill", "o0o", "mc"];
        string[] second = ["lux", "moon", "rose", "vixen", "911", "queen", "fox", "gg", "Il1", "star"];
        string[] joint = ["_", ".", "", "__", "-"];
        return "@" + first[random.Next(10)] + joint[random.Next(4)] + second[random.Next(10)] + random.Next(1000);
    }

    private static (string Text, List<ExactValue> Values) Fill(string text, Random random)
    {
        var values = new List<ExactValue>();
        Put("{user}", "user", () => UserName(random));
        Put("{link}", "link", () => $"https://example.{(random.Next(2) == 0 ? "com" : "org")}/{(char)('a' + random.Next(26))}{random.Next(100)}/{UserName(random)[1..]}?ref={random.Next(9999)}");
        Put("{email}", "email", () => $"{UserName(random)[1..].Trim('.', '_')}@example.com");
        Put("{iban}", "iban", () => random.Next(2) == 0 ? Checksums.Iban(random) : string.Join(' ', Checksums.Iban(random).Chunk(4).Select(part => new string(part))));
        Put("{wallet}", "wallet", () => Checksums.Wallet(random));
        Put("{amount}", "amount", () => random.Next(3) switch { 0 => $"{random.Next(2, 90) * 10} €", 1 => $"${random.Next(1, 30) * 50}", _ => $"{random.Next(1, 9)}.{random.Next(100, 999)},50 EUR" });
        return (text, values);

        void Put(string hole, string kind, Func<string> make)
        {
            if (!text.Contains(hole, StringComparison.Ordinal))
                return;
            var value = make();
            values.Add(new ExactValue(kind, value));
            text = text.Replace(hole, value, StringComparison.Ordinal);
        }
    }
}
