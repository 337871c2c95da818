namespace cAlgo.API;

public interface ChartDisplaySettings
{
    bool Positions { get; set; }
    bool Orders { get; set; }
    bool BidPriceLine { get; set; }
    bool AskPriceLine { get; set; }
    bool Grid { get; set; }
    bool PeriodSeparators { get; set; }
    bool TickVolume { get; set; }
    bool DealMap { get; set; }
    bool ChartScale { get; set; }
    bool PriceAxisOverlayButtons { get; set; }
    bool PriceAlerts { get; set; }
    bool MarketSentiment { get; set; }
    bool Targets { get; set; }
    bool QuickTradeButtons { get; set; }
    bool IndicatorTitles { get; set; }
}
