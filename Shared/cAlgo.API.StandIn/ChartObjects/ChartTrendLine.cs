namespace cAlgo.API;

public interface ChartTrendLine : ChartObject
{
    DateTime Time1 { get; set; }
    DateTime Time2 { get; set; }
    double Y1 { get; set; }
    double Y2 { get; set; }
    Color Color { get; set; }
    int Thickness { get; set; }
    LineStyle LineStyle { get; set; }
    bool ShowAngle { get; set; }
    bool ExtendToInfinity { get; set; }

    double CalculateY(int barIndex);
    double CalculateY(DateTime time);
}
