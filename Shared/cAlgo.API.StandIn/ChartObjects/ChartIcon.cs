namespace cAlgo.API;

public interface ChartIcon : ChartObject
{
    ChartIconType IconType { get; set; }
    DateTime Time { get; set; }
    double Y { get; set; }
    Color Color { get; set; }
}
