namespace cAlgo.API;

public class TextBlock : Control
{
    private string _text;
    private double _lineHeight = double.NaN;
    private LineStackingStrategy _lineStackingStrategy;
    private TextWrapping _textWrapping = TextWrapping.NoWrap;
    private TextTrimming _textTrimming;

    public string Text
    {
        get => _text;
        set => Set(ref _text, value);
    }

    public double LineHeight
    {
        get => _lineHeight;
        set => Set(ref _lineHeight, value);
    }

    public LineStackingStrategy LineStackingStrategy
    {
        get => _lineStackingStrategy;
        set => Set(ref _lineStackingStrategy, value);
    }

    public TextWrapping TextWrapping
    {
        get => _textWrapping;
        set => Set(ref _textWrapping, value);
    }

    public TextTrimming TextTrimming
    {
        get => _textTrimming;
        set => Set(ref _textTrimming, value);
    }

    public TextAlignment TextAlignment
    {
        get => Styled(ControlProperty.TextAlignment, TextAlignment.Left);
        set => SetStyled(ControlProperty.TextAlignment, value);
    }
}
