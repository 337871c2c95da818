using cAlgo.API;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.CTrader.Guarding;

namespace LiqIndicators.CTrader.Bands;

/// <summary>The account's own stop-out on the price chart, as a quiet dashed line; read on position events and whenever the chart is drawn.</summary>
internal sealed class StopOutLine
{
    /// <summary>Objects that it is given of all: the line, and its label where that leaves as much again for bands.</summary>
    /// <param name="all">Most objects on the chart; at least 2.</param>
    internal static int ObjectsWithin(int all) => all >= 4 ? 2 : 1;

    private const string Name = "LiqStopOut";
    private const int Alpha = 170;

    private readonly Chart _chart;
    private readonly Positions _positions;
    private readonly OwnStopOutReader _reader;
    private readonly Action _onChanged;
    private ChartHorizontalLine? _line;

    /// <param name="algo">The indicator; its chart is not null.</param>
    /// <param name="onChanged">Called when positions were opened, closed or changed.</param>
    internal StopOutLine(Indicator algo, Action onChanged)
    {
        _chart = algo.Chart;
        _positions = algo.Positions;
        _reader = new OwnStopOutReader(algo);
        _onChanged = onChanged;
        _positions.Opened += OnOpened;
        _positions.Closed += OnClosed;
        _positions.Modified += OnModified;
    }

    /// <summary>The price as last read; NaN for none.</summary>
    internal double Price { get; private set; } = double.NaN;

    /// <summary>Reads the account again.</summary>
    internal void Read() => Price = _reader.Price();

    internal void Paint(ChartPalette palette)
    {
        if (double.IsNaN(Price))
        {
            if (_line is not null)
            {
                _chart.RemoveObject(Name);
                _line = null;
            }

            return;
        }

        // Neither side's colour, and readable on a band of either.
        Color color = Color.FromArgb(Alpha, palette.Text);
        if (_line is null)
        {
            _line = _chart.DrawHorizontalLine(Name, Price, color, 1, LineStyle.Lines);
            _line.IsLocked = true;
        }

        if (_line.Y != Price)
        {
            _line.Y = Price;
        }

        if (_line.Color != color)
        {
            _line.Color = color;
        }
    }

    internal void Leave()
    {
        _positions.Opened -= OnOpened;
        _positions.Closed -= OnClosed;
        _positions.Modified -= OnModified;
    }

    private void OnOpened(PositionOpenedEventArgs change) => _onChanged();

    private void OnClosed(PositionClosedEventArgs change) => _onChanged();

    private void OnModified(PositionModifiedEventArgs change) => _onChanged();
}
