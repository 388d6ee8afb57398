using Holdfast.Findings.Text;

namespace Holdfast.Core.Tests.Findings.Text;

public sealed class LetterFoldingTests
{
    [Theory]
    [InlineData("PAY", "pay")]
    [InlineData("çàÉñüşŁøß", "caenuslo")]
    [InlineData("раy", "pay")]
    [InlineData("ｐａｙ", "pay")]
    [InlineData("p\u200Ba\u00ADy\u0301", "pay")]
    [InlineData("١٢٣ ۴۵ ７", "123 45 7")]
    [InlineData("you'll", "youll")]
    [InlineData("  pay,\tnow!\n", "pay now")]
    [InlineData("", "")]
    public void A_text_is_folded_to_plain_words(string text, string folded) =>
        Assert.StartsWith(folded, PlainFold.Of(text), StringComparison.Ordinal);

    [Fact]
    public void Folding_twice_changes_nothing_more()
    {
        for (var c = 0; c < LetterFolding.Table.Length; c++)
        {
            var folded = LetterFolding.Table[c];
            if (folded > LetterFolding.NamedEmoji && folded != LetterFolding.Apostrophe)
                Assert.True(LetterFolding.Table[folded] == folded, $"U+{c:X4} becomes U+{(int)folded:X4}");
        }
    }

    [Theory]
    [InlineData(0x1D427, 'n')]
    [InlineData(0x1D7D8, '0')]
    [InlineData(0x1F130, 'a')]
    [InlineData(0x1F189, 'z')]
    [InlineData(0xE0100, LetterFolding.Ignorable)]
    [InlineData(0x1F3FB, LetterFolding.Ignorable)]
    [InlineData(0x1F600, LetterFolding.Separator)]
    public void A_surrogate_pair_is_a_letter_a_mark_or_nothing(int codePoint, char folded)
    {
        Assert.Equal(folded, LetterFolding.FoldPair(codePoint, out var name));
        Assert.Null(name);
    }

    [Fact]
    public void Some_emoji_have_a_name()
    {
        Assert.Equal(LetterFolding.NamedEmoji, LetterFolding.FoldPair(0x1F608, out var name));
        Assert.Equal(":devil:", name);
    }
}
