using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring.Map.Rules;

/// <summary>
/// The commonest public indicator: bars whose volume is twice the mean of the 24 before put it at the naive levels
/// <c>close (1 ∓ 1/L)</c>, which stay until price crosses them.
/// </summary>
internal sealed class VolumeSpikeRule : IMapRule
{
    private const double CellLogWidth = 0.001;
    private const int Bars = 24;
    private const double Spike = 2;

    private readonly EntryLevels _levels = EntryLevels.Textbook(0);
    private readonly LogPriceCells _longs = new(CellLogWidth);
    private readonly LogPriceCells _shorts = new(CellLogWidth);
    private readonly Queue<double> _volumes = new(Bars + 1);

    public string Name => "1/L on volume spikes";

    public string? Lacks => _volumes.Count == 0 ? "volume" : null;

    public double QuantityBetween(PositionSide side, double lowPrice, double highPrice) =>
        (side == PositionSide.Long ? _longs : _shorts).Between(lowPrice, highPrice);

    public void Update(in MarketBar bar)
    {
        _longs.Empty(bar.Low, bar.High);
        _shorts.Empty(bar.Low, bar.High);
        if (!(bar.VolumeQuantity >= 0))
        {
            return;
        }

        if (_volumes.Count == Bars && bar.VolumeQuantity > Spike * _volumes.Average())
        {
            _levels.Deposit(PositionSide.Long, bar.Close, bar.VolumeQuantity, _longs);
            _levels.Deposit(PositionSide.Short, bar.Close, bar.VolumeQuantity, _shorts);
        }

        _volumes.Enqueue(bar.VolumeQuantity);
        if (_volumes.Count > Bars)
        {
            _volumes.Dequeue();
        }
    }
}
