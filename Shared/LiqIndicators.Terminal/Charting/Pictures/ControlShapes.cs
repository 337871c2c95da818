using cAlgo.API;

namespace LiqIndicators.Terminal.Charting.Pictures;

/// <summary>Properties that several controls have without sharing them.</summary>
internal static class ControlShapes
{
    /// <summary>Radius of the corners; 0 where the control has none.</summary>
    public static CornerRadius CornerRadius(this Control control) =>
        control.Styled(ControlProperty.CornerRadius, default(CornerRadius));
}
