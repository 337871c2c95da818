using System.Collections;
using cAlgo.API;

namespace LiqIndicators.Terminal.Series;

/// <summary>One price of each bar. Outside of the bars it is NaN.</summary>
internal sealed class PriceSeries : DataSeries
{
    private readonly BarsSeries _bars;
    private readonly PriceType _type;

    internal PriceSeries(BarsSeries bars, PriceType type)
    {
        _bars = bars;
        _type = type;
    }

    internal BarsSeries Bars => _bars;

    public int Count => _bars.Count;

    public double LastValue => Last(0);

    public double this[int index]
    {
        get
        {
            _bars.Core.CheckThread();
            _bars.Core.Calculations.NoteRead(_bars);
            return _bars.IsInside(index) ? Price(_bars.Raw(index)) : double.NaN;
        }
    }

    public double Last(int index) => this[Count - 1 - index];

    public IEnumerator<double> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private double Price(RecordedBar bar) => _type switch
    {
        PriceType.Open => bar.Open,
        PriceType.High => bar.High,
        PriceType.Low => bar.Low,
        PriceType.Close => bar.Close,
        PriceType.TickVolume => bar.TickVolume,
        PriceType.Median => (bar.High + bar.Low) / 2,
        PriceType.Typical => (bar.High + bar.Low + bar.Close) / 3,
        PriceType.Weighted => (bar.High + bar.Low + (2 * bar.Close)) / 4,
        PriceType.Average => (bar.Open + bar.High + bar.Low + bar.Close) / 4,
        _ => throw new ArgumentOutOfRangeException(null, _type, "Unknown type of price."),
    };
}
