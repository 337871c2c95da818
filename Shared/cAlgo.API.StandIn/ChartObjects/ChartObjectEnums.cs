namespace cAlgo.API;

public enum ChartObjectType
{
    HorizontalLine,
    VerticalLine,
    TrendLine,
    Text,
    StaticText,
    Icon,
    FibonacciRetracement,
    FibonacciExpansion,
    FibonacciFan,
    AndrewsPitchfork,
    Rectangle,
    Ellipse,
    Triangle,
    EquidistantChannel,
    Drawing,
    ArrowLine,
    FibonacciTimezones,
    RiskReward,
}

public enum ChartIconType
{
    UpArrow,
    DownArrow,
    Circle,
    Square,
    Diamond,
    Star,
    UpTriangle,
    DownTriangle,
}
