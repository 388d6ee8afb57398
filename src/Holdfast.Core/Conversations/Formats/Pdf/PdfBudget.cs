namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>
/// How much work one file may make. A small PDF can unpack to a great deal, refer to itself, or draw the same form again and
/// again; whoever spends more than any printed chat needs gets a result that is cut there and says so.
/// </summary>
internal sealed class PdfBudget
{
    /// <summary>Most pages that are read.</summary>
    internal const int MostPages = 5_000;

    /// <summary>Most bytes that one stream may unpack to.</summary>
    internal const int MostOfOneStream = 64 << 20;

    private long _bytes = 512L << 20;
    private long _steps = 50_000_000;

    /// <summary>True when something was left out because of a limit.</summary>
    internal bool IsSpent { get; private set; }

    /// <summary>Bytes that one stream may still unpack to.</summary>
    internal int LeftForStream => (int)Math.Min(_bytes, MostOfOneStream);

    /// <summary>Takes note of unpacked bytes.</summary>
    internal void Unpacked(int bytes) => IsSpent |= (_bytes -= bytes) <= 0;

    /// <summary>Takes note of a token or a letter; false when there were too many.</summary>
    internal bool Step() => --_steps > 0 || !(IsSpent = true);

    /// <summary>Takes note that something was left out.</summary>
    internal void Spend() => IsSpent = true;
}
