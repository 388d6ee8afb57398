using System.Globalization;
using System.Text;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Sqlite;

/// <summary>Reads the columns out of a <c>CREATE TABLE</c> statement (sqlite.org/lang_createtable.html).</summary>
internal static class CreateTable
{
    private static readonly string[] ColumnConstraints =
        ["CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES", "GENERATED", "AS"];

    private static readonly string[] TableConstraints = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"];

    /// <summary>The columns, or null when the statement has no list of them.</summary>
    internal static SqliteColumns? Read(string sql)
    {
        var tokens = SqlToken.Cut(sql);
        var open = tokens.FindIndex(t => t.Is("("));
        if (open < 0)
            return null;
        var parts = Split(tokens, open, out var end);
        var columns = new SqliteColumns { IsWithoutRowId = HasWithoutRowId(tokens, end) };
        // An alias is a number column that is the whole primary key, whether its own line says so or a constraint.
        var integers = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts)
        {
            if (part.Count == 0)
                continue;
            if (IsOneOf(part[0], TableConstraints))
                TakeConstraint(part, columns, integers);
            else
                TakeColumn(part, columns, integers);
        }

        return columns;
    }

    private static void TakeColumn(List<SqlToken> part, SqliteColumns columns, HashSet<string> integers)
    {
        var name = part[0].Text;
        var typeEnd = part.FindIndex(1, t => IsOneOf(t, ColumnConstraints));
        if (typeEnd < 0)
            typeEnd = part.Count;
        var isInteger = typeEnd == 2 && part[1].Is("INTEGER");
        if (isInteger)
            integers.Add(name);
        var isKey = false;
        var isStored = true;
        SqliteValue value = default;
        var depth = 0;
        for (var i = typeEnd; i < part.Count; i++)
        {
            depth += part[i].Is("(") ? 1 : part[i].Is(")") ? -1 : 0;
            if (depth > 0)
                continue;
            if (part[i].Is("PRIMARY"))
                // "INTEGER PRIMARY KEY DESC" is no alias, for reasons of history (section 2.1 of lang_createtable).
                isKey = !(i + 2 < part.Count && part[i + 2].Is("DESC"));
            else if (part[i].Is("DEFAULT"))
                value = Default(part, i + 1);
            else if (part[i].Is("AS"))
                isStored = part.FindIndex(i, t => t.Is("STORED")) >= 0;
        }

        columns.Add(name, isStored, isInteger && isKey && !columns.IsWithoutRowId, value);
    }

    private static void TakeConstraint(List<SqlToken> part, SqliteColumns columns, HashSet<string> integers)
    {
        var at = part.FindIndex(t => t.Is("PRIMARY"));
        // PRIMARY KEY ( name ) with nothing else between the brackets
        if (at >= 0 && at + 4 < part.Count && part[at + 2].Is("(") && part.FindIndex(at, t => t.Is(")")) is var close and > 0
            && part.FindIndex(at, close - at, t => t.Is(",")) < 0 && integers.Contains(part[at + 3].Text) && !columns.IsWithoutRowId)
            columns.MakeRowId(part[at + 3].Text);
    }

    private static SqliteValue Default(List<SqlToken> part, int at)
    {
        while (at < part.Count && part[at].Is("("))
            at++;
        var isNegative = at < part.Count && part[at].Is("-");
        if (at < part.Count && (isNegative || part[at].Is("+")))
            at++;
        if (at >= part.Count)
            return default;
        var (text, quote) = part[at];
        if (quote != 0)
            return SqliteValue.Text(Encoding.UTF8.GetBytes(text), TextForm.Utf8);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var integer))
            return SqliteValue.Of(isNegative ? -integer : integer);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real))
            return SqliteValue.Of(isNegative ? -real : real);
        return part[at].Is("TRUE") ? SqliteValue.Of(1) : part[at].Is("FALSE") ? SqliteValue.Of(0) : default;
    }

    /// <summary>Cuts what stands between the outer brackets at its commas.</summary>
    private static List<List<SqlToken>> Split(List<SqlToken> tokens, int open, out int end)
    {
        List<List<SqlToken>> parts = [[]];
        var depth = 1;
        for (end = open + 1; end < tokens.Count; end++)
        {
            var token = tokens[end];
            depth += token.Is("(") ? 1 : token.Is(")") ? -1 : 0;
            if (depth == 0)
                break;
            if (depth == 1 && token.Is(","))
                parts.Add([]);
            else
                parts[^1].Add(token);
        }

        return parts;
    }

    private static bool HasWithoutRowId(List<SqlToken> tokens, int end)
    {
        for (var i = end; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Is("WITHOUT") && tokens[i + 1].Is("ROWID"))
                return true;
        }

        return false;
    }

    private static bool IsOneOf(SqlToken token, string[] words) => Array.Exists(words, token.Is);
}
