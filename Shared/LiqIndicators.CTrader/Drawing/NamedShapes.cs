using cAlgo.API;

namespace LiqIndicators.CTrader.Drawing;

/// <summary>Objects of one kind on a chart, drawn anew only where they have changed and removed when no longer wanted.</summary>
/// <typeparam name="TShape">What describes an object; equal descriptions look the same.</typeparam>
internal sealed class NamedShapes<TShape>
    where TShape : struct, IEquatable<TShape>
{
    private readonly ChartArea _area;
    private readonly string _prefix;
    private readonly Action<string, TShape> _draw;
    private readonly List<TShape> _drawn = new();

    internal NamedShapes(ChartArea area, string prefix, Action<string, TShape> draw)
    {
        _area = area;
        _prefix = prefix;
        _draw = draw;
    }

    /// <summary>Makes the chart show exactly these.</summary>
    /// <param name="wanted">The objects.</param>
    /// <param name="isAnew">Whether they look different although nothing about them has changed, as after a change of theme.</param>
    internal void Show(IList<TShape> wanted, bool isAnew)
    {
        for (int i = 0; i < wanted.Count; i++)
        {
            if (i == _drawn.Count)
            {
                _drawn.Add(wanted[i]);
            }
            else if (!isAnew && _drawn[i].Equals(wanted[i]))
            {
                continue;
            }

            _drawn[i] = wanted[i];
            _draw(NameOf(i), wanted[i]);
        }

        while (_drawn.Count > wanted.Count)
        {
            _drawn.RemoveAt(_drawn.Count - 1);
            _area.RemoveObject(NameOf(_drawn.Count));
        }
    }

    private string NameOf(int index) => FormattableString.Invariant($"{_prefix}{index}");
}
