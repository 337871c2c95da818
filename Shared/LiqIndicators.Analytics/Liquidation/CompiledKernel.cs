using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>One side of a kernel as whole cells outward from the entry's cell, for some positions within that cell.</summary>
internal sealed class CompiledKernel
{
    /// <summary>Bounds the memory of kernels with very many points: they are compiled for fewer positions.</summary>
    private const int LargestSteps = 16_384;

    private readonly Step[][] _steps;
    private readonly double[][] _tails;
    private readonly int _leastReach = int.MaxValue;

    /// <summary>Rounds a kernel to cells.</summary>
    public CompiledKernel(LeverageKernel kernel, PositionSide side, double cellLogWidth, int phases)
    {
        ReadOnlySpan<KernelPoint> points = kernel.Points(side);
        Phases = Math.Clamp(LargestSteps / Math.Max(1, points.Length), 1, phases);
        _steps = new Step[Phases][];
        _tails = new double[Phases][];
        for (int phase = 0; phase < Phases; phase++)
        {
            _steps[phase] = Round(points, LiquidationPrice.Sign(side), (phase + 0.5) / Phases, cellLogWidth);
            _tails[phase] = Tail(_steps[phase], kernel.Unliquidatable(side));
            _leastReach = Math.Min(_leastReach, _steps[phase].Length > 0 ? _steps[phase][^1].Offset : int.MinValue);
        }
    }

    /// <summary>Positions within a cell that are told apart.</summary>
    public int Phases { get; }

    /// <summary>Cells outward from the entry's cell and their weights, the nearest first.</summary>
    public Step[] Steps(int phase) => _steps[phase];

    /// <summary>Weight at and beyond each step, and behind the last one the weight that no price liquidates.</summary>
    public double[] Tails(int phase) => _tails[phase];

    /// <summary>Index of the first step farther outward than some cells from the entry's cell.</summary>
    public int FirstBeyond(int phase, int offset)
    {
        Step[] steps = _steps[phase];
        int from = 0;
        while (from < steps.Length && steps[from].Offset <= offset)
        {
            from++;
        }

        return from;
    }

    /// <summary>Whether any weight lies farther outward than some cells from the entry's cell, or nowhere.</summary>
    public bool ReachesBeyond(int phase, int offset) =>
        offset < _leastReach || (_steps[phase].Length > 0 && _steps[phase][^1].Offset > offset) || _tails[phase][^1] > 0;

    private static Step[] Round(ReadOnlySpan<KernelPoint> points, double sign, double fraction, double cellLogWidth)
    {
        List<Step> steps = new(points.Length);
        foreach (KernelPoint point in points)
        {
            double cell = Math.Floor(fraction + (point.LogDistance / cellLogWidth));
            int offset = (int)Math.Min(-sign * cell, int.MaxValue / 4);
            if (steps.Count > 0 && steps[^1].Offset == offset)
            {
                steps[^1] = new Step(offset, steps[^1].Weight + point.Weight);
            }
            else
            {
                steps.Add(new Step(offset, point.Weight));
            }
        }

        return steps.ToArray();
    }

    private static double[] Tail(Step[] steps, double unliquidatable)
    {
        double[] tails = new double[steps.Length + 1];
        tails[^1] = unliquidatable;
        for (int i = steps.Length - 1; i >= 0; i--)
        {
            tails[i] = tails[i + 1] + steps[i].Weight;
        }

        return tails;
    }

    /// <summary>Weight of one cell.</summary>
    internal readonly record struct Step(int Offset, double Weight);
}
