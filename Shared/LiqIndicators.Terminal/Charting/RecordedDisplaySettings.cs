using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <summary>What a chart shows beside its bars.</summary>
internal sealed class RecordedDisplaySettings(Action changed) : ChartDisplaySettings
{
    private readonly HashSet<string> _off = new(StringComparer.Ordinal);

    public bool Positions { get => Get(nameof(Positions)); set => Set(nameof(Positions), value); }

    public bool Orders { get => Get(nameof(Orders)); set => Set(nameof(Orders), value); }

    public bool BidPriceLine { get => Get(nameof(BidPriceLine)); set => Set(nameof(BidPriceLine), value); }

    public bool AskPriceLine { get => Get(nameof(AskPriceLine)); set => Set(nameof(AskPriceLine), value); }

    public bool Grid { get => Get(nameof(Grid)); set => Set(nameof(Grid), value); }

    public bool PeriodSeparators { get => Get(nameof(PeriodSeparators)); set => Set(nameof(PeriodSeparators), value); }

    public bool TickVolume { get => Get(nameof(TickVolume)); set => Set(nameof(TickVolume), value); }

    public bool DealMap { get => Get(nameof(DealMap)); set => Set(nameof(DealMap), value); }

    public bool ChartScale { get => Get(nameof(ChartScale)); set => Set(nameof(ChartScale), value); }

    public bool PriceAxisOverlayButtons { get => Get(nameof(PriceAxisOverlayButtons)); set => Set(nameof(PriceAxisOverlayButtons), value); }

    public bool PriceAlerts { get => Get(nameof(PriceAlerts)); set => Set(nameof(PriceAlerts), value); }

    public bool MarketSentiment { get => Get(nameof(MarketSentiment)); set => Set(nameof(MarketSentiment), value); }

    public bool Targets { get => Get(nameof(Targets)); set => Set(nameof(Targets), value); }

    public bool QuickTradeButtons { get => Get(nameof(QuickTradeButtons)); set => Set(nameof(QuickTradeButtons), value); }

    public bool IndicatorTitles { get => Get(nameof(IndicatorTitles)); set => Set(nameof(IndicatorTitles), value); }

    private bool Get(string name) => !_off.Contains(name);

    private void Set(string name, bool value)
    {
        if (value ? _off.Remove(name) : _off.Add(name))
        {
            changed();
        }
    }
}
