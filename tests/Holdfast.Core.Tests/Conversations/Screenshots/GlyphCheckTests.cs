using Holdfast.Conversations;
using Holdfast.Conversations.Screenshots;

namespace Holdfast.Core.Tests.Conversations.Screenshots;

public sealed class GlyphCheckTests
{
    private const double Em = 30;
    private const int Base = 60;
    private const int Pitch = 20;

    private readonly CellGrid _grid = new(new Pixels(700, 100, new byte[700 * 100 * 3]));

    [Theory]
    [InlineData("bx7/o0o", "bx7/000", "bx7/o0o")]
    [InlineData("1mXbsC8x", "1mxbSC8X", "1mXbsC8x")]
    [InlineData("@lea_Vo5", "@lea_vO5", "@lea_Vo5")]
    [InlineData("hOlmes", "holmes", "holmes")]
    public void Letters_of_one_form_are_told_apart_by_their_height_in_values_only(string drawn, string read, string expected) =>
        Assert.Equal(expected, Apply(drawn, [read], isUnderlined: false));

    [Theory]
    [InlineData("b/a7=90")]
    [InlineData("b/a7-90")]
    public void Two_bars_are_no_hyphen(string drawn) => Assert.Equal(drawn, Apply(drawn, ["b/a7-90"], isUnderlined: false));

    [Fact]
    public void A_link_has_no_space_where_there_is_no_room_for_one() =>
        Assert.Equal("see https://b/a7?e", Apply("see https://b/a7?e", ["see", " https:", "//b/a7?", "e"], isUnderlined: false));

    [Fact]
    public void An_underscore_on_the_stroke_under_a_link_is_seen_in_the_gap() =>
        Assert.Equal("b/mc_rose7", Apply("b/mc_rose7", ["b/mc", " rose7"], isUnderlined: true));

    [Fact]
    public void Underlined_words_stay_words() =>
        Assert.Equal("click here", Apply("click here", ["click", " here"], isUnderlined: true));

    // Letters are drawn as blocks, high or low; an underscore on a stroke cannot be seen.
    private string Apply(string drawn, string[] read, bool isUnderlined)
    {
        var (marks, words, at) = (new List<Mark>(), new List<RecognisedWord>(), 0);
        for (var i = 0; i < drawn.Length; i++)
        {
            var left = 20 + i * Pitch;
            if (drawn[i] == '_' && !isUnderlined)
                marks.Add(Mark(new CellBox(left, Base + 2, left + 14, Base + 3)));
            else if (drawn[i] is '=' or '-')
                marks.AddRange(Enumerable.Range(0, drawn[i] == '=' ? 2 : 1).Select(bar => Mark(new CellBox(left, Base - 12 + bar * 6, left + 14, Base - 11 + bar * 6))));
            else if (drawn[i] is not ('_' or ' '))
                marks.Add(Mark(new CellBox(left, Base - ("acemnorsuvwxz".Contains(drawn[i], StringComparison.Ordinal) ? 16 : 22), left + 14, Base)));
        }

        if (isUnderlined)
            marks.Add(Mark(new CellBox(20, Base + 3, 20 + drawn.Length * Pitch - 6, Base + 4)));
        foreach (var word in read)
        {
            var skipped = word.Length - word.TrimStart().Length;
            var left = 20 + (at + skipped) * Pitch;
            words.Add(new RecognisedWord(word.Trim(), new PictureBox(left, Base - 22, (word.Length - skipped) * Pitch - 5, 26), 0.9, 0));
            at += word.Length;
        }

        return GlyphCheck.Apply(new ReadLine(words), marks, Underlines.Of(marks, Em), _grid, Em).Text;
    }

    private static Mark Mark(CellBox box) => new(box, box.Width * box.Height, 0, new Rgb(0, 0, 0), new Rgb(255, 255, 255));
}
