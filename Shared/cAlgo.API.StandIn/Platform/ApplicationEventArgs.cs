namespace cAlgo.API;

public class ColorThemeChangeEventArgs
{
    internal ColorThemeChangeEventArgs(ColorTheme colorTheme)
    {
        ColorTheme = colorTheme;
    }

    public ColorTheme ColorTheme { get; }
}

public class UserTimeOffsetChangedEventArgs
{
    internal UserTimeOffsetChangedEventArgs(TimeSpan userTimeOffset)
    {
        UserTimeOffset = userTimeOffset;
    }

    public TimeSpan UserTimeOffset { get; }
}

public class DrawingColorChangedEventArgs
{
    internal DrawingColorChangedEventArgs(Color drawingColor)
    {
        DrawingColor = drawingColor;
    }

    public Color DrawingColor { get; }
}
