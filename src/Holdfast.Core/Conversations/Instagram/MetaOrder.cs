namespace Holdfast.Conversations.Instagram;

/// <summary>Brings the messages of a conversation into order, oldest first.</summary>
internal static class MetaOrder
{
    /// <summary>
    /// Time decides; among equal times, the order of the file, turned round when the file runs backwards. A record without
    /// a time stays behind the one before it.
    /// </summary>
    internal static void OldestFirst(List<Message> messages)
    {
        int up = 0, down = 0;
        for (var i = 1; i < messages.Count; i++)
        {
            var step = messages[i].At.CompareTo(messages[i - 1].At);
            up += step > 0 ? 1 : 0;
            down += step < 0 ? 1 : 0;
        }

        if (down > up)
            messages.Reverse();
        // Most exports are in order now, and sorting a hundred thousand messages is not free.
        if (up == 0 || down == 0)
            return;
        var last = MessageTime.None;
        var keyed = new List<(MessageTime Key, Message Message)>(messages.Count);
        foreach (var message in messages)
        {
            last = message.At.Knowledge == TimeKnowledge.None ? last : message.At;
            keyed.Add((last, message));
        }

        messages.Clear();
        messages.AddRange(keyed.OrderBy(k => k.Key).Select(k => k.Message));
    }
}
