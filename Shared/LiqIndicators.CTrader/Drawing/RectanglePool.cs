using cAlgo.API;

namespace LiqIndicators.CTrader.Drawing;

/// <summary>Rectangles that stay with an identity; objects no longer needed serve the next one, and only changes are written.</summary>
internal sealed class RectanglePool
{
    private readonly ChartArea _area;
    private readonly string _prefix;
    private readonly Dictionary<int, ChartRectangle> _used = new();
    private readonly HashSet<int> _wanted = new();
    private readonly Stack<ChartRectangle> _free = new();
    private int _made;

    internal RectanglePool(ChartArea area, string prefix)
    {
        _area = area;
        _prefix = prefix;
    }

    /// <summary>Begins a picture: objects of identities that are not in it become free for new ones.</summary>
    internal void Begin(IEnumerable<int> identities)
    {
        _wanted.Clear();
        _wanted.UnionWith(identities);
        foreach ((int id, ChartRectangle rectangle) in _used)
        {
            if (!_wanted.Contains(id))
            {
                _used.Remove(id);
                _free.Push(rectangle);
            }
        }
    }

    internal void Set(int id, DateTime startUtc, double low, DateTime endUtc, double high, Color color, int zIndex)
    {
        if (!_used.TryGetValue(id, out ChartRectangle? rectangle))
        {
            rectangle = _free.Count > 0 ? _free.Pop() : Make(startUtc, low, endUtc, high, color);
            _used.Add(id, rectangle);
        }

        if (rectangle.Time1 != startUtc)
        {
            rectangle.Time1 = startUtc;
        }

        if (rectangle.Time2 != endUtc)
        {
            rectangle.Time2 = endUtc;
        }

        if (rectangle.Y1 != low)
        {
            rectangle.Y1 = low;
        }

        if (rectangle.Y2 != high)
        {
            rectangle.Y2 = high;
        }

        if (rectangle.Color != color)
        {
            rectangle.Color = color;
        }

        if (rectangle.ZIndex != zIndex)
        {
            rectangle.ZIndex = zIndex;
        }
    }

    /// <summary>Ends a picture. Objects left over are removed rather than hidden, because hidden ones still cost the terminal.</summary>
    internal void End()
    {
        while (_free.Count > 0)
        {
            _area.RemoveObject(_free.Pop().Name);
        }
    }

    private ChartRectangle Make(DateTime startUtc, double low, DateTime endUtc, double high, Color color)
    {
        ChartRectangle rectangle = _area.DrawRectangle($"{_prefix}{_made++}", startUtc, low, endUtc, high, color, 0);
        rectangle.IsFilled = true;
        rectangle.IsLocked = true;
        return rectangle;
    }
}
