namespace Holdfast.Conversations.Formats.PlainText;

/// <summary>How the beginning of a turn looks.</summary>
internal enum TurnShape
{
    /// <summary>No turns: a note.</summary>
    Prose,

    /// <summary><c>[10:13 AM, 6/12/2024] Name: text</c>, as copied from WhatsApp Web, or the date first.</summary>
    Bracket,

    /// <summary><c>Name, [12.06.2024 10:13]</c> with the text below, as copied from Telegram Desktop.</summary>
    NameThenBracket,

    /// <summary><c>Name — Today at 10:13 AM</c> with the text below, as copied from Discord.</summary>
    NameThenDash,

    /// <summary><c>Name: text</c>.</summary>
    NameColon,
}
