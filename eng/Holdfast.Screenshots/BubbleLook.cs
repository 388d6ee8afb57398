namespace Holdfast.Screenshots;

/// <summary>Colours and measures of an app with bubbles, our own drawing in its manner.</summary>
internal sealed record BubbleLook(string Style)
{
    public required (string Light, string Dark) Ground { get; init; }

    public required (string Light, string Dark) Bar { get; init; }

    public required (string Light, string Dark) BarText { get; init; }

    public required (string Light, string Dark) Received { get; init; }

    public required (string Light, string Dark) Sent { get; init; }

    public required (string Light, string Dark) ReceivedText { get; init; }

    public required (string Light, string Dark) SentText { get; init; }

    public (string Light, string Dark) Pale { get; init; } = ("#667781", "#8696a0");

    public (string Light, string Dark) SentPale { get; init; } = ("#667781", "#aebac1");

    public string Accent { get; init; } = "#06a77d";

    public int Radius { get; init; } = 18;

    public string Padding { get; init; } = "8px 12px";

    /// <summary>Where the time stands: inside, below, or day (only in the lines in the middle).</summary>
    public string Times { get; init; } = "day";

    public bool HasPortrait { get; init; }

    public bool HasCentredTitle { get; init; }

    public bool HasDoodles { get; init; }

    public bool HasPill { get; init; }

    public int Gap { get; init; } = 3;

    internal static readonly BubbleLook[] All =
    [
        new("whatsapp")
        {
            Ground = ("#efeae2", "#0b141a"), Bar = ("#ffffff", "#1f2c34"), BarText = ("#111b21", "#e9edef"), Received = ("#ffffff", "#202c33"), Sent = ("#d9fdd3", "#005c4b"),
            ReceivedText = ("#111b21", "#e9edef"), SentText = ("#111b21", "#e9edef"), Radius = 8, Padding = "6px 8px 6px 9px", Times = "inside", HasDoodles = true, HasPill = true,
        },
        new("instagram")
        {
            Ground = ("#ffffff", "#000000"), Bar = ("#ffffff", "#000000"), BarText = ("#000000", "#f5f5f5"), Received = ("#efefef", "#262626"),
            Sent = ("linear-gradient(#a033ff,#5b51d8 40%,#0a8bff)", "linear-gradient(#a033ff,#5b51d8 40%,#0a8bff)"),
            ReceivedText = ("#000000", "#f5f5f5"), SentText = ("#ffffff", "#ffffff"), Pale = ("#737373", "#a8a8a8"), Radius = 20, Padding = "9px 14px", HasPortrait = true,
        },
        new("telegram")
        {
            Ground = ("linear-gradient(#c9dcb4,#9fc4a8)", "#0e1621"), Bar = ("#ffffff", "#17212b"), BarText = ("#000000", "#ffffff"), Received = ("#ffffff", "#182533"), Sent = ("#effdde", "#2b5278"),
            ReceivedText = ("#000000", "#ffffff"), SentText = ("#000000", "#ffffff"), Pale = ("#a0acb6", "#6d7f8f"), SentPale = ("#62ac55", "#7da8d3"), Radius = 14, Padding = "6px 10px", Times = "inside", HasPill = true, Accent = "#168acd",
        },
        new("messenger")
        {
            Ground = ("#ffffff", "#000000"), Bar = ("#ffffff", "#000000"), BarText = ("#050505", "#e4e6eb"), Received = ("#f0f0f0", "#303030"), Sent = ("#0084ff", "#0084ff"),
            ReceivedText = ("#050505", "#e4e6eb"), SentText = ("#ffffff", "#ffffff"), Pale = ("#65676b", "#b0b3b8"), Radius = 18, Padding = "8px 12px", HasPortrait = true,
        },
        new("imessage")
        {
            Ground = ("#ffffff", "#000000"), Bar = ("#f6f6f6", "#121212"), BarText = ("#000000", "#ffffff"), Received = ("#e9e9eb", "#26252a"), Sent = ("#0a7cff", "#0a84ff"),
            ReceivedText = ("#000000", "#ffffff"), SentText = ("#ffffff", "#ffffff"), Pale = ("#8e8e93", "#8e8e93"), Radius = 18, Padding = "7px 13px", HasCentredTitle = true,
        },
        new("sms")
        {
            Ground = ("#f7f9fc", "#1b1c1f"), Bar = ("#f7f9fc", "#1b1c1f"), BarText = ("#1f1f1f", "#e3e3e3"), Received = ("#e3e8f0", "#2f3135"), Sent = ("#0b57d0", "#a8c7fa"),
            ReceivedText = ("#1f1f1f", "#e3e3e3"), SentText = ("#ffffff", "#062e6f"), Pale = ("#5f6368", "#9aa0a6"), Radius = 22, Padding = "11px 16px", Times = "below",
        },
        new("signal")
        {
            Ground = ("#ffffff", "#121212"), Bar = ("#ffffff", "#121212"), BarText = ("#1b1b1b", "#e9e9e9"), Received = ("#e9e9e9", "#2e2e2e"), Sent = ("#2c6bed", "#2c6bed"),
            ReceivedText = ("#1b1b1b", "#e9e9e9"), SentText = ("#ffffff", "#ffffff"), Pale = ("#6b6b6b", "#b0b0b0"), SentPale = ("#cfdffd", "#cfdffd"), Radius = 18, Padding = "7px 12px", Times = "inside", HasPortrait = true, Accent = "#2c6bed",
        },
    ];
}
