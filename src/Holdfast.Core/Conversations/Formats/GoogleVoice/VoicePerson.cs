using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.GoogleVoice;

/// <summary>Somebody in Google Voice: a name and a number.</summary>
/// <param name="Name">The name in the owner's address book; null when there is none.</param>
/// <param name="Number">The number; null when it was withheld.</param>
/// <param name="IsOwner">True for the owner, whose name is an abbreviation ("Me") in the markup.</param>
internal sealed record VoicePerson(string? Name, string? Number, bool IsOwner)
{
    /// <summary>What the conversation shows.</summary>
    internal string? Shown => Name ?? Number;

    /// <summary>Reads the first card (<c>vcard</c>) in an element; null when there is none.</summary>
    internal static VoicePerson? Read(MarkupElement element, ReadingOptions options)
    {
        var number = element.First(e => e.Name == "a" && e.HasClass("tel"))?["href"];
        var name = element.First(e => e.HasClass("fn"));
        if (number is null && name is null)
            return null;
        number = number is not null && number.StartsWith("tel:", StringComparison.Ordinal) ? number[4..] : number;
        var isOwner = name?.Name == "abbr";
        return new VoicePerson(
            isOwner ? options.Me.FirstOrDefault() ?? "Me" : NullIfEmpty(name?.Text), NullIfEmpty(number), isOwner);
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "person";

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
