using System.Buffers;

namespace Holdfast.Packs;

/// <summary>What a pack is made with.</summary>
public sealed record PackOptions
{
    private static readonly SearchValues<char> ToolCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/+-");

    /// <summary>Gives the time of every line of the log and of the seal.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The key of the case.</summary>
    public required SealKey Key { get; init; }

    /// <summary>Program and version, such as <c>holdfast/0.1.0</c>: ASCII letters, digits and <c>._/+-</c>, at most 64.</summary>
    /// <exception cref="ArgumentException">It is anything else.</exception>
    public required string Tool
    {
        get;
        init => field = value is { Length: > 0 and <= 64 } && !value.AsSpan().ContainsAnyExcept(ToolCharacters)
            ? value : throw new ArgumentException("A tool is a program name and a version in plain ASCII.", nameof(value));
    }

    /// <summary>
    /// The whole custody log of the latest pack of the case (<see cref="SealedPack.CustodyLog"/>), empty for the first pack. The
    /// new log begins with it byte for byte, and item numbers go on where it ends.
    /// </summary>
    public ReadOnlyMemory<byte> EarlierCustodyLog { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "pack options";
}
