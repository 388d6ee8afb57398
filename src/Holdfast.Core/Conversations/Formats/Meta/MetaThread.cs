using System.Security.Cryptography;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Meta;

/// <summary>
/// One conversation of a Meta export, which may be cut into several files (<c>message_1.json</c> is the newest), each of
/// them newest first.
/// </summary>
internal sealed class MetaThread(IReadOnlyList<MetaFile> files, ReadingOptions options, IConversationSink sink)
{
    private readonly List<Message> _messages = [];
    private readonly JsonNames _names = new(Mojibake.Repair);

    /// <summary>The messages, oldest first.</summary>
    internal IReadOnlyList<Message> Messages => _messages;

    /// <summary>All names: the listed ones, then those that only appear as senders.</summary>
    internal NamesSeen Names { get; } = new();

    /// <summary>Reads and orders the messages.</summary>
    internal void Read()
    {
        foreach (var file in files)
        {
            foreach (var name in file.Participants)
                Names.Add(name);
        }

        // The same message, byte for byte, in two exports of one conversation is one message.
        var known = files.Any(f => f.Export != files[0].Export) ? new Dictionary<UInt128, (ExportFile?, string)>() : null;
        foreach (var file in files.OrderBy(f => f.Number))
        {
            try
            {
                ReadFile(file, known);
            }
            catch (IOException)
            {
                sink.Report(new ReadingProblem(file.File.Name, 0, ProblemKind.CannotOpen));
            }
        }

        MessageOrder.OldestFirst(_messages);
        foreach (var message in _messages)
            Names.Add(message.From);
    }

    private void ReadFile(MetaFile file, Dictionary<UInt128, (ExportFile?, string)>? known)
    {
        var problems = new ProblemLog(sink, file.File.Name);
        using var json = JsonStream.Open(file.File, options, problems);
        if (json is null)
            return;
        var source = json.Window;
        var before = _messages.Count;
        var repeated = false;
        if (json.Kind == JsonKind.Object && json.Enter())
        {
            while (json.NextMember())
            {
                if (json.IsNamed("messages"u8) && json.Kind == JsonKind.Array)
                    ReadMessages();
                else
                    json.Skip();
            }
        }

        if (json.IsCutOff)
        {
            problems.Report(ProblemKind.Truncated, json.PlaceSince(json.Offset));
        }
        else if (json.IsBroken)
        {
            var start = json.Offset;
            json.SkipOut(JsonKind.Object);
            problems.Report(ProblemKind.Damaged, json.PlaceSince(start));
        }

        if (_messages.Count == before && !repeated)
            problems.Report(ProblemKind.NoMessages);
        problems.Complete();

        void ReadMessages()
        {
            var start = json.Offset;
            json.Enter();
            while (json.NextItem())
            {
                if (known is null && json.Kind == JsonKind.Object
                    && new MetaMessage(source, file.File, _names, options, problems).Read(json.Ahead, out var end) is { } message)
                {
                    json.TakeTo(end);
                    _messages.Add(message);
                    continue;
                }

                var item = json.Take();
                if (item.Kind != JsonKind.Object)
                    problems.Report(ProblemKind.Damaged, source.Place(item.Start, item.End));
                else if (known is not null && !IsNew(known, Digest(item.Raw), file.Export))
                    Repeat(item);
                else
                    Add(item);
            }

            if (json.HasStrayBytes)
                problems.Report(ProblemKind.Damaged, json.PlaceSince(start));
        }

        void Repeat(JsonValue item)
        {
            repeated = true;
            problems.Report(ProblemKind.Duplicate, source.Place(item.Start, item.End));
        }

        void Add(JsonValue item)
        {
            if (!item.IsComplete)
                problems.Report(item.IsAtEndOf(source) ? ProblemKind.LastRecordCutOff : ProblemKind.Damaged, source.Place(item.Start, item.End));
            _messages.Add(new MetaMessage(source, file.File, _names, options, problems).Read(item));
        }
    }

    private static bool IsNew(Dictionary<UInt128, (ExportFile?, string)> known, UInt128 digest, (ExportFile?, string) export) =>
        known.TryAdd(digest, export) || known[digest] == export;

    private static UInt128 Digest(ReadOnlySpan<byte> element)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(element, hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
