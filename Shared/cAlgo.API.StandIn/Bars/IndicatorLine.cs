namespace cAlgo.API;

public interface IndicatorLine
{
    string Name { get; }
    LineStyle LineStyle { get; set; }
    Color Color { get; set; }
    float Thickness { get; set; }
    bool IsVisible { get; set; }
    PlotType PlotType { get; }
    bool StickToBottom { get; set; }
}
