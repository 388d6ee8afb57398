namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>A name, such as <c>/Type</c>, without its slash.</summary>
internal sealed record PdfName(string Value)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "name";
}

/// <summary>A word that is no value: an operator, or <c>obj</c>, <c>stream</c> and so on.</summary>
internal sealed record PdfKeyword(string Value)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "keyword";
}

/// <summary>A reference to an object by its number; generations are not told apart, the last one in the file counts.</summary>
internal readonly record struct PdfReference(int Number);

/// <summary>A dictionary, with the place of the bytes behind it when it is that of a stream.</summary>
internal sealed class PdfDictionary
{
    /// <summary>The values by name.</summary>
    internal Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The packed bytes of a stream: those of the file, or of the object stream that holds it.</summary>
    internal ReadOnlyMemory<byte>? Stream { get; set; }

    /// <summary>Where the object lies in the file; its length is 0 when it lies inside a packed one.</summary>
    internal RecordPlace Place { get; set; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "dictionary";
}
