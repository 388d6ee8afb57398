using Holdfast.Conversations;
using Holdfast.Findings.Requests;

namespace Holdfast.Findings;

/// <summary>What is happening, as far as the messages show it.</summary>
public enum Verdict
{
    /// <summary>No sign of sextortion was found. This is not a promise that there is none.</summary>
    NoSigns,

    /// <summary>Signs that could be innocent.</summary>
    Caution,

    /// <summary>Someone works towards getting images or leverage; nothing is threatened yet.</summary>
    Attempt,

    /// <summary>A threat with or before a demand.</summary>
    Blackmail,

    /// <summary>The mass message whose sender has nothing.</summary>
    Bluff,
}

/// <summary>The three forms of sextortion.</summary>
public enum BlackmailForm
{
    /// <summary>Money, with images that the person shared.</summary>
    SharedImages,

    /// <summary>Money, with images that were hacked, stolen, faked or merely claimed.</summary>
    ObtainedImages,

    /// <summary>Something other than money: acts, more images, a meeting, access to an account.</summary>
    OtherDemand,
}

/// <summary>The exact words that show a finding.</summary>
/// <param name="Conversation">Index of the conversation in reading order, from 0.</param>
/// <param name="Message">Index of the message in its conversation, from 0.</param>
/// <param name="Start">First UTF-16 unit in <see cref="Message.Text"/>.</param>
/// <param name="Length">Number of UTF-16 units.</param>
/// <param name="Text">The words as they stand in the export.</param>
/// <param name="Source">The message itself: who, when, and where in which file.</param>
public sealed record Quote(int Conversation, long Message, int Start, int Length, string Text, Message Source)
{
    /// <summary>True when the words stand in <see cref="Message.Subject"/>, not in the text.</summary>
    public bool IsInSubject { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "quote";
}

/// <summary>One sign, with the quotes that show it.</summary>
/// <param name="Id">Name of the sign: the name of its file in <c>content/signs</c>, or <c>request-burst</c>.</param>
/// <param name="Strength">How much it weighs here, from 0 to 1.</param>
/// <param name="Quotes">The first quotes, in order of the conversation.</param>
/// <param name="Occurrences">How often it was seen in all; may be more than the quotes kept.</param>
public sealed record SignFinding(string Id, double Strength, IReadOnlyList<Quote> Quotes, long Occurrences)
{
    /// <summary>For <c>request-burst</c>, which no words show: how many requests came, and when.</summary>
    public RequestBurst? Requests { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"sign {Id}";
}

/// <summary>What is demanded.</summary>
/// <param name="Amount">The amount, if one is named.</param>
/// <param name="Currency">ISO 4217 code, or BTC, ETH, USDT, LTC, XMR; null when none is named.</param>
/// <param name="Rail">How it should be paid: a name from <c>content/payments</c>; null when none is named.</param>
/// <param name="Deadline">The deadline in the words of the message; null when none is named.</param>
/// <param name="Quotes">The words.</param>
public sealed record Demand(decimal? Amount, string? Currency, string? Rail, string? Deadline, IReadOnlyList<Quote> Quotes)
{
    /// <summary>What is wanted: <c>money</c>, <c>images</c>, <c>act</c> or <c>account</c>.</summary>
    public string Kind { get; init; } = "money";

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "demand";
}

/// <summary>An account, address, number or link that was seen, counted over all messages.</summary>
/// <param name="Kind">What it is, such as <c>phone</c> or <c>bitcoin</c>.</param>
/// <param name="Seen">As it was written.</param>
/// <param name="Value">Its normal form; a card number is masked.</param>
/// <param name="ChecksOut">False when a checksum is wrong: seen, but does not check out.</param>
/// <param name="Quotes">The first places where it was seen.</param>
/// <param name="Occurrences">How often it was seen in all.</param>
public sealed record IdentifierFinding(
    string Kind, string Seen, string Value, bool ChecksOut, IReadOnlyList<Quote> Quotes, long Occurrences)
{
    /// <summary>The platform of a user name, or the brand of a gift card, if known.</summary>
    public string? Platform { get; init; }

    /// <summary>True when it was written by the person who asks for help, as far as that is known.</summary>
    public bool WrittenByOwner { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"identifier ({Kind})";
}

/// <summary>A step in how it unfolded, with its time.</summary>
/// <param name="Stage">Stable name: first-contact, closeness, sexual-talk, image-asked, image-sent, other-app, threat, demand, repeated-demand.</param>
/// <param name="At">Time of the first message that shows it.</param>
/// <param name="Quote">The words, when the stage was found by words.</param>
public sealed record StageFinding(string Stage, MessageTime At, Quote? Quote)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"stage {Stage}";
}

/// <summary>The answer to "what is happening?".</summary>
public sealed record Assessment
{
    /// <summary>What is happening.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Which form; null when nothing is threatened or the text leaves it open.</summary>
    public BlackmailForm? Form { get; init; }

    /// <summary>How likely it is that this is sextortion, attempted or bluffed; from 0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>ISO 639-1 codes of the languages of the text, the most used first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The signs, the strongest first.</summary>
    public IReadOnlyList<SignFinding> Signs { get; init; } = [];

    /// <summary>What is demanded, in order of the conversation.</summary>
    public IReadOnlyList<Demand> Demands { get; init; } = [];

    /// <summary>Accounts, addresses, numbers and links that were seen.</summary>
    public IReadOnlyList<IdentifierFinding> Identifiers { get; init; } = [];

    /// <summary>How it unfolded, in order of time.</summary>
    public IReadOnlyList<StageFinding> Stages { get; init; } = [];

    /// <summary>Names of the next steps, in order; the words stand in <c>content/words</c>.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>True when a text was so made that not every phrase could be tried on it, or held more identifiers than are kept.</summary>
    public bool WasLimited { get; init; }

    /// <summary>Questions whose answer would change the finding (names; the words stand in <c>content/words</c>).</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"assessment ({Verdict})";
}
