namespace cAlgo.API;

public interface ChartStaticText : ChartObject
{
    Color Color { get; set; }
    string Text { get; set; }
    VerticalAlignment VerticalAlignment { get; set; }
    HorizontalAlignment HorizontalAlignment { get; set; }
    double FontSize { get; set; }
    bool IsBold { get; set; }
    bool IsItalic { get; set; }
    bool IsUnderlined { get; set; }
    string FontFamily { get; set; }
}
