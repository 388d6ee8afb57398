using Holdfast.Conversations;
using Holdfast.Findings;

namespace Holdfast.Core.Tests.Findings;

public sealed class LeverageTests
{
    [Theory]
    [InlineData("I have your nudes")]
    [InlineData("ho le tue foto nude")]
    public void Somebody_who_says_that_they_have_such_images_is_never_no_sign(string text)
    {
        var recogniser = new Recogniser(new RecogniserOptions());
        recogniser.Begin(new ConversationHeader("plain-text"));
        recogniser.Add(new Message { File = ExportFile.FromBytes("chat.txt", []), From = "Ada", Text = text });
        recogniser.End(new ConversationFooter());
        Assert.NotEqual(Verdict.NoSigns, recogniser.Assess().Verdict);
    }
}
