namespace Holdfast.Conversations.Dates;

/// <summary>
/// Reads the times of one export whose order of day and month was learnt from all of them: files that programs write in the
/// culture of the computer do not say which it is.
/// </summary>
/// <param name="Order">The order; Unknown when no time needs one.</param>
/// <param name="Confidence">How sure it is, from 0 to 1.</param>
internal readonly record struct LearntOrder(DateOrder Order, double Confidence)
{
    /// <summary>True when the person should be asked.</summary>
    internal bool IsDoubtful => Confidence < 0.75;

    /// <summary>Learns the order from all times of an export; what the person said goes before what is not certain.</summary>
    internal static LearntOrder Of(IEnumerable<string> stamps, ReadingOptions options)
    {
        var evidence = new DateOrderEvidence();
        var isAsked = false;
        foreach (var text in stamps)
        {
            if (MachineTime.Read(text, isUtc: false).Knowledge != TimeKnowledge.None)
                continue;
            if (!CultureStamp.TryParse(text, out var stamp) || stamp.IsNamed)
                continue;
            isAsked = true;
            evidence.Add(stamp.Numbers);
            if (evidence.IsDecided)
                break;
        }

        if (!isAsked)
            return new LearntOrder(DateOrder.Unknown, 1);
        var (order, confidence) = evidence.Decide();
        return options.DateOrder is DateOrder.DayMonthYear or DateOrder.MonthDayYear && confidence < 1
            ? new LearntOrder(options.DateOrder, 1)
            : new LearntOrder(order, confidence);
    }

    /// <summary>The time that a text prints; none when it is no time.</summary>
    internal MessageTime Read(string text)
    {
        var iso = MachineTime.Read(text, isUtc: false);
        return iso.Knowledge != TimeKnowledge.None ? iso
            : CultureStamp.TryParse(text, out var stamp) ? stamp.Resolve(Order)
            : MessageTime.None;
    }
}
