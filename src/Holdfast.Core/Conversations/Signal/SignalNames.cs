namespace Holdfast.Conversations.Signal;

/// <summary>What the exporters for Signal write for the owner and for people whom they do not know.</summary>
internal static class SignalNames
{
    /// <summary>The owner, as the conversation spells it.</summary>
    internal static string Owner(ReadingOptions options) => options.Me.FirstOrDefault() ?? "Me";

    /// <summary>The name of a sender: the owner for "Me" and "You", null for "No-Sender".</summary>
    internal static string? Sender(string? name, ReadingOptions options) => name switch
    {
        "Me" or "You" => Owner(options),
        "No-Sender" or "" or null => null,
        _ => name,
    };
}
