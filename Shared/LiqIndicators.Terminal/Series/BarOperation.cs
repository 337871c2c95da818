namespace LiqIndicators.Terminal.Series;

/// <summary>What one price did to the bars of a time frame: it changed the last bar or opened the next one.</summary>
internal readonly record struct BarOperation(bool Opens, RecordedBar Bar);
