namespace cAlgo.API;

public abstract class Control : ControlBase
{
    protected Control()
    {
    }

    public Color ForegroundColor
    {
        get => Styled<Color>(ControlProperty.ForegroundColor, null);
        set => SetStyled(ControlProperty.ForegroundColor, value);
    }

    public Color BackgroundColor
    {
        get => Styled<Color>(ControlProperty.BackgroundColor, null);
        set => SetStyled(ControlProperty.BackgroundColor, value);
    }

    public Thickness Padding
    {
        get => Styled(ControlProperty.Padding, default(Thickness));
        set => SetStyled(ControlProperty.Padding, value);
    }

    public VerticalAlignment VerticalContentAlignment
    {
        get => Styled(ControlProperty.VerticalContentAlignment, VerticalAlignment.Center);
        set => SetStyled(ControlProperty.VerticalContentAlignment, value);
    }

    public HorizontalAlignment HorizontalContentAlignment
    {
        get => Styled(ControlProperty.HorizontalContentAlignment, HorizontalAlignment.Center);
        set => SetStyled(ControlProperty.HorizontalContentAlignment, value);
    }

    public FontWeight FontWeight
    {
        get => Styled(ControlProperty.FontWeight, FontWeight.Normal);
        set => SetStyled(ControlProperty.FontWeight, value);
    }

    public FontStyle FontStyle
    {
        get => Styled(ControlProperty.FontStyle, FontStyle.Normal);
        set => SetStyled(ControlProperty.FontStyle, value);
    }

    public string FontFamily
    {
        get => Styled<string>(ControlProperty.FontFamily, null);
        set => SetStyled(ControlProperty.FontFamily, value);
    }

    public double FontSize
    {
        get => Styled(ControlProperty.FontSize, 12.0);
        set => SetStyled(ControlProperty.FontSize, value);
    }
}
