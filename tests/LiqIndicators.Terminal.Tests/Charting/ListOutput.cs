using System.Collections;
using cAlgo.API;

namespace LiqIndicators.Terminal.Tests.Charting;

/// <summary>An output whose numbers a test writes.</summary>
internal sealed class ListOutput(params double[] values) : IndicatorDataSeries
{
    public int Count => values.Length;

    public double LastValue => values[^1];

    public IndicatorLine Line => null!;

    public double this[int index]
    {
        get => index >= 0 && index < values.Length ? values[index] : double.NaN;
        set => values[index] = value;
    }

    public double Last(int index) => values[^(index + 1)];

    public IEnumerator<double> GetEnumerator() => values.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
