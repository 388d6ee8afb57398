using CsCheck;
using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Skype;

namespace Holdfast.Core.Tests.Conversations.Formats.Skype;

public sealed class SkypeBodyTests
{
    [Fact]
    public void Words_of_another_are_not_the_senders_own()
    {
        var body = SkypeBody.Read(61, "<quote author=\"a\"><legacyquote>[12:00] A: </legacyquote>theirs<legacyquote> &lt;&lt;&lt; </legacyquote></quote>mine", false);
        Assert.Equal(("mine", "theirs"), (body.Text, body.Quoted));
    }

    [Fact]
    public void An_empty_message_is_removed_only_when_it_was_edited()
    {
        Assert.Equal(MessageKind.Deleted, SkypeBody.Read(61, "", wasEdited: true).Kind);
        Assert.Equal(MessageKind.Text, SkypeBody.Read(61, "", wasEdited: false).Kind);
    }

    [Fact]
    public void A_kind_that_is_not_known_is_kept_as_a_notice_with_its_words()
    {
        var body = SkypeBody.Read(999, "something new", false);
        Assert.Equal((MessageKind.Notice, "something new"), (body.Kind, body.Text));
    }

    [Fact]
    public void Any_body_gives_a_result() =>
        Gen.String[Gen.Char["<>/&;quotefilpars =\"x#1"], 0, 60].Sample(text => SkypeBody.Read(61, text, false).Text?.Length <= text.Length + 20 || SkypeBody.Read(61, text, false).Text is null);
}
