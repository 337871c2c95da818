namespace cAlgo.API;

public interface ChartHorizontalLine : ChartObject
{
    double Y { get; set; }
    int Thickness { get; set; }
    Color Color { get; set; }
    LineStyle LineStyle { get; set; }
}
