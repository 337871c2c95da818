namespace cAlgo.API;

public class TextBox : Control
{
    private string _text = string.Empty;
    private bool _isReadOnly;
    private bool _acceptsReturn;
    private bool _acceptsTab;
    private int _minLines = 1;
    private int _maxLines = int.MaxValue;
    private int _maxLength;
    private Color _selectionColor;
    private double _selectionOpacity = 0.4;
    private bool _isReadOnlyCaretVisible;
    private CharacterCasing _characterCasing;
    private TextWrapping _textWrapping = TextWrapping.NoWrap;
    private ScrollBarVisibility _horizontalScrollBarVisibility = ScrollBarVisibility.Hidden;
    private ScrollBarVisibility _verticalScrollBarVisibility = ScrollBarVisibility.Hidden;

    public bool IsReadOnly
    {
        get => _isReadOnly;
        set => Set(ref _isReadOnly, value);
    }

    public bool AcceptsReturn
    {
        get => _acceptsReturn;
        set => Set(ref _acceptsReturn, value);
    }

    public bool AcceptsTab
    {
        get => _acceptsTab;
        set => Set(ref _acceptsTab, value);
    }

    public int MinLines
    {
        get => _minLines;
        set => Set(ref _minLines, value);
    }

    public int MaxLines
    {
        get => _maxLines;
        set => Set(ref _maxLines, value);
    }

    public int MaxLength
    {
        get => _maxLength;
        set => Set(ref _maxLength, value);
    }

    public Color SelectionColor
    {
        get => _selectionColor;
        set => Set(ref _selectionColor, value);
    }

    public double SelectionOpacity
    {
        get => _selectionOpacity;
        set => Set(ref _selectionOpacity, value);
    }

    public bool IsReadOnlyCaretVisible
    {
        get => _isReadOnlyCaretVisible;
        set => Set(ref _isReadOnlyCaretVisible, value);
    }

    public CharacterCasing CharacterCasing
    {
        get => _characterCasing;
        set => Set(ref _characterCasing, value);
    }

    public TextWrapping TextWrapping
    {
        get => _textWrapping;
        set => Set(ref _textWrapping, value);
    }

    public ScrollBarVisibility HorizontalScrollBarVisibility
    {
        get => _horizontalScrollBarVisibility;
        set => Set(ref _horizontalScrollBarVisibility, value);
    }

    public ScrollBarVisibility VerticalScrollBarVisibility
    {
        get => _verticalScrollBarVisibility;
        set => Set(ref _verticalScrollBarVisibility, value);
    }

    public Color BorderColor
    {
        get => Styled<Color>(ControlProperty.BorderColor, null);
        set => SetStyled(ControlProperty.BorderColor, value);
    }

    public Thickness BorderThickness
    {
        get => Styled(ControlProperty.BorderThickness, default(Thickness));
        set => SetStyled(ControlProperty.BorderThickness, value);
    }

    public Color CaretColor
    {
        get => Styled<Color>(ControlProperty.CaretColor, null);
        set => SetStyled(ControlProperty.CaretColor, value);
    }

    public TextAlignment TextAlignment
    {
        get => Styled(ControlProperty.TextAlignment, TextAlignment.Left);
        set => SetStyled(ControlProperty.TextAlignment, value);
    }

    public event Action<TextChangedEventArgs> TextChanged;

    public string Text
    {
        get => _text;
        set
        {
            if (Set(ref _text, value))
            {
                TextChanged?.Invoke(new TextChangedEventArgs(this));
            }
        }
    }
}
