using System.Globalization;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Sqlite;

/// <summary>The kinds of values that a row can hold.</summary>
internal enum SqliteKind
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a fraction.</summary>
    Real,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Blob,
}

/// <summary>One value of a row. Any column can hold any kind: SQLite does not enforce the types of a table.</summary>
internal readonly struct SqliteValue
{
    private readonly TextForm _form;
    private readonly long _integer;
    private readonly double _real;

    private SqliteValue(SqliteKind kind, long integer, double real, ReadOnlyMemory<byte> bytes, TextForm form) =>
        (Kind, _integer, _real, Bytes, _form) = (kind, integer, real, bytes, form);

    /// <summary>The kind of value.</summary>
    internal SqliteKind Kind { get; }

    /// <summary>The bytes of a text or blob.</summary>
    internal ReadOnlyMemory<byte> Bytes { get; }

    internal static SqliteValue Of(long value) => new(SqliteKind.Integer, value, 0, default, default);

    internal static SqliteValue Of(double value) => new(SqliteKind.Real, 0, value, default, default);

    internal static SqliteValue Text(ReadOnlyMemory<byte> bytes, TextForm form) => new(SqliteKind.Text, 0, 0, bytes, form);

    internal static SqliteValue Blob(ReadOnlyMemory<byte> bytes) => new(SqliteKind.Blob, 0, 0, bytes, default);

    /// <summary>The value as a whole number, also when it is written as text; null when it is none.</summary>
    internal long? Integer => Kind switch
    {
        SqliteKind.Integer => _integer,
        // A double above 2^63 would overflow.
        SqliteKind.Real when Math.Abs(_real) < 9e18 => (long)_real,
        SqliteKind.Text when long.TryParse(GetText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>True for a whole number that is not 0.</summary>
    internal bool IsSet => Integer is not (null or 0);

    /// <summary>The value as text, a number in digits; null for a blob or no value.</summary>
    /// <param name="damaged">Set to true (never to false) when bytes were not valid in the file's encoding.</param>
    internal string? GetText(ref bool damaged) => Kind switch
    {
        SqliteKind.Text => TextDecoding.Decode(Bytes.Span, _form, ref damaged),
        SqliteKind.Integer => _integer.ToString(CultureInfo.InvariantCulture),
        SqliteKind.Real => _real.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The value as text, for those whose encoding is not reported.</summary>
    internal string? GetText()
    {
        var ignored = false;
        return GetText(ref ignored);
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"database value ({Kind})";
}
