using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <summary>A window below the chart. Algos see it through <see cref="IndicatorArea"/>.</summary>
public sealed class RecordingIndicatorArea : RecordingArea, IndicatorArea
{
    internal RecordingIndicatorArea(RecordingChart owner, double height)
        : base(height)
    {
        Owner = owner;
    }

    /// <summary>The indicator shown in it, or null while nobody said; it gives the window its scale.</summary>
    public ChartedIndicator? Content { get; set; }

    internal override RecordingChart Owner { get; }

    private protected override IEnumerable<double> ValuesInSight()
    {
        if (Content is null)
        {
            return [];
        }

        int first = Owner.View.FirstBar(Bars);
        int last = Owner.View.LastBar(Bars);
        IEnumerable<double> values = Content.Outputs.Where(o => o.Line.IsVisible).SelectMany(
            output => Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(i => output.Values[i]));
        return Content.Levels.Concat(values);
    }
}
