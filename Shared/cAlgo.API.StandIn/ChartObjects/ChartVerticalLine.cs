namespace cAlgo.API;

public interface ChartVerticalLine : ChartObject
{
    DateTime Time { get; set; }
    Color Color { get; set; }
    int Thickness { get; set; }
    LineStyle LineStyle { get; set; }
}
