using cAlgo.API.Collections;
using cAlgo.API.Internals;

namespace cAlgo.API;

public interface Chart : ChartArea
{
    Guid Id { get; }
    IReadonlyList<IndicatorArea> IndicatorAreas { get; }
    ChartDisplaySettings DisplaySettings { get; }
    ChartColorSettings ColorSettings { get; }
    ChartType ChartType { get; set; }
    int ZoomLevel { get; set; }
    int FirstVisibleBarIndex { get; }
    int LastVisibleBarIndex { get; }
    int MaxVisibleBars { get; }
    int BarsTotal { get; }
    Bars Bars { get; }
    TimeFrame TimeFrame { get; }
    Symbol Symbol { get; }
    string SymbolName { get; }
    bool IsScrollingEnabled { get; set; }
    bool IsActive { get; }
    bool IsVisible { get; }

    event Action<ChartActivationChangedEventArgs> Activated;
    event Action<ChartActivationChangedEventArgs> Deactivated;
    event Action<ChartDisplaySettingsEventArgs> DisplaySettingsChanged;
    event Action<ChartColorEventArgs> ColorsChanged;
    event Action<ChartTypeEventArgs> ChartTypeChanged;
    event Action<ChartZoomEventArgs> ZoomChanged;
    event Action<IndicatorAreaAddedEventArgs> IndicatorAreaAdded;
    event Action<IndicatorAreaRemovedEventArgs> IndicatorAreaRemoved;
    event Action<ChartKeyboardEventArgs> KeyDown;
    event Action<ChartVisibilityChangedEventArgs> VisibilityChanged;

    void ScrollXBy(int bars);
    void ScrollXTo(int barIndex);
    void ScrollXTo(DateTime time);
    void SetBarColor(long barIndex, Color color);
    void SetBarFillColor(long barIndex, Color color);
    void SetBarOutlineColor(long barIndex, Color color);
    void SetTickVolumeColor(long barIndex, Color color);
    void ResetBarColor(long barIndex);
    void ResetBarColors();
    void ResetTickVolumeColor(long barIndex);
    void ResetTickVolumeColors();
    bool AddHotkey(Action<ChartKeyboardEventArgs> hotkeyHandler, Key key, ModifierKeys modifiers = ModifierKeys.None);
    bool AddHotkey(Action<ChartKeyboardEventArgs> hotkeyHandler, string hotkey);
    bool AddHotkey(Action hotkeyHandler, Key key, ModifierKeys modifiers = ModifierKeys.None);
    bool AddHotkey(Action hotkeyHandler, string hotkey);
    bool TryChangeTimeFrame(TimeFrame timeFrame);
    bool TryChangeTimeFrameAndSymbol(TimeFrame timeFrame, string symbolName);
    byte[] TakeChartshot();
}
