namespace LiqIndicators.Terminal.Series;

/// <summary>One price of the path that a recorded bar stands for.</summary>
internal readonly record struct RecordedTick(DateTime TimeUtc, double Bid, long TickVolume);
