namespace cAlgo.API;

public class Button : Control
{
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

    public event Action<ButtonClickEventArgs> Click;

    internal void PerformClick() => Click?.Invoke(new ButtonClickEventArgs(this));
}
