namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>A transformation of the plane (ISO 32000-1, 8.3.3).</summary>
internal readonly record struct PdfMatrix(double A, double B, double C, double D, double X, double Y)
{
    /// <summary>Leaves everything where it is.</summary>
    internal static PdfMatrix Identity => new(1, 0, 0, 1, 0, 0);

    /// <summary>How much it stretches upwards.</summary>
    internal double Height => Math.Sqrt(C * C + D * D);

    /// <summary>Reads the last six numbers.</summary>
    internal static bool TryRead(List<object?> operands, out PdfMatrix matrix)
    {
        matrix = default;
        if (operands is not [.., double a, double b, double c, double d, double x, double y])
            return false;
        matrix = new PdfMatrix(a, b, c, d, x, y);
        return true;
    }

    /// <summary>This, and then the other.</summary>
    internal PdfMatrix Then(PdfMatrix o) => new(
        A * o.A + B * o.C, A * o.B + B * o.D, C * o.A + D * o.C, C * o.B + D * o.D, X * o.A + Y * o.C + o.X, X * o.B + Y * o.D + o.Y);

    /// <summary>Where a point goes.</summary>
    internal (double X, double Y) Apply(double x, double y) => (x * A + y * C + X, x * B + y * D + Y);
}
