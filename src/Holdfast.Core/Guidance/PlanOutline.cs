using System.Text.Json.Serialization;

namespace Holdfast.Guidance;

/// <summary>Which advice applies when: <c>content/plan/steps.json</c>. Names only; the words are in <see cref="PlanTexts"/>.</summary>
internal sealed record PlanOutline
{
    /// <summary>What stands at the very top.</summary>
    public required IReadOnlyList<Line> Crisis { get; init; }

    /// <summary>The first sentences.</summary>
    public required IReadOnlyList<Line> Opening { get; init; }

    /// <summary>The steps, in order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>What to beware of, whatever happens.</summary>
    public required IReadOnlyList<Line> Warnings { get; init; }

    /// <summary>What can come later.</summary>
    public required IReadOnlyList<Line> Later { get; init; }

    /// <summary>A line that applies when its conditions hold.</summary>
    internal sealed record Line
    {
        /// <summary>Name of the text.</summary>
        [JsonPropertyName("line")]
        public required string Text { get; init; }

        /// <summary>Its conditions; null for always.</summary>
        public Dictionary<string, string[]>? When { get; init; }
    }

    /// <summary>A step that applies when its conditions hold.</summary>
    internal sealed record Step
    {
        /// <summary>Name of the step.</summary>
        public required string Id { get; init; }

        /// <summary>Its conditions; null for always.</summary>
        public Dictionary<string, string[]>? When { get; init; }

        /// <summary>What to do.</summary>
        public required IReadOnlyList<Line> Actions { get; init; }

        /// <summary>Why: the first line that applies is taken.</summary>
        public required IReadOnlyList<Line> Why { get; init; }

        /// <summary>Whom to name.</summary>
        public required IReadOnlyList<Contact> Contacts { get; init; }
    }

    /// <summary>Services to name when the conditions hold.</summary>
    internal sealed record Contact
    {
        /// <summary>What they help with.</summary>
        public required IReadOnlyList<Situation> Situations { get; init; }

        /// <summary>Its conditions; null for always.</summary>
        public Dictionary<string, string[]>? When { get; init; }
    }
}
