namespace Holdfast.Conversations;

/// <summary>Puts messages in order of time.</summary>
internal static class MessageOrder
{
    /// <summary>
    /// Orders oldest first. Among equal times the order of the list decides, turned round when the list runs backwards. A
    /// message without a time stays behind the one before it.
    /// </summary>
    internal static void OldestFirst(List<Message> messages)
    {
        int up = 0, down = 0;
        var before = MessageTime.None;
        foreach (var message in messages)
        {
            if (message.At.Knowledge == TimeKnowledge.None)
                continue;
            var step = before.Knowledge == TimeKnowledge.None ? 0 : message.At.CompareTo(before);
            up += step > 0 ? 1 : 0;
            down += step < 0 ? 1 : 0;
            before = message.At;
        }

        if (down == 0)
            return;
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
