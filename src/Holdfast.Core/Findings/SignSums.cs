namespace Holdfast.Findings;

/// <summary>
/// The sums of signs for one speaker: the strongest phrase counts whole, repetition adds a little. One instance is used
/// again and again, since a long chat is weighed many times.
/// </summary>
internal sealed class SignSums
{
    private const double RepetitionBonus = 0.125;
    private const int MostRepetitions = 3;

    private readonly double[] _most = new double[3 * SignNames.Count];
    private readonly int[] _times = new int[3 * SignNames.Count];

    private enum Group
    {
        Speaker,
        Anybody,
        Owner,
    }

    /// <summary>Sums up a stretch for one speaker.</summary>
    /// <param name="evidence">The signs of the stretch.</param>
    /// <param name="speaker">Whose words are weighed.</param>
    /// <param name="owner">The person who asks for help, if known.</param>
    public void Sum(IReadOnlyList<Evidence> evidence, string? speaker, string? owner)
    {
        Array.Clear(_most);
        Array.Clear(_times);
        var speakerIsOwner = owner is not null && speaker == owner;
        for (var i = 0; i < evidence.Count; i++)
        {
            var one = evidence[i];
            Add(Group.Anybody, one);
            if (one.Speaker == speaker && !speakerIsOwner)
            {
                Add(Group.Speaker, one);
            }

            if (owner is null ? one.Speaker != speaker : one.Speaker == owner)
            {
                Add(Group.Owner, one);
            }
        }
    }

    /// <summary>What the speaker said.</summary>
    public double this[SignKind sign] => Of(Group.Speaker, sign);

    /// <summary>What anybody said.</summary>
    public double Any(SignKind sign) => Of(Group.Anybody, sign);

    /// <summary>What the person said, or, when nobody knows who that is, what the others said.</summary>
    public double Owner(SignKind sign) => Of(Group.Owner, sign);

    private void Add(Group group, Evidence evidence)
    {
        var slot = (int)group * SignNames.Count + (int)evidence.Kind;
        _most[slot] = Math.Max(_most[slot], evidence.Weight);
        _times[slot]++;
    }

    private double Of(Group group, SignKind sign)
    {
        var slot = (int)group * SignNames.Count + (int)sign;
        return _most[slot] * (1 + RepetitionBonus * Math.Min(Math.Max(0, _times[slot] - 1), MostRepetitions));
    }
}
