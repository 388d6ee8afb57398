namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>One letter (or ligature) on a page.</summary>
/// <param name="Text">What it says.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">The line it stands on, growing upwards.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Size">Height of the font.</param>
internal readonly record struct PdfLetter(string Text, double X, double Y, double Right, double Size)
{
    /// <summary>Stands for a letter whose meaning the file does not say.</summary>
    internal const string Unknown = "\uFFFD";

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "letter";
}

/// <summary>
/// Follows the drawing of a page as far as letters depend on it (ISO 32000-1, 9.4): where the pen is, which font, and the
/// forms that are drawn within. Pictures and lines are passed over. Turned text is placed as if it were not turned.
/// </summary>
internal sealed class PdfDrawing(PdfFile file, List<PdfLetter> letters)
{
    // A form in a form and so on; printed pages nest two or three.
    private const int MostForms = 8;
    private const int MostOperands = 1_000;
    private const int MostSaved = 256;

    private readonly Dictionary<PdfDictionary, PdfFont> _fonts = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<State> _saved = new();
    private State _now = State.Start;
    private PdfMatrix _text = PdfMatrix.Identity;
    private PdfMatrix _line = PdfMatrix.Identity;

    /// <summary>Letters that were drawn and whose meaning the file does not say.</summary>
    internal long Unreadable { get; private set; }

    /// <summary>Draws a page.</summary>
    internal void Draw(PdfPage page)
    {
        _now = State.Start;
        _saved.Clear();
        using var held = new MemoryStream();
        foreach (var content in page.Contents)
        {
            held.Write(PdfFilters.Unpack(file, content));
            held.WriteByte((byte)'\n');
            if (held.Length > PdfBudget.MostOfOneStream)
                break;
        }

        Run(held.ToArray(), page.Resources, 0);
    }

    private void Run(byte[] content, PdfDictionary? resources, int depth)
    {
        var lexer = new PdfLexer(content, 0);
        var operands = new List<object?>();
        for (var item = lexer.Next(); item != PdfLexer.End && file.Budget.Step(); item = lexer.Next())
        {
            if (item is not PdfKeyword keyword)
            {
                if (operands.Count < MostOperands)
                    operands.Add(item);
                continue;
            }

            if (keyword.Value == "ID")
                SkipPicture(lexer, content);
            else if (keyword.Value == "Do" && operands is [.., PdfName form])
                DrawForm(file.Dictionary(file.Dictionary(resources, "XObject"), form.Value), resources, depth);
            else
                Operate(keyword.Value, operands, resources);
            operands.Clear();
        }
    }

    private static void SkipPicture(PdfLexer lexer, byte[] content)
    {
        var end = content.AsSpan(Math.Min(lexer.Position, content.Length)).IndexOf("EI"u8);
        lexer.Position = end < 0 ? content.Length : lexer.Position + end + 2;
    }

    private void DrawForm(PdfDictionary? form, PdfDictionary? resources, int depth)
    {
        if (form?.Values.GetValueOrDefault("Subtype") is not PdfName { Value: "Form" } || depth >= MostForms)
            return;
        var (before, text, line, saved) = (_now, _text, _line, _saved.Count);
        if (file.Resolve(form.Values.GetValueOrDefault("Matrix")) is List<object?> matrix && PdfMatrix.TryRead(matrix, out var moved))
            _now.Page = moved.Then(_now.Page);
        Run(PdfFilters.Unpack(file, form), file.Dictionary(form, "Resources") ?? resources, depth + 1);
        while (_saved.Count > saved)
            _saved.Pop();
        (_now, _text, _line) = (before, text, line);
    }

    private void Operate(string name, List<object?> operands, PdfDictionary? resources)
    {
        switch (name)
        {
            case "q" when _saved.Count < MostSaved:
                _saved.Push(_now);
                break;
            case "Q" when _saved.Count > 0:
                _now = _saved.Pop();
                break;
            case "cm" when PdfMatrix.TryRead(operands, out var moved):
                _now.Page = moved.Then(_now.Page);
                break;
            case "BT":
                _text = _line = PdfMatrix.Identity;
                break;
            case "Tf" when operands is [.., PdfName font, double size]:
                _now.Size = size;
                _now.Font = Font(file.Dictionary(file.Dictionary(resources, "Font"), font.Value));
                break;
            case "Tc" when operands is [.., double gap]:
                _now.LetterGap = gap;
                break;
            case "Tw" when operands is [.., double gap]:
                _now.WordGap = gap;
                break;
            case "Tz" when operands is [.., double scale]:
                _now.Scale = scale / 100;
                break;
            case "TL" when operands is [.., double leading]:
                _now.Leading = leading;
                break;
            case "Td" when operands is [.., double x, double y]:
                Move(x, y);
                break;
            case "TD" when operands is [.., double x, double y]:
                _now.Leading = -y;
                Move(x, y);
                break;
            case "Tm" when PdfMatrix.TryRead(operands, out var place):
                _text = _line = place;
                break;
            case "T*":
                Move(0, -_now.Leading);
                break;
            case "Tj" when operands is [.., byte[] codes]:
                Show(codes);
                break;
            case "'" or "\"" when operands is [.., byte[] codes]:
                Move(0, -_now.Leading);
                Show(codes);
                break;
            case "TJ" when operands is [.., List<object?> parts]:
                ShowParts(parts);
                break;
        }
    }

    private void Move(double x, double y) => _text = _line = new PdfMatrix(1, 0, 0, 1, x, y).Then(_line);

    private void ShowParts(List<object?> parts)
    {
        foreach (var part in parts)
        {
            if (part is byte[] codes)
                Show(codes);
            else if (part is double back)
                _text = new PdfMatrix(1, 0, 0, 1, -back / 1000 * _now.Size * _now.Scale, 0).Then(_text);
        }
    }

    private void Show(byte[] codes)
    {
        if (_now.Font is null)
        {
            Unreadable += codes.Length;
            return;
        }

        foreach (var (text, width, isSpace) in _now.Font.Show(codes))
        {
            if (!file.Budget.Step())
                return;
            var advance = (width / 1000 * _now.Size + _now.LetterGap + (isSpace ? _now.WordGap : 0)) * _now.Scale;
            var place = _text.Then(_now.Page);
            var (x, y) = place.Apply(0, 0);
            var (right, _) = place.Apply(width / 1000 * _now.Size * _now.Scale, 0);
            if (text is null)
                Unreadable++;
            if (double.IsFinite(x) && double.IsFinite(y) && double.IsFinite(right))
                letters.Add(new PdfLetter(text ?? PdfLetter.Unknown, x, y, right, Math.Abs(_now.Size) * place.Height));
            _text = new PdfMatrix(1, 0, 0, 1, advance, 0).Then(_text);
        }
    }

    private PdfFont? Font(PdfDictionary? dictionary)
    {
        if (dictionary is null)
            return null;
        if (!_fonts.TryGetValue(dictionary, out var font))
            _fonts.Add(dictionary, font = PdfFont.Read(file, dictionary));
        return font;
    }

    private struct State
    {
        internal PdfMatrix Page;
        internal PdfFont? Font;
        internal double Size;
        internal double LetterGap;
        internal double WordGap;
        internal double Scale;
        internal double Leading;

        internal static State Start => new() { Page = PdfMatrix.Identity, Scale = 1, Size = 1 };
    }
}
