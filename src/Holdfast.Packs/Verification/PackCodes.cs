using System.Text;

namespace Holdfast.Packs;

/// <summary>The stable written names of layers, states and faults: lower case with hyphens, such as <c>time-stamp</c>.</summary>
public static class PackCodes
{
    /// <summary>Name of a layer.</summary>
    public static string ToCode(this PackLayer layer) => Hyphenate(layer.ToString());

    /// <summary>Name of a state.</summary>
    public static string ToCode(this LayerState state) => Hyphenate(state.ToString());

    /// <summary>Name of a fault.</summary>
    public static string ToCode(this PackFault fault) => Hyphenate(fault.ToString());

    /// <summary>Name of a reason to withhold, as it stands in the pack.</summary>
    public static string ToCode(this WithheldReason reason) => Hyphenate(reason.ToString());

    /// <summary>Name of what happened, as it stands in the custody log.</summary>
    public static string ToCode(this CustodyEvent happened) => Hyphenate(happened.ToString());

    /// <summary>Name of the reason why something is not a pack.</summary>
    public static string ToCode(this NotAPackReason reason) => Hyphenate(reason.ToString());

    private static string Hyphenate(string name)
    {
        var code = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && code.Length > 0)
                code.Append('-');
            code.Append(char.ToLowerInvariant(c));
        }

        return code.ToString();
    }
}
