namespace Holdfast.Conversations.Formats.Signal;

/// <summary>Somebody as sigtop writes them: <c>Mira (+447700900123)</c>, a name and what identifies the account.</summary>
/// <param name="Name">The name.</param>
/// <param name="Id">Number or account id; null for groups and where it is missing.</param>
internal readonly record struct SigtopPerson(string Name, string? Id)
{
    /// <summary>Takes a name apart.</summary>
    internal static SigtopPerson Read(string text)
    {
        var open = text.LastIndexOf(" (", StringComparison.Ordinal);
        if (open <= 0 || !text.EndsWith(')'))
            return new SigtopPerson(text, null);
        var id = text[(open + 2)..^1];
        return new SigtopPerson(text[..open], id is "group" or "unknown" or "" ? null : id);
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "person";
}
