namespace cAlgo.API;

public interface ChartRectangle : ChartShape
{
    DateTime Time1 { get; set; }
    DateTime Time2 { get; set; }
    double Y1 { get; set; }
    double Y2 { get; set; }
}
