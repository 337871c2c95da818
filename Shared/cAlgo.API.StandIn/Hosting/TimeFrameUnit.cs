namespace cAlgo.API.Hosting;

/// <summary>What one bar of a time frame is made of, from the finest to the coarsest.</summary>
internal enum TimeFrameUnit
{
    Tick,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Renko,
    Range,
}
