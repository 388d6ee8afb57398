namespace Holdfast.Conversations.Json;

/// <summary>
/// The decoded form of strings that come again and again, such as the names of senders: a chat of a hundred thousand
/// messages has two of them.
/// </summary>
/// <param name="repair">What is done to each after it was decoded.</param>
internal sealed class JsonNames(Func<string, string> repair)
{
    private const int Slots = 64;
    private readonly (byte[] Raw, string Text)[] _known = new (byte[], string)[Slots];

    /// <summary>Like <see cref="JsonValue.GetString"/>, repaired.</summary>
    internal string? Get(JsonValue value, ref bool damaged)
    {
        if (value.Kind != JsonKind.String)
            return null;
        var raw = value.Raw;
        var slot = raw.Length > 4 ? (raw.Length * 31 + raw[1] * 7 + raw[^2]) % Slots : 0;
        if (_known[slot].Raw is { } known && raw.SequenceEqual(known))
            return _known[slot].Text;
        var isDamaged = false;
        var text = repair(value.GetString(ref isDamaged)!);
        damaged |= isDamaged;
        // What is damaged must be reported each time.
        if (!isDamaged && raw.Length < 256)
            _known[slot] = (raw.ToArray(), text);
        return text;
    }
}
