namespace cAlgo.API;

public class Border : ControlBase
{
    private ControlBase _child;

    public Thickness BorderThickness
    {
        get => Styled(ControlProperty.BorderThickness, default(Thickness));
        set => SetStyled(ControlProperty.BorderThickness, value);
    }

    public Thickness Padding
    {
        get => Styled(ControlProperty.Padding, default(Thickness));
        set => SetStyled(ControlProperty.Padding, value);
    }

    public CornerRadius CornerRadius
    {
        get => Styled(ControlProperty.CornerRadius, default(CornerRadius));
        set => SetStyled(ControlProperty.CornerRadius, value);
    }

    public Color BorderColor
    {
        get => Styled<Color>(ControlProperty.BorderColor, null);
        set => SetStyled(ControlProperty.BorderColor, value);
    }

    public Color BackgroundColor
    {
        get => Styled<Color>(ControlProperty.BackgroundColor, null);
        set => SetStyled(ControlProperty.BackgroundColor, value);
    }

    public ControlBase Child
    {
        get => _child;
        set => SetChild(ref _child, value);
    }

    internal override IReadOnlyList<ControlBase> VisualChildren =>
        _child is null ? Array.Empty<ControlBase>() : new[] { _child };
}
