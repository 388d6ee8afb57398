namespace Holdfast.Conversations.Formats.Signal;

/// <summary>What the exporters for Signal write for the owner and for people whom they do not know.</summary>
internal static class SignalNames
{
    /// <summary>What signal-export calls the owner.</summary>
    internal const string Me = "Me";

    /// <summary>What sigtop calls the owner.</summary>
    internal const string You = "You";

    /// <summary>The owner, by the name that the person gave, else as the exporter writes it.</summary>
    internal static string Owner(ReadingOptions options, string written = Me) => options.Me.FirstOrDefault() ?? written;

    /// <summary>The name of a sender: the owner for "Me" and "You", null for "No-Sender".</summary>
    internal static string? Sender(string? name, ReadingOptions options) => name switch
    {
        Me or You => Owner(options, name),
        "No-Sender" or "" or null => null,
        _ => name,
    };
}
