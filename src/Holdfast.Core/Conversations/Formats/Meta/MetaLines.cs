using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfast.Conversations.Formats.Meta;

/// <summary>What Instagram and Messenger themselves write into downloads; the lists stand in <c>content/formats/meta.json</c>.</summary>
internal sealed class MetaLines(MetaLinesFile file)
{
    private readonly FrozenSet<string> _unsent = Set(file.Unsent);
    private readonly FrozenSet<string> _deleted = Set(file.Deleted);
    private readonly FrozenSet<string> _liked = Set(file.Liked);

    // What stands before and behind the name.
    private readonly (string Before, string After)[] _unsentBy =
        [.. file.UnsentBy.Select(form => form.Split("{0}")).Select(parts => (parts[0], parts[^1]))];

    internal static MetaLines Shared { get; } = Load();

    /// <summary>True for the line that stands in place of a message that was taken back.</summary>
    internal bool IsUnsent(string text, string? sender)
    {
        text = Whole(text);
        if (_unsent.Contains(text))
            return true;
        if (sender is null)
            return false;
        foreach (var (before, after) in _unsentBy)
        {
            if (text.Length == before.Length + sender.Length + after.Length && text.EndsWith(after, StringComparison.Ordinal)
                && text.StartsWith(before, StringComparison.Ordinal) && text.AsSpan(before.Length).StartsWith(sender))
                return true;
        }

        return false;
    }

    /// <summary>True for the line that stands in place of a message that is gone.</summary>
    internal bool IsDeleted(string text) => _deleted.Contains(Whole(text));

    /// <summary>True for the line that says only that a message was liked.</summary>
    internal bool IsLiked(string text) => _liked.Contains(Whole(text));

    /// <summary>The names in a line such as "Participants: Ada, Ben and Cleo"; null when it is no such line.</summary>
    internal List<string>? Participants(string text)
    {
        var colon = text.AsSpan().IndexOfAny(':', '：');
        if (colon < 0 || !file.Participants.AsSpan().Contains(text[..colon].Trim()))
            return null;
        List<string> names = [.. text[(colon + 1)..].Split([',', '、', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (names.Count > 0 && Last(names[^1]) is var (before, after))
        {
            names[^1] = before;
            names.Add(after);
        }

        return names;
    }

    private (string Before, string After)? Last(string text)
    {
        foreach (var and in file.And)
        {
            var word = $" {and} ";
            var at = text.LastIndexOf(word, StringComparison.Ordinal);
            if (at > 0 && at + word.Length < text.Length)
                return (text[..at].Trim(), text[(at + word.Length)..].Trim());
        }

        return null;
    }

    private static string Whole(string text)
    {
        text = text.Trim();
        return (text.EndsWith('.') ? text[..^1] : text).Replace('’', '\'');
    }

    private static FrozenSet<string> Set(string[] lines) => lines.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static MetaLines Load()
    {
        using var stream = Content.Open("formats/meta.json");
        return new MetaLines(JsonSerializer.Deserialize(stream, MetaLinesContext.Default.MetaLinesFile)!);
    }
}

internal sealed record MetaLinesFile(
    string About, string[] Unsent, string[] UnsentBy, string[] Deleted, string[] Liked, string[] Participants, string[] And);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MetaLinesFile))]
internal sealed partial class MetaLinesContext : JsonSerializerContext;
