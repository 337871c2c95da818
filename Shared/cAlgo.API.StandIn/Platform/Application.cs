namespace cAlgo.API;

public interface Application
{
    ColorTheme ColorTheme { get; }
    Version Version { get; }
    TimeSpan UserTimeOffset { get; }
    Color DrawingColor { get; }
    EnvironmentType EnvironmentType { get; }

    event Action<ColorThemeChangeEventArgs> ColorThemeChanged;
    event Action<UserTimeOffsetChangedEventArgs> UserTimeOffsetChanged;
    event Action<DrawingColorChangedEventArgs> DrawingColorChanged;
}
