using LiqIndicators.Sessions.Cascade;

namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>One minute of a simulated market as a broker quotes it and a guard can know it.</summary>
/// <param name="CloseUtc">End of the minute; UTC.</param>
/// <param name="High">Highest price; quote currency per unit.</param>
/// <param name="Low">Lowest price; quote currency per unit.</param>
/// <param name="Close">Last price; quote currency per unit.</param>
/// <param name="UnrestBps">Mean absolute return of the last minutes; basis points. Spread and slippage grow with it.</param>
/// <param name="Readings">What the cascade session knew by then.</param>
internal readonly record struct EpisodeMinute(
    DateTime CloseUtc, double High, double Low, double Close, double UnrestBps, CascadeReadings Readings);
