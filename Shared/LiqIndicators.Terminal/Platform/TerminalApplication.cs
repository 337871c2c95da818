using cAlgo.API;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Platform;

/// <summary>The application around the charts.</summary>
internal sealed class TerminalApplication : Application
{
    private readonly TerminalCore _core;
    private readonly Callbacks<Action<ColorThemeChangeEventArgs>> _themeChanged = new();
    private readonly Callbacks<Action<UserTimeOffsetChangedEventArgs>> _offsetChanged = new();
    private readonly Callbacks<Action<DrawingColorChangedEventArgs>> _drawingColorChanged = new();

    internal TerminalApplication(TerminalCore core)
    {
        _core = core;
        ColorTheme = core.Options.ColorTheme;
    }

    public event Action<ColorThemeChangeEventArgs> ColorThemeChanged
    {
        add => _themeChanged.Add(value);
        remove => _themeChanged.Remove(value);
    }

    public event Action<UserTimeOffsetChangedEventArgs> UserTimeOffsetChanged
    {
        add => _offsetChanged.Add(value);
        remove => _offsetChanged.Remove(value);
    }

    public event Action<DrawingColorChangedEventArgs> DrawingColorChanged
    {
        add => _drawingColorChanged.Add(value);
        remove => _drawingColorChanged.Remove(value);
    }

    public ColorTheme ColorTheme { get; private set; }

    /// <summary>The least version that the project supports.</summary>
    public Version Version { get; } = new(5, 4);

    public TimeSpan UserTimeOffset => TimeSpan.Zero;

    public Color DrawingColor => Color.DodgerBlue;

    public EnvironmentType EnvironmentType => _core.Options.Environment switch
    {
        TerminalEnvironment.Cli => EnvironmentType.CLI,
        TerminalEnvironment.Cloud => EnvironmentType.Cloud,
        _ => EnvironmentType.Desktop,
    };

    internal void Change(ColorTheme theme)
    {
        ColorTheme = theme;
        _themeChanged.Raise(
            "Application.ColorThemeChanged", handler => handler(new ColorThemeChangeEventArgs(theme)));
    }
}
