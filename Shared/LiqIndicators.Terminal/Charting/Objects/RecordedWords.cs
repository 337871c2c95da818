using cAlgo.API;

namespace LiqIndicators.Terminal.Charting.Objects;

/// <summary>What both kinds of text share.</summary>
internal abstract class RecordedWords : RecordedObject
{
    private Color _color;
    private string _text;
    private double _fontSize = 12;
    private bool _isBold;
    private bool _isItalic;
    private bool _isUnderlined;
    private string _fontFamily = "";
    private VerticalAlignment _verticalAlignment;
    private HorizontalAlignment _horizontalAlignment;

    protected RecordedWords(
        RecordingArea area,
        string name,
        ChartObjectType objectType,
        string text,
        Color color,
        VerticalAlignment verticalAlignment,
        HorizontalAlignment horizontalAlignment)
        : base(area, name, objectType)
    {
        _text = text;
        _color = color;
        _verticalAlignment = verticalAlignment;
        _horizontalAlignment = horizontalAlignment;
    }

    public Color Color
    {
        get => _color;
        set => Set(ref _color, value);
    }

    public string Text
    {
        get => _text;
        set => Set(ref _text, value);
    }

    public double FontSize
    {
        get => _fontSize;
        set => Set(ref _fontSize, value);
    }

    public bool IsBold
    {
        get => _isBold;
        set => Set(ref _isBold, value);
    }

    public bool IsItalic
    {
        get => _isItalic;
        set => Set(ref _isItalic, value);
    }

    public bool IsUnderlined
    {
        get => _isUnderlined;
        set => Set(ref _isUnderlined, value);
    }

    public string FontFamily
    {
        get => _fontFamily;
        set => Set(ref _fontFamily, value);
    }

    public VerticalAlignment VerticalAlignment
    {
        get => _verticalAlignment;
        set => Set(ref _verticalAlignment, value);
    }

    public HorizontalAlignment HorizontalAlignment
    {
        get => _horizontalAlignment;
        set => Set(ref _horizontalAlignment, value);
    }
}
