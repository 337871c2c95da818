using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring.Map.Rules;

/// <summary>Share of all positions of a side that a profile places between two prices.</summary>
/// <param name="side">Side of the positions.</param>
/// <param name="price">Last close; quote currency per base unit.</param>
/// <param name="lowPrice">Quote currency per base unit.</param>
/// <param name="highPrice">Quote currency per base unit; at least the low one.</param>
internal delegate double StaticProfile(PositionSide side, double price, double lowPrice, double highPrice);

/// <summary>Rules without memory: today's open interest spread around the last close by a fixed profile.</summary>
internal sealed class StaticProfileRule : IMapRule
{
    private readonly StaticProfile _profile;
    private readonly bool _followsOpenInterest;
    private double _quantity = double.NaN;
    private double _price = double.NaN;

    /// <summary>A rule.</summary>
    /// <param name="name">What it is called in reports.</param>
    /// <param name="profile">Where the positions lie.</param>
    /// <param name="followsOpenInterest">Whether the mass is the last open interest, and not the first one seen for ever.</param>
    public StaticProfileRule(string name, StaticProfile profile, bool followsOpenInterest = true)
    {
        Name = name;
        _profile = profile;
        _followsOpenInterest = followsOpenInterest;
    }

    public string Name { get; }

    public string? Lacks => double.IsNaN(_quantity) ? "open interest" : null;

    public double QuantityBetween(PositionSide side, double lowPrice, double highPrice) =>
        double.IsNaN(_quantity) ? 0 : _quantity * _profile(side, _price, lowPrice, highPrice);

    public void Update(in MarketBar bar)
    {
        _price = bar.Close;
        if (bar.OpenInterestQuantity >= 0 && (_followsOpenInterest || double.IsNaN(_quantity)))
        {
            _quantity = bar.OpenInterestQuantity;
        }
    }
}
