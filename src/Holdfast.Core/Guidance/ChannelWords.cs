using Holdfast.Words;

namespace Holdfast.Guidance;

/// <summary>The words for how to reach a service.</summary>
public static class ChannelWords
{
    /// <summary>One line such as <c>phone: 116 123 (day and night, free)</c>. Hours that could not be checked are named as such.</summary>
    /// <param name="words">The language.</param>
    /// <param name="channel">The way to reach it.</param>
    public static string Describe(this Wording words, HelplineChannel channel)
    {
        var details = new List<string>();
        if (channel.Hours is { } hours)
            details.Add(hours.In(words.Language));
        else if (channel.Kind is ChannelKind.Phone or ChannelKind.Sms)
            details.Add(words.Get("label.hours-not-checked"));
        if (channel.Cost is { } cost)
            details.Add(words.GetFor("cost", cost));
        if (channel.Note is { } note)
            details.Add(note.In(words.Language));
        var way = channel.Send is { } word
            ? words.Get("label.send-word", word, channel.Value)
            : $"{words.GetFor("channel", channel.Kind)}: {channel.Value}";
        return details.Count == 0 ? way : $"{way} ({string.Join(", ", details)})";
    }
}
