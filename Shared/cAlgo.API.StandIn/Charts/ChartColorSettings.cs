namespace cAlgo.API;

public interface ChartColorSettings
{
    Color BackgroundColor { get; set; }
    Color ForegroundColor { get; set; }
    Color GridLinesColor { get; set; }
    Color PeriodSeparatorColor { get; set; }
    Color BullOutlineColor { get; set; }
    Color BearOutlineColor { get; set; }
    Color BullFillColor { get; set; }
    Color BearFillColor { get; set; }
    Color TickVolumeColor { get; set; }
    Color WinningDealColor { get; set; }
    Color LosingDealColor { get; set; }
    Color AskPriceLineColor { get; set; }
    Color BidPriceLineColor { get; set; }
    Color BuyColor { get; set; }
    Color SellColor { get; set; }
}
