using Holdfast.Findings.Text;

namespace Holdfast.Findings.Signs;

/// <summary>A pattern, compiled for matching.</summary>
internal sealed class PatternProgram
{
    private readonly Step[] _steps;

    private enum Op : byte
    {
        Word,
        Number,
        Gap,
        Split,
        Jump,
        Match,
    }

    private readonly record struct Step(Op Op, WordSet? Set, int A, int[]? Targets);

    /// <param name="pattern">The pattern.</param>
    /// <param name="union">Makes the set of the words of several sets.</param>
    /// <exception cref="FormatException">No part of the pattern is sure to be there.</exception>
    public PatternProgram(PatternNode.Sequence pattern, Func<IReadOnlyList<WordSet>, WordSet> union)
    {
        var steps = new List<Step>();
        Compile(pattern, steps);
        steps.Add(new Step(Op.Match, null, 0, null));
        _steps = [.. steps];
        Anchors = FindAnchors(pattern, 0).Anchors
            ?? throw new FormatException("a pattern needs at least one word that is not optional");
        Required = [.. pattern.Parts.Select(part => FindAnchors(part, 0).Anchors).Where(anchors => anchors is not null)
            .Select(anchors => anchors!.Count == 1 ? anchors[0].Set : union([.. anchors.Select(anchor => anchor.Set)]))];
        First = FirstSets(pattern) is { } first ? union(first) : null;
    }

    /// <summary>Every match holds a word of one of these sets, with at most so many words before it.</summary>
    public IReadOnlyList<(WordSet Set, int MostBefore)> Anchors { get; }

    /// <summary>Every match holds a word of each of these sets: asked before anything is tried.</summary>
    public IReadOnlyList<WordSet> Required { get; }

    /// <summary>The words with which a match can begin; null when it can begin with a number.</summary>
    public WordSet? First { get; }

    /// <summary>Matches from one word on; the index after the last word of the match, or -1.</summary>
    /// <param name="tokens">The words of the message.</param>
    /// <param name="start">Where the match must begin.</param>
    /// <param name="vocabulary">Tells numbers.</param>
    /// <param name="budget">Steps left for this message, so that a text made to be slow cannot hold us up.</param>
    public int MatchFrom(ReadOnlySpan<TextToken> tokens, int start, Vocabulary vocabulary, ref long budget) =>
        Run(0, tokens, start, tokens[start].Sentence, vocabulary, ref budget);

    private int Run(int pc, ReadOnlySpan<TextToken> tokens, int at, int sentence, Vocabulary vocabulary, ref long budget)
    {
        while (--budget > 0)
        {
            ref readonly var step = ref _steps[pc];
            var isInside = at < tokens.Length && tokens[at].Sentence == sentence;
            switch (step.Op)
            {
                case Op.Match:
                    return at;
                case Op.Word when isInside && step.Set!.Contains(tokens[at].WordClass):
                case Op.Number when isInside && vocabulary.Info(tokens[at].WordClass).IsNumber:
                    at++;
                    pc++;
                    break;
                case Op.Jump:
                    pc = step.A;
                    break;
                case Op.Gap:
                    for (var skip = 0; skip <= step.A; skip++)
                    {
                        if (Run(pc + 1, tokens, at + skip, sentence, vocabulary, ref budget) is var end and >= 0)
                        {
                            return end;
                        }

                        if (at + skip >= tokens.Length || tokens[at + skip].Sentence != sentence)
                        {
                            break;
                        }
                    }

                    return -1;
                case Op.Split:
                    foreach (var target in step.Targets!)
                    {
                        if (Run(target, tokens, at, sentence, vocabulary, ref budget) is var end and >= 0)
                        {
                            return end;
                        }
                    }

                    return -1;
                default:
                    return -1;
            }
        }

        return -1;
    }

    private static void Compile(PatternNode node, List<Step> steps)
    {
        switch (node)
        {
            case PatternNode.Word word:
                steps.Add(new Step(Op.Word, word.Set, 0, null));
                break;
            case PatternNode.Number:
                steps.Add(new Step(Op.Number, null, 0, null));
                break;
            case PatternNode.Gap gap:
                steps.Add(new Step(Op.Gap, null, gap.Most, null));
                break;
            case PatternNode.Sequence sequence:
                foreach (var part in sequence.Parts)
                {
                    Compile(part, steps);
                }

                break;
            case PatternNode.Choice choice:
                CompileChoice(choice, steps);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void CompileChoice(PatternNode.Choice choice, List<Step> steps)
    {
        var split = steps.Count;
        steps.Add(default);
        var targets = new List<int>();
        var jumps = new List<int>();
        foreach (var alternative in choice.Alternatives)
        {
            targets.Add(steps.Count);
            Compile(alternative, steps);
            jumps.Add(steps.Count);
            steps.Add(default);
        }

        var end = steps.Count;
        if (choice.IsOptional)
        {
            targets.Add(end);
        }

        steps[split] = new Step(Op.Split, null, 0, [.. targets]);
        foreach (var jump in jumps)
        {
            steps[jump] = new Step(Op.Jump, null, end, null);
        }
    }

    /// <summary>The rarest part that every match holds, and how many words can stand before it.</summary>
    private static (List<(WordSet Set, int MostBefore)>? Anchors, double Cost) FindAnchors(PatternNode node, int before)
    {
        switch (node)
        {
            case PatternNode.Word word:
                return ([(word.Set, before)], word.Set.Commonness);
            case PatternNode.Sequence sequence:
                (List<(WordSet, int)>? Anchors, double Cost) best = (null, double.MaxValue);
                foreach (var part in sequence.Parts)
                {
                    var found = FindAnchors(part, before);
                    best = found.Anchors is not null && found.Cost < best.Cost ? found : best;
                    before += part.MaxLength;
                }

                return best;
            case PatternNode.Choice { IsOptional: false } choice:
                var all = new List<(WordSet, int)>();
                var cost = 0.0;
                foreach (var alternative in choice.Alternatives)
                {
                    var found = FindAnchors(alternative, before);
                    if (found.Anchors is null)
                    {
                        return (null, 0);
                    }

                    all.AddRange(found.Anchors);
                    cost += found.Cost;
                }

                return (all, cost);
            default:
                return (null, 0);
        }
    }

    /// <summary>The sets that a match can begin with; null when a number or a gap can.</summary>
    private static List<WordSet>? FirstSets(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Word word:
                return [word.Set];
            case PatternNode.Choice choice:
                var alternatives = choice.Alternatives.Select(FirstSets).ToList();
                return alternatives.Contains(null) ? null : [.. alternatives.SelectMany(sets => sets!)];
            case PatternNode.Sequence sequence:
                var first = new List<WordSet>();
                foreach (var part in sequence.Parts)
                {
                    if (FirstSets(part) is not { } sets)
                    {
                        return null;
                    }

                    first.AddRange(sets);
                    if (part is not PatternNode.Choice { IsOptional: true })
                    {
                        return first;
                    }
                }

                return first;
            default:
                return null;
        }
    }
}
