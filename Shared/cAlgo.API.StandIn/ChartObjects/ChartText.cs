namespace cAlgo.API;

public interface ChartText : ChartObject
{
    DateTime Time { get; set; }
    double Y { get; set; }
    Color Color { get; set; }
    string Text { get; set; }
    double FontSize { get; set; }
    bool IsBold { get; set; }
    bool IsItalic { get; set; }
    bool IsUnderlined { get; set; }
    VerticalAlignment VerticalAlignment { get; set; }
    HorizontalAlignment HorizontalAlignment { get; set; }
    string FontFamily { get; set; }
}
