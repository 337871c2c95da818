using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <summary>Colours of a chart: those of its theme until an algo or the user sets others.</summary>
internal sealed class RecordedColorSettings : ChartColorSettings
{
    private readonly Action _changed;
    private readonly Dictionary<string, Color> _colors = new(StringComparer.Ordinal);

    public RecordedColorSettings(ColorTheme theme, Action changed)
    {
        _changed = changed;
        Fill(theme);
    }

    public Color BackgroundColor { get => _colors[nameof(BackgroundColor)]; set => Set(nameof(BackgroundColor), value); }

    public Color ForegroundColor { get => _colors[nameof(ForegroundColor)]; set => Set(nameof(ForegroundColor), value); }

    public Color GridLinesColor { get => _colors[nameof(GridLinesColor)]; set => Set(nameof(GridLinesColor), value); }

    public Color PeriodSeparatorColor { get => _colors[nameof(PeriodSeparatorColor)]; set => Set(nameof(PeriodSeparatorColor), value); }

    public Color BullOutlineColor { get => _colors[nameof(BullOutlineColor)]; set => Set(nameof(BullOutlineColor), value); }

    public Color BearOutlineColor { get => _colors[nameof(BearOutlineColor)]; set => Set(nameof(BearOutlineColor), value); }

    public Color BullFillColor { get => _colors[nameof(BullFillColor)]; set => Set(nameof(BullFillColor), value); }

    public Color BearFillColor { get => _colors[nameof(BearFillColor)]; set => Set(nameof(BearFillColor), value); }

    public Color TickVolumeColor { get => _colors[nameof(TickVolumeColor)]; set => Set(nameof(TickVolumeColor), value); }

    public Color WinningDealColor { get => _colors[nameof(WinningDealColor)]; set => Set(nameof(WinningDealColor), value); }

    public Color LosingDealColor { get => _colors[nameof(LosingDealColor)]; set => Set(nameof(LosingDealColor), value); }

    public Color AskPriceLineColor { get => _colors[nameof(AskPriceLineColor)]; set => Set(nameof(AskPriceLineColor), value); }

    public Color BidPriceLineColor { get => _colors[nameof(BidPriceLineColor)]; set => Set(nameof(BidPriceLineColor), value); }

    public Color BuyColor { get => _colors[nameof(BuyColor)]; set => Set(nameof(BuyColor), value); }

    public Color SellColor { get => _colors[nameof(SellColor)]; set => Set(nameof(SellColor), value); }

    /// <summary>Takes all colours of a theme.</summary>
    public void Take(ColorTheme theme)
    {
        Fill(theme);
        _changed();
    }

    private void Set(string name, Color color)
    {
        if (_colors[name] != color)
        {
            _colors[name] = color;
            _changed();
        }
    }

    private void Fill(ColorTheme theme)
    {
        bool isDark = theme == ColorTheme.Dark;
        _colors[nameof(BackgroundColor)] = Color.FromHex(isDark ? "#10141A" : "#FAFAF7");
        _colors[nameof(ForegroundColor)] = Color.FromHex(isDark ? "#D5DBE3" : "#1F2730");
        _colors[nameof(GridLinesColor)] = Color.FromHex(isDark ? "#1A2028" : "#EDEEEB");
        _colors[nameof(PeriodSeparatorColor)] = Color.FromHex(isDark ? "#2A323D" : "#D9DCDA");
        _colors[nameof(BullOutlineColor)] = Color.FromHex(isDark ? "#B4CFC9" : "#4C7A72");
        _colors[nameof(BearOutlineColor)] = Color.FromHex(isDark ? "#8A95A3" : "#3C4651");
        _colors[nameof(BullFillColor)] = Color.FromHex(isDark ? "#9DBDB6" : "#DCEBE6");
        _colors[nameof(BearFillColor)] = Color.FromHex(isDark ? "#3E4854" : "#5B6773");
        _colors[nameof(TickVolumeColor)] = Color.FromHex(isDark ? "#4C5866" : "#A8B0B8");
        _colors[nameof(WinningDealColor)] = Color.FromHex(isDark ? "#9DBDB6" : "#4C7A72");
        _colors[nameof(LosingDealColor)] = Color.FromHex(isDark ? "#8A95A3" : "#5B6773");
        _colors[nameof(AskPriceLineColor)] = Color.FromHex(isDark ? "#8792A1" : "#66707C");
        _colors[nameof(BidPriceLineColor)] = Color.FromHex(isDark ? "#8792A1" : "#66707C");
        _colors[nameof(BuyColor)] = Color.FromHex(isDark ? "#9DBDB6" : "#4C7A72");
        _colors[nameof(SellColor)] = Color.FromHex(isDark ? "#8A95A3" : "#5B6773");
    }
}
