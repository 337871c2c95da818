using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Treadmill;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Bands;

/// <summary>Where the treadmill stands and how probable a flush is, out of the same bars and the same map as the bands.</summary>
internal sealed class BandsRegime
{
    private readonly TreadmillFollower _treadmill;
    private readonly HourlyProbabilities _probabilities;
    private TreadmillReading _state;
    private CascadeProbabilityReading? _probability;

    internal BandsRegime(TimeSpan barLength)
    {
        _treadmill = new TreadmillFollower(barLength);
        _probabilities = new HourlyProbabilities(barLength);
    }

    internal void Update(in MarketBar bar, IMarketFeed feed, DateTime publishedUtc, LiquidationMap map)
    {
        _state = _treadmill.Update(bar, feed.Venues, publishedUtc, map);
        _probability = _probabilities.Update(bar);
    }

    internal void AddLines(List<HudLine> lines)
    {
        if (_state.Phase != TreadmillPhase.Unknown)
        {
            lines.Add(PhaseText.Line("regime", _state));
        }

        if (_probability is { } probability && !double.IsNaN(probability.Long1 + probability.Short1))
        {
            lines.Add(new("risk", $"flush in 1 h: longs {NumberText.Share(probability.Long1)}, shorts {NumberText.Share(probability.Short1)}"));
        }
    }
}
