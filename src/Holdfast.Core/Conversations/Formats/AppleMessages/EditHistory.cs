using Holdfast.Conversations.Dates;

namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>
/// What <c>message_summary_info</c> keeps of a message that was edited or unsent (iOS 16 and later): <c>ec</c> holds, by part, every
/// version with its time (<c>d</c>) and its text (<c>t</c>), the first being the original and the last what stands now; <c>rp</c>
/// lists the parts that were taken back.
/// </summary>
internal sealed class EditHistory
{
    // Messages lets people edit five times; a crafted list could name one version over and over.
    private const int MostVersions = 100;
    private const int MostLetters = 1 << 20;

    private readonly List<EarlierText> _earlier = [];
    private readonly List<string> _current = [];
    private int _letters;

    /// <summary>The versions before the last, oldest first.</summary>
    internal IReadOnlyList<EarlierText> Earlier => _earlier;

    /// <summary>What it says now, or null when it was not edited.</summary>
    internal string? Current => _current.Count == 0 ? null : string.Join('\n', _current);

    /// <summary>When it was last edited.</summary>
    internal MessageTime EditedAt { get; private set; }

    /// <summary>True when at least a part was taken back.</summary>
    internal bool HasUnsentPart { get; private set; }

    /// <summary>Reads the column; empty bytes give an empty history.</summary>
    /// <param name="summary">The value of the column.</param>
    /// <param name="damaged">Set to true (never to false) when text was not valid.</param>
    internal static EditHistory Read(ReadOnlyMemory<byte> summary, ref bool damaged)
    {
        var history = new EditHistory();
        var root = BinaryPlist.Read(summary);
        history.HasUnsentPart = root["rp"].Count > 0;
        var parts = root["ec"];
        for (var i = 0; i < Math.Min(parts.Count, MostVersions); i++)
            history.TakePart(parts[i], ref damaged);
        // A part that was not edited has one version only: that is no edit.
        if (history._earlier.Count == 0 && !history.HasUnsentPart)
            history.EditedAt = MessageTime.None;
        return history;
    }

    private void TakePart(PlistValue versions, ref bool damaged)
    {
        var count = Math.Min(versions.Count, MostVersions);
        for (var i = 0; i < count && _letters < MostLetters; i++)
        {
            var at = AppleTime.FromSeconds(versions[i]["d"].Real);
            if (TypedStream.ReadText(versions[i]["t"].Data.Span, ref damaged) is not { } text)
                continue;
            _letters += text.Length;
            if (i < count - 1)
            {
                _earlier.Add(new EarlierText(text, at));
                continue;
            }

            _current.Add(text);
            if (at.CompareTo(EditedAt) > 0)
                EditedAt = at;
        }
    }
}
