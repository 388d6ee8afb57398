using System.Security.Cryptography;
using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Instagram;

/// <summary>
/// One conversation of a Meta export, which may be cut into several files (<c>message_1.json</c> is the newest), each of
/// them newest first.
/// </summary>
internal sealed class MetaThread(IReadOnlyList<MetaFile> files, ReadingOptions options, IConversationSink sink)
{
    private readonly List<Message> _messages = [];

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
            ReadFile(file, known);
        MetaOrder.OldestFirst(_messages);
        foreach (var message in _messages)
            Names.Add(message.From);
    }

    private void ReadFile(MetaFile file, Dictionary<UInt128, (ExportFile?, string)>? known)
    {
        var problems = new ProblemLog(sink, file.File.Name);
        if (StructuredFile.Load(file.File, options, problems) is not { } source)
            return;
        var before = _messages.Count;
        var repeated = false;
        var members = JsonValue.Root(source).Members;
        while (members.MoveNext())
        {
            if (members.IsNamed("messages"u8))
                ReadMessages(members.Value);
        }

        if (members.IsBroken)
        {
            var isEnd = members.Position >= source.Bytes.Length;
            problems.Report(isEnd ? ProblemKind.Truncated : ProblemKind.Damaged, source.Place(members.Position, source.Bytes.Length));
        }

        if (_messages.Count == before && !repeated)
            problems.Report(ProblemKind.NoMessages);
        problems.Complete();

        void ReadMessages(JsonValue array)
        {
            var items = array.Items;
            while (items.MoveNext())
            {
                var item = items.Value;
                if (item.Kind != JsonKind.Object)
                    problems.Report(ProblemKind.Damaged, source.Place(item.Start, item.End));
                else if (known is not null && !IsNew(known, Digest(item.Raw), file.Export))
                    Repeat(item);
                else
                    Add(item);
            }

            if (items.HasStrayBytes)
                problems.Report(ProblemKind.Damaged, source.Place(array.Start, array.End));
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
            _messages.Add(new MetaMessage(source, file.File, options, problems).Read(item));
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
