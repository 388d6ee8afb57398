using System.Security.Cryptography;
using System.Text;

namespace Holdfast.Conversations.Formats.Sms;

/// <summary>
/// Sorts the records of backups by thread, since a file holds those of all threads in one row, short messages first and those
/// with pictures after. Records are held without their pictures, which are nearly all of a large backup. When more than
/// <see cref="MostRecords"/> have gathered, all threads are handed on and begun anew, so a thread of a file that is larger comes as
/// several conversations of one id.
/// </summary>
internal sealed class SmsThreads(string format, ReadingOptions options, IConversationSink sink)
{
    /// <summary>How many records are held at most.</summary>
    internal const int MostRecords = 500_000;

    private const long MostLetters = 64 << 20;
    private const int MostRemembered = 4_000_000;

    private sealed class Thread(string id)
    {
        internal string Id => id;

        internal string? Title { get; set; }

        internal List<SmsRecord> Records { get; } = [];
    }

    private readonly string _owner = options.Me.Count > 0 ? options.Me[0] : "Me";
    private SmsAddresses _addresses = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Thread> _threads = new(StringComparer.Ordinal);
    private readonly List<Thread> _order = [];
    private readonly Dictionary<UInt128, ExportFile> _seen = [];
    private int _held;
    private long _letters;

    /// <summary>
    /// Adds a record. False when an earlier file had it already: people keep a row of backups, each of which holds all that
    /// the one before held.
    /// </summary>
    internal bool Add(SmsRecord record, bool hasOtherFiles)
    {
        if (hasOtherFiles && IsKnown(record))
            return false;
        var key = string.Join('~', record.Addresses.Select(_addresses.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        if (record.Addresses.Count == 1 && NameOf(record) is { } name)
            _names.TryAdd(key, name);
        if (!_threads.TryGetValue(key, out var thread))
        {
            _threads.Add(key, thread = new Thread(string.Join('~', record.Addresses)));
            _order.Add(thread);
        }

        thread.Title ??= NameOf(record);
        thread.Records.Add(record);
        _letters += record.Text?.Length ?? 0;
        if (++_held >= MostRecords || _letters >= MostLetters)
            Flush();
        return true;
    }

    /// <summary>Hands on all threads that are held.</summary>
    internal void Flush()
    {
        foreach (var thread in _order)
            Write(thread);
        _order.Clear();
        _threads.Clear();
        (_held, _letters) = (0, 0);
        // Nobody writes with so many people; a crafted file does.
        if (_addresses.Count < MostRecords && _names.Count < MostRecords)
            return;
        _addresses = new SmsAddresses();
        _names.Clear();
    }

    private void Write(Thread thread)
    {
        sink.Begin(new ConversationHeader(format) { Id = thread.Id.Length > 0 ? thread.Id : null, Title = thread.Title, Owner = _owner });
        var names = new NamesSeen();
        foreach (var record in thread.Records.OrderBy(r => r.At))
        {
            var message = record.ToMessage(_owner, Name);
            names.Add(message.From);
            sink.Add(message);
        }

        foreach (var record in thread.Records)
        {
            foreach (var address in record.Addresses)
                names.Add(Name(address));
            names.Add(record.ContactName);
        }

        sink.End(new ConversationFooter { Participants = names.All, Owner = _owner, OwnerConfidence = 1 });
    }

    private string Name(string address) => _names.GetValueOrDefault(_addresses.Key(address), address);

    private static string? NameOf(SmsRecord record) => record.ContactName is { Length: > 0 } name && name != "(Unknown)" ? name : null;

    private bool IsKnown(SmsRecord record)
    {
        var fields = string.Join('\n', record.At, record.Box, record.Kind, record.Id, string.Join('~', record.Addresses), record.Subject, string.Join('/', record.Media), record.Text);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(fields));
        var digest = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
        if (_seen.TryGetValue(digest, out var first))
            return first != record.File;
        if (_seen.Count < MostRemembered)
            _seen.Add(digest, record.File);
        return false;
    }
}
