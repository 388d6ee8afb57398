namespace Holdfast.Findings.Text;

/// <summary>
/// Cuts a text into folded words in one pass. Invisible characters and accents vanish, look-alike letters become what
/// they look like, English contractions are joined (<c>i'll</c> becomes <c>ill</c>), other apostrophes separate,
/// letters spaced out (<c>n u d e s</c>) are joined, digits and signs inside words (<c>nud3s</c>) are read as letters.
/// </summary>
internal sealed class Tokenizer(Vocabulary vocabulary)
{
    private const int LongestWord = 64;

    private readonly char[] _word = new char[LongestWord];
    private TextToken[] _tokens = new TextToken[256];
    private int _count;
    private int _singles;
    private int _longestRunOfSingles;

    /// <summary>The words of the last text.</summary>
    public ReadOnlySpan<TextToken> Tokens => _tokens.AsSpan(0, _count);

    /// <summary>Cuts a text into words; the result is in <see cref="Tokens"/> until the next call.</summary>
    public void Tokenize(string text)
    {
        _count = _singles = _longestRunOfSingles = 0;
        var table = LetterFolding.Table;
        var sentence = 0;
        var start = -1;
        var length = 0;
        var hash = WordHash.Seed;
        bool digits = false, letters = false, signs = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var folded = table[c];
            string? emoji = null;
            var width = 1;
            if (folded <= LetterFolding.NamedEmoji)
            {
                switch (folded)
                {
                    case LetterFolding.Ignorable:
                        continue;
                    case LetterFolding.Surrogate when i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]):
                        folded = LetterFolding.FoldPair(char.ConvertToUtf32(c, text[i + 1]), out emoji);
                        i++;
                        width = 2;
                        if (folded == LetterFolding.Ignorable)
                        {
                            continue;
                        }

                        break;
                    case LetterFolding.NamedEmoji:
                        emoji = LetterFolding.EmojiName(c);
                        break;
                    default:
                        break;
                }
            }

            if (folded == LetterFolding.Apostrophe)
            {
                if (start >= 0 && letters && JoinsContraction(text, i, table))
                {
                    continue;
                }

                folded = LetterFolding.Separator;
            }
            else if (start >= 0 && folded == LetterFolding.Separator && emoji is null)
            {
                if (digits && !letters && c is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                {
                    continue;
                }

                if (c is '@' or '$' or '!' && letters && i + 1 < text.Length && table[text[i + 1]] is >= 'a' and <= 'z')
                {
                    folded = c;
                    signs = true;
                }
            }

            if (folded > LetterFolding.NamedEmoji)
            {
                start = start < 0 ? i - width + 1 : start;
                if (length < LongestWord)
                {
                    _word[length++] = folded;
                    hash = WordHash.Add(hash, folded);
                }

                if (folded is >= '0' and <= '9')
                {
                    digits = true;
                }
                else
                {
                    letters = true;
                }

                continue;
            }

            var wordEnd = i - width + 1;
            if (start >= 0)
            {
                AddWord(start, wordEnd, length, hash, sentence, digits, letters, signs);
                (start, length, hash, digits, letters, signs) = (-1, 0, WordHash.Seed, false, false, false);
            }

            if (emoji is not null)
            {
                Add(new TextToken(wordEnd, i + 1, vocabulary.Classify(emoji, WordHash.Of(emoji), isNumber: false), sentence));
            }
            else if (EndsSentence(text, i, c))
            {
                sentence++;
            }
        }

        if (start >= 0)
        {
            AddWord(start, text.Length, length, hash, sentence, digits, letters, signs);
        }

        if (_longestRunOfSingles >= 4)
        {
            JoinSpacedLetters(text);
        }
    }

    private static bool EndsSentence(string text, int i, char c)
    {
        if (c is '!' or '?' or ';' or '\u2026' or '\u3002')
        {
            return true;
        }

        // A full stop ends a sentence only before a space: "example.com" is no sentence end.
        return c == '.' ? i + 1 >= text.Length || char.IsWhiteSpace(text[i + 1])
            : c == '\n' && i + 1 < text.Length && (text[i + 1] == '\n' || (text[i + 1] == '\r' && i + 2 < text.Length && text[i + 2] == '\n'));
    }

    /// <summary>English contractions: 's 't 'll 'm 're 've 'd at the end of a word.</summary>
    private static bool JoinsContraction(string text, int apostrophe, char[] table)
    {
        Span<char> rest = stackalloc char[3];
        var length = 0;
        for (var i = apostrophe + 1; i < text.Length && length < 3; i++)
        {
            var folded = table[text[i]];
            if (folded == LetterFolding.Ignorable)
            {
                continue;
            }

            if (folded is < 'a' or > 'z')
            {
                break;
            }

            rest[length++] = folded;
        }

        return length switch
        {
            1 => rest[0] is 's' or 't' or 'm' or 'd',
            2 => rest[..2] is "ll" or "re" or "ve",
            _ => false,
        };
    }

    private void AddWord(int start, int end, int length, ulong hash, int sentence, bool digits, bool letters, bool signs)
    {
        var word = _word.AsSpan(0, length);
        var isNumber = digits && char.IsAsciiDigit(word[0]);
        var wordClass = vocabulary.Classify(word, hash, isNumber);
        if (letters && (digits || signs) && (!isNumber || wordClass is Vocabulary.Unknown or Vocabulary.Number))
        {
            Span<char> plain = stackalloc char[length];
            for (var i = 0; i < length; i++)
            {
                plain[i] = word[i] switch
                {
                    '0' => 'o',
                    '1' => 'i',
                    '3' => 'e',
                    '4' or '@' => 'a',
                    '5' or '$' => 's',
                    '7' => 't',
                    '!' => 'i',
                    var c => c,
                };
            }

            var read = vocabulary.Classify(plain, WordHash.Of(plain), isNumber: false);
            wordClass = read != Vocabulary.Unknown ? read : wordClass;
        }

        _singles = length == 1 && !digits ? _singles + 1 : 0;
        _longestRunOfSingles = Math.Max(_longestRunOfSingles, _singles);
        Add(new TextToken(start, end, wordClass, sentence));
    }

    private void Add(TextToken token)
    {
        if (_count == _tokens.Length)
        {
            Array.Resize(ref _tokens, _count * 2);
        }

        _tokens[_count++] = token;
    }

    /// <summary>Joins runs of four or more single letters that are one character apart.</summary>
    private void JoinSpacedLetters(string text)
    {
        var table = LetterFolding.Table;
        var kept = 0;
        Span<char> joined = stackalloc char[LongestWord];
        for (var i = 0; i < _count;)
        {
            var end = i;
            while (end < _count && _tokens[end].End - _tokens[end].Start == 1 && (end == i || _tokens[end].Start - _tokens[end - 1].End == 1))
            {
                end++;
            }

            if (end - i < 4)
            {
                _tokens[kept++] = _tokens[i++];
                continue;
            }

            var length = 0;
            for (var t = i; t < end && length < LongestWord; t++)
            {
                joined[length++] = table[text[_tokens[t].Start]];
            }

            var wordClass = vocabulary.Classify(joined[..length], WordHash.Of(joined[..length]), isNumber: false);
            _tokens[kept++] = new TextToken(_tokens[i].Start, _tokens[end - 1].End, wordClass, _tokens[i].Sentence);
            i = end;
        }

        _count = kept;
    }
}
