using System.Text.RegularExpressions;

namespace Holdfast.Conversations.Formats.Discord;

/// <summary>Which file of Discord's data package a file is, by its content. Folder names differ by language and year.</summary>
internal enum PackageFile
{
    /// <summary>None of them.</summary>
    None,

    /// <summary><c>user.json</c>: the account.</summary>
    Account,

    /// <summary><c>index.json</c>: the names of all channels.</summary>
    Index,

    /// <summary><c>channel.json</c>: one channel.</summary>
    Channel,

    /// <summary><c>messages.json</c>.</summary>
    Messages,

    /// <summary><c>messages.csv</c>.</summary>
    Table,
}

/// <summary>Tells the files of a data package apart.</summary>
internal static partial class PackageFiles
{
    /// <summary>What the file is.</summary>
    internal static PackageFile Of(ReadOnlySpan<char> head, ExportFile file)
    {
        head = head.TrimStart();
        if (head.StartsWith("ID,Timestamp,Contents"))
            return PackageFile.Table;
        if (head.StartsWith('['))
        {
            if (head[1..].TrimStart().StartsWith('{') && Has(head, "\"ID\"") && Has(head, "\"Timestamp\"") && Has(head, "\"Contents\""))
                return PackageFile.Messages;
            // A channel in which the account wrote nothing has an empty list.
            return head.TrimEnd() is "[]" && ChannelId(file) is not null ? PackageFile.Messages : PackageFile.None;
        }

        if (!head.StartsWith('{') || Has(head, "\"messages\""))
            return PackageFile.None;
        if (Has(head, "\"username\"") && Has(head, "\"id\"") && (Has(head, "\"discriminator\"") || Has(head, "\"avatar_hash\"") || Has(head, "\"premium_until\"")))
            return PackageFile.Account;
        if (IndexStart().IsMatch(head[..Math.Min(head.Length, 200)]))
            return PackageFile.Index;
        return ChannelStart().IsMatch(head[..Math.Min(head.Length, 200)])
            && (Has(head, "\"recipients\"") || Has(head, "\"guild\"") || ChannelId(file) is not null) ? PackageFile.Channel : PackageFile.None;
    }

    /// <summary>The number of the channel in the name of the folder ("c123…", before 2020 "123…"), or null.</summary>
    internal static string? ChannelId(ExportFile file)
    {
        var name = file.Folder[(file.Folder.LastIndexOf('/') + 1)..];
        var digits = name.StartsWith('c') ? name[1..] : name;
        return Snowflake.Is(digits) ? digits : null;
    }

    private static bool Has(ReadOnlySpan<char> text, string name) => text.Contains(name, StringComparison.Ordinal);

    [GeneratedRegex("""^\{\s*"\d{15,20}"\s*:\s*("|null\b)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IndexStart();

    [GeneratedRegex("""^\{\s*"id"\s*:\s*"?\d{15,20}"?\s*,\s*"type"\s*:""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChannelStart();
}
