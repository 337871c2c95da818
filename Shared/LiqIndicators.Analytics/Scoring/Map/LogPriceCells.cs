namespace LiqIndicators.Analytics.Scoring.Map;

/// <summary>Mass over equal cells of log price: the plain store of the rules that a map is compared with.</summary>
/// <remarks>Cell <c>k</c> holds prices in <c>[e^(kG), e^((k+1)G))</c>. Grows where it has to; shares no code with the map it judges.</remarks>
internal sealed class LogPriceCells
{
    private const int Margin = 1024;
    private const double SmallestScale = 1e-100;

    private readonly double _width;
    private double[] _cells = Array.Empty<double>();
    private int _first;
    private double _scale = 1;

    /// <summary>No mass.</summary>
    /// <param name="width">Height of a cell in log price.</param>
    public LogPriceCells(double width) => _width = Guard.Positive(width);

    public int CellOf(double price) => (int)Math.Floor(PositionOf(price));

    public void Add(int cell, double quantity)
    {
        Cover(cell);
        _cells[cell - _first] += quantity / _scale;
    }

    public void Scale(double factor)
    {
        _scale *= factor;
        if (_scale < SmallestScale)
        {
            for (int i = 0; i < _cells.Length; i++)
            {
                _cells[i] *= _scale;
            }

            _scale = 1;
        }
    }

    /// <summary>Empties the cells that two prices lie in and all between.</summary>
    public void Empty(double lowPrice, double highPrice)
    {
        int last = Math.Min(CellOf(highPrice) - _first, _cells.Length - 1);
        for (int i = Math.Max(0, CellOf(lowPrice) - _first); i <= last; i++)
        {
            _cells[i] = 0;
        }
    }

    /// <summary>Mass between two prices; cells at the ends count in part.</summary>
    public double Between(double lowPrice, double highPrice)
    {
        double low = PositionOf(lowPrice) - _first;
        double high = PositionOf(highPrice) - _first;
        int last = Math.Min((int)Math.Floor(high), _cells.Length - 1);
        double sum = 0;
        for (int i = Math.Max(0, (int)Math.Floor(low)); i <= last; i++)
        {
            sum += _cells[i] * (Math.Min(high, i + 1.0) - Math.Max(low, i));
        }

        return sum * _scale;
    }

    public double Sum() => _cells.Sum() * _scale;

    private double PositionOf(double price) => Math.Log(price) / _width;

    private void Cover(int cell)
    {
        if (_cells.Length == 0)
        {
            _first = cell - Margin;
            _cells = new double[2 * Margin];
            return;
        }

        int first = cell < _first ? cell - Margin : _first;
        int end = cell >= _first + _cells.Length ? cell + Margin : _first + _cells.Length;
        if (first == _first && end == _first + _cells.Length)
        {
            return;
        }

        double[] grown = new double[end - first];
        _cells.CopyTo(grown, _first - first);
        _cells = grown;
        _first = first;
    }
}
