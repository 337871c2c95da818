namespace cAlgo.API;

public enum CharacterCasing
{
    Normal,
    Lower,
    Upper,
}

public enum ControlProperty
{
    BackgroundColor,
    ForegroundColor,
    Opacity,
    MinWidth,
    MaxWidth,
    MinHeight,
    MaxHeight,
    Width,
    Height,
    Padding,
    BorderThickness,
    CornerRadius,
    HorizontalContentAlignment,
    VerticalContentAlignment,
    TextAlignment,
    Margin,
    FontWeight,
    FontStyle,
    FontFamily,
    FontSize,
    BorderColor,
    CaretColor,
}

[Flags]
public enum ControlState
{
    Hover = 1,
    Pressed = 2,
    Disabled = 4,
    Checked = 8,
    DarkTheme = 16,
    LightTheme = 32,
}

public enum Dock
{
    Left,
    Top,
    Right,
    Bottom,
}

public enum FontStyle
{
    Normal,
    Oblique,
    Italic,
}

public enum FontWeight
{
    Thin,
    ExtraLight,
    UltraLight,
    Light,
    Normal,
    Regular,
    Medium,
    DemiBold,
    SemiBold,
    Bold,
    ExtraBold,
    UltraBold,
    Black,
    Heavy,
    ExtraBlack,
    UltraBlack,
}

public enum GridUnitType
{
    Auto,
    Pixel,
    Star,
}

public enum HorizontalAlignment
{
    Center,
    Left,
    Right,
    Stretch,
}

public enum LineStackingStrategy
{
    BlockLineHeight,
    MaxHeight,
}

public enum Orientation
{
    Horizontal,
    Vertical,
}

public enum ScrollBarVisibility
{
    Disabled,
    Auto,
    Hidden,
    Visible,
}

public enum TextAlignment
{
    Left,
    Right,
    Center,
    Justify,
}

public enum TextTrimming
{
    None,
    CharacterEllipsis,
    WordEllipsis,
}

public enum TextWrapping
{
    WrapWithOverflow,
    NoWrap,
    Wrap,
}

public enum VerticalAlignment
{
    Center,
    Top,
    Bottom,
    Stretch,
}
