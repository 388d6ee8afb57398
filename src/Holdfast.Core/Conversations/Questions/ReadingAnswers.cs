using System.Security.Cryptography;

namespace Holdfast.Conversations.Questions;

/// <summary>
/// Everything that a person said about their files: "this name is me", "here the day comes first", "the phone stood in
/// this zone". What is said about one file goes before what is said about all. Immutable.
/// </summary>
public sealed class ReadingAnswers
{
    private const string HashMark = "sha256:";

    private readonly IReadOnlyList<ReadingAnswer> _answers;

    /// <param name="answers">The answers; of two about the same thing the later counts.</param>
    public ReadingAnswers(IEnumerable<ReadingAnswer> answers) => _answers = [.. answers];

    /// <summary>No answers.</summary>
    public static ReadingAnswers None { get; } = new([]);

    /// <summary>The answers in the order given.</summary>
    public IReadOnlyList<ReadingAnswer> All => _answers;

    /// <summary>These answers and newer ones, which replace what was said before about the same thing.</summary>
    /// <param name="newer">What was said now.</param>
    public ReadingAnswers With(IEnumerable<ReadingAnswer> newer)
    {
        ArgumentNullException.ThrowIfNull(newer);
        var all = _answers.ToList();
        foreach (var answer in newer)
        {
            var at = all.FindIndex(known => known.Target == answer.Target);
            if (at < 0)
                all.Add(answer);
            else
                all[at] = Over(all[at], answer);
        }

        return new ReadingAnswers(all);
    }

    /// <summary>What holds for a file.</summary>
    /// <param name="file">The file; its bytes are read only when some answer names a hash.</param>
    public ReadingAnswer For(ExportFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var all = new ReadingAnswer();
        foreach (var answer in _answers.Where(answer => answer.Target is null))
            all = Over(all, answer);
        var hash = new Lazy<string?>(() => HashOf(file));
        foreach (var answer in _answers.Where(answer => answer.Target is { } target && IsAbout(target, file, hash)))
            all = Over(all, answer);
        return all;
    }

    /// <summary>The name that is the person's own in the conversation with this title, if they said so.</summary>
    /// <param name="title">The title, as the export has it.</param>
    public string? MeIn(string? title) =>
        title is null ? null : _answers.LastOrDefault(answer => answer.Target == title && answer.Me.Count > 0)?.Me[0];

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"reading answers ({_answers.Count})";

    private static ReadingAnswer Over(ReadingAnswer known, ReadingAnswer newer) => known with
    {
        Me = newer.Me.Count > 0 ? newer.Me : known.Me,
        DateOrder = newer.DateOrder != DateOrder.Unknown ? newer.DateOrder : known.DateOrder,
        Zone = newer.Zone ?? known.Zone,
    };

    private static bool IsAbout(string target, ExportFile file, Lazy<string?> hash)
    {
        if (target.StartsWith(HashMark, StringComparison.Ordinal) && target.Length == HashMark.Length + 64)
            return target.AsSpan(HashMark.Length).Equals(hash.Value, StringComparison.OrdinalIgnoreCase);
        return target == file.Name || target == file.FileName || (file.Container is { } archive && IsAbout(target, archive, hash));
    }

    private static string? HashOf(ExportFile file)
    {
        try
        {
            using var stream = file.Open();
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // The reader will meet the same and report it.
            return null;
        }
    }
}
