namespace Holdfast.Conversations.Screenshots;

/// <summary>Makes a grey picture larger or smaller with a cubic filter (Catmull-Rom), which keeps strokes sharp.</summary>
internal static class Resampling
{
    internal static byte[] Scale(byte[] source, int width, int height, int newWidth, int newHeight)
    {
        var wide = new byte[newWidth * height];
        Along(source, wide, height, width, newWidth, width, 1, newWidth, 1);
        var result = new byte[newWidth * newHeight];
        Along(wide, result, newWidth, height, newHeight, 1, newWidth, 1, newWidth);
        return result;
    }

    // One direction: each of the lines is stretched from length to newLength.
    private static void Along(byte[] from, byte[] to, int lines, int length, int newLength, int fromLine, int fromStep, int toLine, int toStep)
    {
        var ratio = (double)length / newLength;
        var reach = Math.Max(1, ratio) * 2;
        var taps = (int)Math.Ceiling(reach) * 2 + 1;
        var weights = new int[taps];
        for (var i = 0; i < newLength; i++)
        {
            var centre = (i + 0.5) * ratio - 0.5;
            var first = (int)Math.Floor(centre) - taps / 2 + 1;
            Weigh(weights, first, centre, Math.Max(1, ratio));
            for (var line = 0; line < lines; line++)
            {
                var sum = 0;
                for (var tap = 0; tap < taps; tap++)
                {
                    if (weights[tap] != 0)
                        sum += weights[tap] * from[line * fromLine + Math.Clamp(first + tap, 0, length - 1) * fromStep];
                }

                to[line * toLine + i * toStep] = (byte)Math.Clamp((sum + 2048) >> 12, 0, 255);
            }
        }
    }

    private static void Weigh(int[] weights, int first, double centre, double stretch)
    {
        var total = 0.0;
        Span<double> exact = stackalloc double[weights.Length];
        for (var i = 0; i < weights.Length; i++)
            total += exact[i] = Cubic(Math.Abs(first + i - centre) / stretch);
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (int)Math.Round(exact[i] / total * 4096);
    }

    private static double Cubic(double x) => x switch
    {
        < 1 => (1.5 * x - 2.5) * x * x + 1,
        < 2 => ((-0.5 * x + 2.5) * x - 4) * x + 2,
        _ => 0,
    };
}
