using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Feeds.Opening;

/// <summary>What a user sets about where data come from. No text made from it shows the key.</summary>
public sealed class FeedInputs
{
    /// <summary>Takes what was typed.</summary>
    /// <param name="venues">Names of venues, such as <c>binance, bybit</c>; see <see cref="VenueChoice"/>.</param>
    /// <param name="instrument">The user's word for the market, see <see cref="SymbolResolver"/>; empty for the chart's symbol.</param>
    /// <param name="key">Key of a vendor; empty for none.</param>
    /// <param name="priceShift">Whether levels are moved to the broker's price.</param>
    public FeedInputs(string venues = VenueChoice.Default, string instrument = "", string key = "", PriceShift priceShift = PriceShift.Automatic)
    {
        Venues = venues ?? "";
        Instrument = instrument ?? "";
        Key = key ?? "";
        PriceShift = priceShift;
    }

    /// <summary>Names of venues.</summary>
    public string Venues { get; }

    /// <summary>The user's word for the market; empty for the chart's symbol.</summary>
    public string Instrument { get; }

    /// <summary>Whether levels are moved to the broker's price.</summary>
    public PriceShift PriceShift { get; }

    internal string Key { get; }
}
