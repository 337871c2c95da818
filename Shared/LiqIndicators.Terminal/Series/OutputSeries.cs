using System.Collections;
using cAlgo.API;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Series;

/// <summary>
/// Numbers that an indicator writes: NaN where nothing was written, open beyond the last bar, deaf before the first.
/// Reading a number of another indicator makes that indicator calculate it first.
/// </summary>
internal sealed class OutputSeries : IndicatorDataSeries, IVersioned
{
    private readonly BarsSeries _bars;
    private readonly CalculationNode? _owner;
    private readonly List<double> _values = [];

    internal OutputSeries(BarsSeries bars, CalculationNode? owner, IndicatorLine line)
    {
        _bars = bars;
        _owner = owner;
        Line = line;
    }

    public IndicatorLine Line { get; }

    public int Count => _bars.Count;

    public double LastValue => Last(0);

    /// <summary>The indicator that writes here; null when a robot made the series.</summary>
    internal CalculationNode? Owner => _owner;

    internal BarsSeries Bars => _bars;

    /// <summary>One more than the highest index ever written: beyond <see cref="Count"/> when the line is shifted ahead.</summary>
    internal int WrittenCount => _values.Count;

    /// <summary>Grows when a value changes.</summary>
    public long Version { get; private set; }

    public double this[int index]
    {
        get
        {
            _bars.Core.CheckThread();
            _bars.Core.Calculations.NoteRead(this);
            _owner?.Pull(index);
            return Peek(index);
        }

        set
        {
            _bars.Core.CheckThread();
            if (index < 0)
            {
                return;
            }

            if (index < _values.Count)
            {
                if (!_values[index].Equals(value))
                {
                    _values[index] = value;
                    Version++;
                }

                return;
            }

            if (double.IsNaN(value))
            {
                return;
            }

            while (_values.Count < index)
            {
                _values.Add(double.NaN);
            }

            _values.Add(value);
            Version++;
        }
    }

    public double Last(int index) => this[Count - 1 - index];

    public IEnumerator<double> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>What is written, without calculating anything.</summary>
    internal double Peek(int index) => index >= 0 && index < _values.Count ? _values[index] : double.NaN;

    internal void Clear()
    {
        _values.Clear();
        Version++;
    }
}
