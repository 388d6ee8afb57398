namespace Holdfast.Conversations.Screenshots;

/// <summary>How the text in an image lies (the page segmentation modes of Tesseract that are of use here).</summary>
public enum TextBlockShape
{
    /// <summary>One block of lines (mode 6).</summary>
    Block,

    /// <summary>One line (mode 7).</summary>
    Line,

    /// <summary>Words here and there, in no order (mode 11).</summary>
    Scattered,
}

/// <summary>One word that was read.</summary>
/// <param name="Text">The word.</param>
/// <param name="Box">Where it stands, in pixels of the image that was given.</param>
/// <param name="Confidence">How sure the reading is, from 0 to 1.</param>
/// <param name="Line">Number of its line in the image, from 0; words of one line share it.</param>
public sealed record RecognisedWord(string Text, PictureBox Box, double Confidence, int Line)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "recognised word";
}

/// <summary>
/// Reads letters from an image on this device (OCR). The host brings it: the Tesseract library on a computer, its
/// WebAssembly form in a browser.
/// </summary>
public interface ITextRecogniser
{
    /// <summary>Reads an image. Words come line by line, left to right.</summary>
    /// <param name="image">Dark letters on light ground.</param>
    /// <param name="shape">How the text lies.</param>
    /// <returns>The words; none when nothing can be read.</returns>
    IReadOnlyList<RecognisedWord> Recognise(GreyImage image, TextBlockShape shape);
}
