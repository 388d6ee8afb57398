using System.Buffers.Text;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Json;

/// <summary>The kinds of JSON value.</summary>
internal enum JsonKind
{
    /// <summary>Nothing, or something that is not JSON.</summary>
    None,

    /// <summary>An object.</summary>
    Object,

    /// <summary>An array.</summary>
    Array,

    /// <summary>A string.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Null.</summary>
    Null,
}

/// <summary>
/// A JSON value as a range of bytes of its file. Nothing is parsed before it is asked for. For files that are held whole
/// (<see cref="StructuredFile"/>), whose members are wanted by name and in any order; <see cref="JsonStream"/> is for those that
/// may be larger than memory, and hands its records out as such values.
/// </summary>
/// <param name="bytes">The whole file.</param>
/// <param name="start">First byte of the value.</param>
/// <param name="end">Index after its last byte.</param>
/// <param name="complete">False when the value is cut off.</param>
internal readonly struct JsonValue(byte[] bytes, int start, int end, bool complete)
{
    /// <summary>First byte of the value.</summary>
    internal int Start => start;

    /// <summary>Index after its last byte.</summary>
    internal int End => end;

    /// <summary>False when the value is cut off or runs into damage.</summary>
    internal bool IsComplete => complete;

    /// <summary>True when nothing follows the value in its file.</summary>
    internal bool IsAtEndOf(StructuredFile file) => end >= file.End;

    /// <summary>What the first byte says that it is.</summary>
    internal JsonKind Kind => bytes is null || start >= end ? JsonKind.None : bytes[start] switch
    {
        (byte)'{' => JsonKind.Object,
        (byte)'[' => JsonKind.Array,
        (byte)'"' => JsonKind.String,
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => JsonKind.Number,
        (byte)'t' or (byte)'f' => JsonKind.Boolean,
        (byte)'n' => JsonKind.Null,
        _ => JsonKind.None,
    };

    /// <summary>The whole file, or what is in memory of it.</summary>
    internal byte[] Bytes => bytes;

    /// <summary>The bytes of the value.</summary>
    internal ReadOnlySpan<byte> Raw => bytes.AsSpan(start, end - start);

    /// <summary>True for the literal <c>true</c>.</summary>
    internal bool IsTrue => Kind == JsonKind.Boolean && Raw.SequenceEqual("true"u8);

    /// <summary>The root value of a file.</summary>
    internal static JsonValue Root(StructuredFile file)
    {
        var start = JsonScanner.SkipSpace(file.Bytes, file.Start, file.Bytes.Length);
        return new JsonValue(file.Bytes, start, file.Bytes.Length, complete: true);
    }

    /// <summary>The members of an object, in order; none for another kind.</summary>
    internal JsonMembers Members => Kind == JsonKind.Object ? new JsonMembers(bytes, start, end) : default;

    /// <summary>The items of an array, in order; none for another kind.</summary>
    internal JsonItems Items => Kind == JsonKind.Array ? new JsonItems(bytes, start, end) : default;

    /// <summary>The first member of that name; of kind None when there is none.</summary>
    internal JsonValue this[ReadOnlySpan<byte> name]
    {
        get
        {
            var members = Members;
            while (members.MoveNext())
            {
                if (members.IsNamed(name))
                    return members.Value;
            }

            return default;
        }
    }

    /// <summary>The text of a string; null for another kind.</summary>
    /// <param name="damaged">Set to true (never to false) when the text is not valid Unicode.</param>
    internal string? GetString(ref bool damaged) => Kind != JsonKind.String ? null
        : JsonText.Decode(bytes.AsSpan(start + 1, Math.Max(0, end - start - (EndsWithQuote ? 2 : 1))), ref damaged);

    /// <summary>The text of a string, or the digits of a number; null for another kind.</summary>
    internal string? GetScalar(ref bool damaged) => Kind switch
    {
        JsonKind.String => GetString(ref damaged),
        JsonKind.Number or JsonKind.Boolean => JsonText.Decode(Raw, ref damaged),
        _ => null,
    };

    /// <summary>A whole number, also when it stands in quotes or has a fraction; else null.</summary>
    internal long? GetInt64()
    {
        var digits = Kind == JsonKind.String ? Raw[1..] : Kind == JsonKind.Number ? Raw : default;
        return Utf8Parser.TryParse(digits, out long value, out var used)
            && (used == digits.Length || digits[used] is (byte)'"' or (byte)'.') ? value : null;
    }

    private bool EndsWithQuote => complete && end - start >= 2 && bytes[end - 1] == '"';
}
