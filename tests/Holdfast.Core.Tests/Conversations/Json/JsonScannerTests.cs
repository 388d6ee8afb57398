using System.Text;
using Holdfast.Conversations.Json;

namespace Holdfast.Core.Tests.Conversations.Json;

/// <summary>The walk in blocks must end where a walk from byte to byte ends, whatever the bytes are.</summary>
public sealed class JsonScannerTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", "\"a\":", "\"text\"", ",", " ", "\n", "\n  ", "\\", "\\\"", "\\\\", "\"\\u00e9\"", "12", "true", "é", "\"{[\"",
        "\"a longer text with a few words, as messages have them\"", "{\"name\": \"x\"}", "[1, 2, [3]]", "\0", "\"\\\\\"", "\"\\\\\\\"]\"",
    ];

    [Fact]
    public void A_nested_value_ends_where_a_walk_from_byte_to_byte_ends()
    {
        var random = new Random(20_240_612);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder(round % 2 == 0 ? "{" : "[");
            // Whole values between the pieces, so that the walk gets beyond the first blocks.
            for (var i = random.Next(60); i >= 0; i--)
                text.Append(random.Next(3) == 0 ? Pieces[random.Next(Pieces.Length)] : "{\"k\": [\"v\", {}]}");
            var bytes = Encoding.UTF8.GetBytes(text.Append("}]}]").ToString());
            var end = JsonScanner.EndOfValue(bytes, 0, bytes.Length, out var complete);
            Assert.Equal(Expected(bytes), (end, complete));
        }
    }

    [Fact]
    public void Strings_and_escapes_go_on_over_the_border_of_a_block()
    {
        for (var length = 0; length < 200; length++)
        {
            var bytes = Encoding.UTF8.GetBytes("{\"" + new string('a', length) + "\\\"}\\\\\": [\"}]\", " + new string('\\', 2 * length) + "\"]\"]} ");
            bytes = [.. bytes.AsSpan().TrimEnd((byte)' ')];
            Assert.Equal(Expected(bytes), (JsonScanner.EndOfValue(bytes, 0, bytes.Length, out var complete), complete));
        }
    }

    [Fact]
    public void Brackets_of_the_other_kind_are_passed_over_in_blocks_too()
    {
        var inner = new string(' ', 100);
        var bytes = Encoding.UTF8.GetBytes($"[{inner}}}{inner}]{inner}");
        var end = JsonScanner.EndOfValue(bytes, 0, bytes.Length, out var complete);
        Assert.Equal((203, false), (end, complete));
    }

    [Fact]
    public void Nesting_of_any_depth_is_walked_through()
    {
        const int Depth = 100_000;
        var bytes = Encoding.UTF8.GetBytes(new string('[', Depth) + new string(']', Depth) + ",1");
        Assert.Equal(2 * Depth, JsonScanner.EndOfValue(bytes, 0, bytes.Length, out var complete));
        Assert.True(complete);
    }

    // The rule as the scanner states it, one byte after the other.
    private static (int End, bool Complete) Expected(byte[] bytes)
    {
        var open = new Stack<bool>();
        var whole = true;
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] == '"')
            {
                i = JsonScanner.EndOfString(bytes, i, bytes.Length, out _);
                continue;
            }

            var b = bytes[i++];
            if (b is (byte)'{' or (byte)'[')
                open.Push(b == '{');
            if (b is not ((byte)'}' or (byte)']'))
                continue;
            if (open.Peek() != (b == '}'))
                whole = false;
            else if (open.Pop() && open.Count == 0 || open.Count == 0)
                return (i, whole);
        }

        return (bytes.Length, false);
    }
}
