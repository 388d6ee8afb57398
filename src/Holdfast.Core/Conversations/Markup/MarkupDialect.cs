namespace Holdfast.Conversations.Markup;

/// <summary>The two kinds of markup that exports come in.</summary>
internal enum MarkupDialect
{
    /// <summary>HTML as browsers read it: names in any case, void elements, optional end tags.</summary>
    Html,

    /// <summary>XML without DTD: names as they are, every element closed, CDATA sections.</summary>
    Xml,
}

/// <summary>What a token is.</summary>
internal enum MarkupTokenKind
{
    /// <summary>Text, or a piece of a long one.</summary>
    Text,

    /// <summary>The start of an element.</summary>
    StartTag,

    /// <summary>The end of an element.</summary>
    EndTag,
}
