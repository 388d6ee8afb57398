namespace Holdfast.Findings.Text;

/// <summary>One word of a message, as a class of the vocabulary.</summary>
/// <param name="Start">First UTF-16 unit in the original text.</param>
/// <param name="End">One past the last UTF-16 unit in the original text.</param>
/// <param name="WordClass">Class of the word in <see cref="Vocabulary"/>; 0 for a word that no pattern knows.</param>
/// <param name="Sentence">Number of the sentence, from 0; patterns do not reach across sentences.</param>
internal readonly record struct TextToken(int Start, int End, int WordClass, int Sentence);
