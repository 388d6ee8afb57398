using Holdfast.Words;

namespace Holdfast.Core.Tests.Words;

public sealed class ContentFileTests
{
    [Theory]
    [InlineData("content/helplines/GB.json")]
    [InlineData("content/helplines/INTL.json")]
    [InlineData("content/plan/steps.json")]
    [InlineData("content/plan/en.json")]
    [InlineData("content/plan/it.json")]
    [InlineData("content/words/en.json")]
    [InlineData("content/words/it.json")]
    public void Content_is_built_in_under_its_own_path(string name) =>
        Assert.Contains(name, typeof(Wording).Assembly.GetManifestResourceNames());

    [Fact]
    public void A_file_that_is_not_there_is_named_in_the_error()
    {
        var error = Assert.Throws<InvalidOperationException>(() => ContentFile.Read("content/words/xx.json"));
        Assert.Contains("content/words/xx.json", error.Message, StringComparison.Ordinal);
    }
}
