namespace Holdfast.Conversations.Questions;

/// <summary>What a person said about all files, about one file, or (for <see cref="Me"/>) about one conversation.</summary>
public sealed record ReadingAnswer
{
    /// <summary>
    /// The file it is about, by its whole name, its name without folders, or the name of the archive that holds it; or
    /// <c>sha256:</c> and the hash of its bytes in hex, so that it holds under another name too; or the title of a
    /// conversation. Null: all files.
    /// </summary>
    public string? Target { get; init; }

    /// <summary>Names that are the person's own; empty when they did not say.</summary>
    public IReadOnlyList<string> Me { get; init; } = [];

    /// <summary>The order of day and month; <see cref="DateOrder.Unknown"/> when they did not say.</summary>
    public DateOrder DateOrder { get; init; }

    /// <summary>The zone of the clock, as an IANA or Windows name; null when they did not say.</summary>
    public string? Zone { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "reading answer";
}
