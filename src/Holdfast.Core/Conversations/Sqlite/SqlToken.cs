namespace Holdfast.Conversations.Sqlite;

/// <summary>A piece of a <c>CREATE TABLE</c> statement.</summary>
/// <param name="Text">A word or number as it stands, a quoted name or string without its quotes, or one sign.</param>
/// <param name="Quote">The quotation mark it stood in; 0 for none.</param>
internal readonly record struct SqlToken(string Text, char Quote)
{
    /// <summary>True for this word outside quotes, whatever its capitals.</summary>
    internal bool Is(string word) => Quote == 0 && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Cuts a statement into its pieces, without comments. Never fails: a quote that is not closed ends with the text.</summary>
    internal static List<SqlToken> Cut(string sql)
    {
        var tokens = new List<SqlToken>();
        var at = 0;
        while (at < sql.Length)
        {
            var c = sql[at];
            if (char.IsWhiteSpace(c))
                at++;
            else if (c == '-' && At(sql, at + 1) == '-')
                at = End(sql, sql.IndexOf('\n', at), 1);
            else if (c == '/' && At(sql, at + 1) == '*')
                at = End(sql, sql.IndexOf("*/", at + 2, StringComparison.Ordinal), 2);
            else if (c is '"' or '`' or '\'' or '[')
                tokens.Add(Quoted(sql, ref at));
            else if (IsWordLetter(c))
                tokens.Add(Word(sql, ref at));
            else
                tokens.Add(new SqlToken(sql[at++].ToString(), '\0'));
        }

        return tokens;
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "piece of a statement";

    private static SqlToken Word(string sql, ref int at)
    {
        var start = at;
        while (at < sql.Length && IsWordLetter(sql[at]))
            at++;
        return new SqlToken(sql[start..at], '\0');
    }

    private static SqlToken Quoted(string sql, ref int at)
    {
        var (open, start) = (sql[at], at + 1);
        var close = open == '[' ? ']' : open;
        for (at = start; at < sql.Length; at++)
        {
            if (sql[at] != close)
                continue;
            // A doubled mark stands for itself, except in brackets.
            if (close == ']' || At(sql, at + 1) != close)
                break;
            at++;
        }

        var text = sql[start..Math.Min(at, sql.Length)];
        at++;
        return new SqlToken(close == ']' ? text : text.Replace(new string(close, 2), close.ToString(), StringComparison.Ordinal), open);
    }

    private static char At(string sql, int at) => at < sql.Length ? sql[at] : '\0';

    private static int End(string sql, int found, int length) => found < 0 ? sql.Length : found + length;

    // SQLite takes every letter beyond ASCII as part of a word; a dot joins a number.
    private static bool IsWordLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$' or '.' || c > 0x7F;
}
