using System.Globalization;

namespace Holdfast.Reports;

/// <summary>The words of a report, by key.</summary>
internal sealed class ReportWords(Func<string, string> words)
{
    /// <summary>The words of a key; the key itself when there are none, so that nothing is left out unseen.</summary>
    public string this[string key] => Or(key, key);

    /// <summary>The words of a key, or others when there are none.</summary>
    public string Or(string key, string otherwise) => words(key) is { Length: > 0 } text && text != key ? text : otherwise;

    /// <summary>The words of a key with numbers and names in place of <c>{name}</c>.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var text = this[key];
        foreach (var (name, value) in values)
            text = text.Replace("{" + name + "}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text;
    }
}
