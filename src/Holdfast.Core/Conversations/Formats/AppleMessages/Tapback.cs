namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>A reaction, which Messages keeps as a row of its own that names the message it belongs to.</summary>
/// <param name="Target">The id of that message.</param>
/// <param name="Symbol">The emoji.</param>
/// <param name="IsRemoval">True when it takes an earlier one back.</param>
internal readonly record struct Tapback(string? Target, string Symbol, bool IsRemoval)
{
    private const int FirstAdded = 2000;
    private const int FirstRemoved = 3000;

    /// <summary>Reads the columns that make a row a reaction; false for other rows (stickers and replies have them too).</summary>
    /// <param name="type"><c>associated_message_type</c>: 2000 to 2007 adds, 3000 to 3007 removes.</param>
    /// <param name="target"><c>associated_message_guid</c>: the id, with <c>p:N/</c> for a part of it or <c>bp:</c> for a balloon before it.</param>
    /// <param name="emoji"><c>associated_message_emoji</c>, for any other emoji (iOS 18).</param>
    /// <param name="tapback">The reaction.</param>
    internal static bool TryRead(long? type, string? target, string? emoji, out Tapback tapback)
    {
        tapback = default;
        if (type is not (>= FirstAdded and < FirstRemoved + 1000))
            return false;
        var isRemoval = type >= FirstRemoved;
        var symbol = (type.Value - (isRemoval ? FirstRemoved : FirstAdded)) switch
        {
            0 => "❤️",
            1 => "👍",
            2 => "👎",
            3 => "😂",
            4 => "‼️",
            5 => "❓",
            6 => emoji,
            7 => "sticker",
            _ => emoji,
        };
        var cut = target is null ? -1 : target.LastIndexOfAny([':', '/']);
        tapback = new Tapback(target?[(cut + 1)..], symbol ?? "?", isRemoval);
        return true;
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "reaction";
}
