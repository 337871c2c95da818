using cAlgo.API;

namespace LiqIndicators.CTrader.Drawing;

/// <summary>A few texts on the chart, made once and rewritten.</summary>
internal sealed class LabelPool
{
    private readonly ChartArea _area;
    private readonly string _prefix;
    private readonly List<ChartText> _texts = new();
    private int _used;

    internal LabelPool(ChartArea area, string prefix)
    {
        _area = area;
        _prefix = prefix;
    }

    internal void Begin() => _used = 0;

    /// <summary>Writes a text that ends at a time, level with a price.</summary>
    internal void Add(string text, DateTime timeUtc, double price, Color color)
    {
        if (_used == _texts.Count)
        {
            ChartText made = _area.DrawText($"{_prefix}{_used}", text, timeUtc, price, color);
            made.VerticalAlignment = VerticalAlignment.Center;
            made.HorizontalAlignment = HorizontalAlignment.Left;
            made.FontSize = 12;

            // Bold, because it must be read on the strongest band too.
            made.IsBold = true;
            made.IsLocked = true;
            made.ZIndex = 1000;
            _texts.Add(made);
        }

        ChartText label = _texts[_used++];
        if (label.Text != text)
        {
            label.Text = text;
        }

        if (label.Time != timeUtc)
        {
            label.Time = timeUtc;
        }

        if (label.Y != price)
        {
            label.Y = price;
        }

        if (label.Color != color)
        {
            label.Color = color;
        }
    }

    internal void End()
    {
        while (_texts.Count > _used)
        {
            _area.RemoveObject(_texts[^1].Name);
            _texts.RemoveAt(_texts.Count - 1);
        }
    }
}
