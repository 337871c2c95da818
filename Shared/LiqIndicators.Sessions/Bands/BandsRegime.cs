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
    private readonly CascadeProbabilities? _probabilities;
    private TreadmillReading _state;
    private CascadeProbabilityReading _probability;

    internal BandsRegime(TimeSpan barLength)
    {
        _treadmill = new TreadmillFollower(barLength);

        // The models that ship were fitted to hours; of other bars they know nothing.
        _probabilities = barLength == TimeSpan.FromHours(1) ? new CascadeProbabilities() : null;
    }

    internal void Update(in MarketBar bar, IMarketFeed feed, DateTime publishedUtc, LiquidationMap map)
    {
        _state = _treadmill.Update(bar, feed.Venues, publishedUtc, map);
        if (_probabilities is not null)
        {
            _probability = _probabilities.Update(bar);
        }
    }

    internal void AddLines(List<HudLine> lines)
    {
        if (_state.Phase != TreadmillPhase.Unknown)
        {
            lines.Add(PhaseText.Line("regime", _state));
        }

        if (_probabilities is not null && !double.IsNaN(_probability.Long1 + _probability.Short1))
        {
            lines.Add(new("risk", $"flush in 1 h: longs {NumberText.Share(_probability.Long1)}, shorts {NumberText.Share(_probability.Short1)}"));
        }
    }
}
