namespace LiqIndicators.Analytics.Scoring.Map;

/// <summary>A recording cannot be scored; the message says what it lacks.</summary>
public sealed class MapScoreException : Exception
{
    internal MapScoreException(string message)
        : base(message)
    {
    }
}
