using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Following;

/// <summary>An arrow on the price chart.</summary>
/// <param name="TimeUtc">When it became known.</param>
/// <param name="Price">Where its tip is; quote currency per base unit.</param>
/// <param name="PointsUp">Whether it points up.</param>
/// <param name="Side">Side of positions that it warns.</param>
public readonly record struct ChartArrow(DateTime TimeUtc, double Price, bool PointsUp, PositionSide Side);

/// <summary>A straight line on the price chart.</summary>
/// <param name="StartUtc">Where it begins.</param>
/// <param name="StartPrice">Quote currency per base unit.</param>
/// <param name="EndUtc">Where it ends.</param>
/// <param name="EndPrice">Quote currency per base unit.</param>
/// <param name="Side">Side of positions that it is about.</param>
/// <param name="IsModel">Whether it is a model's and nobody traded there: it is then dotted.</param>
public readonly record struct ChartSegment(
    DateTime StartUtc, double StartPrice, DateTime EndUtc, double EndPrice, PositionSide Side, bool IsModel);

/// <summary>What a session wants on the price chart: no texts, for which another indicator's labels may leave no room.</summary>
public sealed class ChartDrawing
{
    /// <summary>Most of each kind that any session draws.</summary>
    public const int MostOfAKind = 60;

    /// <summary>Arrows, oldest first.</summary>
    public IList<ChartArrow> Arrows { get; } = [];

    /// <summary>Lines.</summary>
    public IList<ChartSegment> Segments { get; } = [];

    /// <summary>Whether the data behind it are too old: it is then grey.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Wipes it.</summary>
    /// <param name="isStale">Whether the data behind what comes are too old.</param>
    public void Clear(bool isStale)
    {
        IsStale = isStale;
        Arrows.Clear();
        Segments.Clear();
    }
}
