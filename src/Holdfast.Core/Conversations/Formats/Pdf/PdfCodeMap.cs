using System.Text;

namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>The letters that codes stand for, as a <c>ToUnicode</c> table says (ISO 32000-1, 9.10.3).</summary>
internal sealed class PdfCodeMap
{
    private const int MostCodes = 65_536;
    private readonly Dictionary<int, string> _letters = [];

    private PdfCodeMap()
    {
    }

    /// <summary>Reads the table, as far as it makes sense.</summary>
    internal static PdfCodeMap Read(byte[] bytes, PdfBudget budget)
    {
        var map = new PdfCodeMap();
        var lexer = new PdfLexer(bytes, 0);
        var operands = new List<object?>();
        for (var item = lexer.Next(); item != PdfLexer.End && budget.Step(); item = lexer.Next())
        {
            if (item is not PdfKeyword keyword)
            {
                operands.Add(item);
                continue;
            }

            if (keyword.Value == "endbfchar")
                map.TakeLetters(operands);
            else if (keyword.Value == "endbfrange")
                map.TakeRanges(operands, budget);
            operands.Clear();
        }

        return map;
    }

    /// <summary>The letters of a code; null when the table does not know it.</summary>
    internal string? Find(int code) => _letters.GetValueOrDefault(code);

    private void TakeLetters(List<object?> operands)
    {
        for (var i = 0; i + 1 < operands.Count && _letters.Count < MostCodes; i += 2)
        {
            if (operands[i] is byte[] code && operands[i + 1] is byte[] letters)
                _letters[Code(code)] = Encoding.BigEndianUnicode.GetString(letters);
        }
    }

    private void TakeRanges(List<object?> operands, PdfBudget budget)
    {
        for (var i = 0; i + 2 < operands.Count; i += 3)
        {
            if (operands[i] is not byte[] first || operands[i + 1] is not byte[] last)
                continue;
            var (start, end) = (Code(first), Code(last));
            for (var code = start; code <= end && _letters.Count < MostCodes && budget.Step(); code++)
            {
                var letters = operands[i + 2] switch
                {
                    List<object?> list when code - start < list.Count => list[code - start] as byte[],
                    byte[] { Length: >= 2 } from => Plus(from, code - start),
                    _ => null,
                };
                if (letters is not null)
                    _letters[code] = Encoding.BigEndianUnicode.GetString(letters);
            }
        }
    }

    private static byte[] Plus(byte[] letters, int more)
    {
        var result = (byte[])letters.Clone();
        var last = (result[^2] << 8 | result[^1]) + more & 0xFFFF;
        (result[^2], result[^1]) = ((byte)(last >> 8), (byte)(last & 255));
        return result;
    }

    private static int Code(byte[] bytes)
    {
        var code = 0;
        foreach (var b in bytes.AsSpan(0, Math.Min(bytes.Length, 3)))
            code = code << 8 | b;
        return code;
    }
}
