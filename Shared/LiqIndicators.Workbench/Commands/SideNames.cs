using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Workbench.Commands;

/// <summary>Sides of positions as programs read them.</summary>
internal static class SideNames
{
    internal static string Of(PositionSide side) => side == PositionSide.Long ? "long" : "short";
}
