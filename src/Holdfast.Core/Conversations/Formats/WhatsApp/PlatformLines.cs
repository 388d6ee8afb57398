using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>What WhatsApp itself writes into exports; the lists stand in <c>content/formats/whatsapp.json</c>.</summary>
internal sealed class PlatformLines
{
    private readonly HashSet<string> _deleted;
    private readonly HashSet<string> _deletedByOwner;
    private readonly HashSet<string> _omitted;
    private readonly HashSet<string> _attached;
    private readonly string[] _calls;
    private readonly string[] _doneByOwner;
    private readonly (string Before, string After)[] _fileNames;

    private PlatformLines(PlatformLinesFile file)
    {
        _deleted = new(file.Deleted, StringComparer.Ordinal);
        _deletedByOwner = new(file.DeletedByOwner, StringComparer.Ordinal);
        _omitted = new(file.Omitted, StringComparer.OrdinalIgnoreCase);
        _attached = new(file.Attached, StringComparer.OrdinalIgnoreCase);
        _calls = file.Calls;
        _doneByOwner = file.DoneByOwner;
        _fileNames = [.. file.ChatFileNames.Select(name => name.Split("{0}")).Select(parts => (parts[0], parts[1]))];
    }

    public static PlatformLines Shared { get; } = Load();

    public bool IsDeletedByOwner(ReadOnlySpan<char> body) =>
        _deletedByOwner.GetAlternateLookup<ReadOnlySpan<char>>().Contains(body);

    /// <summary>A line that begins with something that the owner of the phone did.</summary>
    public bool IsDoneByOwner(ReadOnlySpan<char> body)
    {
        foreach (var done in _doneByOwner)
        {
            if (body.StartsWith(done, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsDeleted(ReadOnlySpan<char> body) =>
        _deleted.GetAlternateLookup<ReadOnlySpan<char>>().Contains(body) || IsDeletedByOwner(body);

    public bool IsOmitted(ReadOnlySpan<char> body) => _omitted.GetAlternateLookup<ReadOnlySpan<char>>().Contains(body);

    /// <summary>The words in brackets after the name of an attached file.</summary>
    public bool IsAttached(ReadOnlySpan<char> words) => _attached.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words);

    /// <summary>A call line is one of the words, alone or followed by its length ("Voice call, 5 min").</summary>
    public bool IsCall(ReadOnlySpan<char> body)
    {
        foreach (var call in _calls)
        {
            if (body.StartsWith(call, StringComparison.Ordinal)
                && (body.Length == call.Length || (body[call.Length] is ',' or '.' && body.Length < call.Length + 40)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of the chat, out of the name of its file; null when the file is named otherwise.</summary>
    public string? TitleOf(string fileName)
    {
        var stem = fileName.LastIndexOf('.') is var dot and > 0 ? fileName[..dot] : fileName;
        foreach (var (before, after) in _fileNames)
        {
            if (stem.Length > before.Length + after.Length
                && stem.StartsWith(before, StringComparison.Ordinal) && stem.EndsWith(after, StringComparison.Ordinal))
            {
                return stem[before.Length..^after.Length];
            }
        }

        return null;
    }

    private static PlatformLines Load()
    {
        using var stream = Content.Open("formats/whatsapp.json");
        return new PlatformLines(JsonSerializer.Deserialize(stream, PlatformLinesContext.Default.PlatformLinesFile)!);
    }
}

internal sealed record PlatformLinesFile(
    string About, string[] Deleted, string[] DeletedByOwner, string[] DoneByOwner, string[] Omitted, string[] Attached, string[] Calls, string[] ChatFileNames);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlatformLinesFile))]
internal sealed partial class PlatformLinesContext : JsonSerializerContext;
