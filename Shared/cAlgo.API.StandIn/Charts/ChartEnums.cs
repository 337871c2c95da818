namespace cAlgo.API;

public enum ChartType
{
    Bars,
    Candlesticks,
    Line,
    Dots,
    Area,
    Hlc,
}

public enum LineStyle
{
    Solid,
    Dots,
    DotsRare,
    DotsVeryRare,
    LinesDots,
    Lines,
}

public enum PlotType
{
    Line,
    Histogram,
    Points,
    DiscontinuousLine,
}
