namespace cAlgo.API;

public interface ChartShape : ChartObject
{
    int Thickness { get; set; }
    LineStyle LineStyle { get; set; }
    Color Color { get; set; }
    bool IsFilled { get; set; }
}
