using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Snapchat;

/// <summary>What the files of a download say about its owner, and about the names of the people in it.</summary>
internal sealed class SnapchatAccount
{
    private readonly Dictionary<string, string> _displayNames = new(StringComparer.Ordinal);
    private string? _stated;
    private string? _sender;
    private string? _self;

    /// <summary>The owner's user name: from the account file, else from a record that they sent.</summary>
    internal string? Owner => _stated ?? _sender ?? _self;

    /// <summary>The same; in a download that marks what was sent without naming the owner, a name for them.</summary>
    internal string Self(ReadingOptions options) => Owner ?? (_self = options.Me.Count > 0 ? options.Me[0] : "Me");

    /// <summary>The user name of a sender; null for the name that only stands in for the owner's.</summary>
    internal string? IdOf(string? sender) => sender == _self ? null : sender;

    /// <summary>The display name of a user, where a list of the download has one.</summary>
    internal string? DisplayName(string? user) => user is null ? null : _displayNames.GetValueOrDefault(user);

    /// <summary>Looks through a file.</summary>
    internal void Survey(StructuredFile file)
    {
        var members = JsonValue.Root(file).Members;
        while (members.MoveNext())
        {
            var value = members.Value;
            if (members.IsNamed("Basic Information"u8))
                _stated ??= Text(value["Username"u8]);
            else if (value.Kind == JsonKind.Array)
                SurveyList(value, !SnapchatExport.IsSection(members.Name));
            else if (value.Kind == JsonKind.Object)
                SurveyNested(value);
        }
    }

    private void SurveyNested(JsonValue value)
    {
        var members = value.Members;
        while (members.MoveNext())
        {
            if (members.Value.Kind == JsonKind.Array)
                SurveyList(members.Value, !SnapchatExport.IsSection(members.Name));
        }
    }

    // In the lists of before 2024 the sender that a record names is the other side, also in what the owner sent.
    private void SurveyList(JsonValue list, bool namesSenders)
    {
        // Chats may have hundreds of thousands of records; once it is known whose they are, only lists of people say more.
        var hasUsers = list.Raw.IndexOf("\"Username\""u8) >= 0;
        var items = list.Items;
        while ((hasUsers || namesSenders && _sender is null) && items.MoveNext())
        {
            string? user = null, display = null, from = null;
            var isSender = false;
            var members = items.Value.Members;
            while (members.MoveNext())
            {
                if (members.IsNamed("Username"u8))
                    user = Text(members.Value);
                else if (members.IsNamed("Display Name"u8))
                    display = Text(members.Value);
                else if (members.IsNamed("From"u8))
                    from = Text(members.Value);
                else if (members.IsNamed("IsSender"u8) || members.IsNamed("isSender"u8))
                    isSender = members.Value.IsTrue;
            }

            if (user is not null && display is not null)
                _displayNames.TryAdd(user, display);
            if (isSender && namesSenders)
                _sender ??= from;
        }
    }

    private static string? Text(JsonValue value)
    {
        var ignored = false;
        return value.GetString(ref ignored) is { Length: > 0 } text ? text : null;
    }
}
