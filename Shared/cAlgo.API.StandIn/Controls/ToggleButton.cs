namespace cAlgo.API;

public class ToggleButton : Control
{
    private bool _isChecked;
    private string _text;
    private ControlBase _content;

    public string Text
    {
        get => _text;
        set => Set(ref _text, value);
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

    public CornerRadius CornerRadius
    {
        get => Styled(ControlProperty.CornerRadius, default(CornerRadius));
        set => SetStyled(ControlProperty.CornerRadius, value);
    }

    public ControlBase Content
    {
        get => _content;
        set => SetChild(ref _content, value);
    }

    internal override IReadOnlyList<ControlBase> VisualChildren =>
        _content is null ? Array.Empty<ControlBase>() : new[] { _content };

    public event Action<ToggleButtonEventArgs> Click;

    public event Action<ToggleButtonEventArgs> Checked;

    public event Action<ToggleButtonEventArgs> Unchecked;

    public bool IsChecked
    {
        get => _isChecked;
        set
        {
            if (Set(ref _isChecked, value))
            {
                (value ? Checked : Unchecked)?.Invoke(new ToggleButtonEventArgs(this));
            }
        }
    }

    internal void PerformClick()
    {
        IsChecked = !IsChecked;
        Click?.Invoke(new ToggleButtonEventArgs(this));
    }
}
