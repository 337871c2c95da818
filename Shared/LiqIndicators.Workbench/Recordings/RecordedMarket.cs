using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Workbench.Recordings;

/// <summary>A recorded market with the length of its bars.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="BarLength">The shortest step between bars of the recording.</param>
/// <param name="Bars">Closed bars in time order.</param>
public sealed record RecordedMarket(string Name, TimeSpan BarLength, IReadOnlyList<MarketBar> Bars)
{
    /// <summary>Reads a market CSV, or the part of it between two times.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fromUtc">First opening time to keep; null for all.</param>
    /// <param name="toUtc">First opening time to leave out; null for all.</param>
    /// <exception cref="MarketCsvException">The file is not a market CSV, or holds fewer than two bars in that span.</exception>
    public static RecordedMarket Load(string path, DateTime? fromUtc = null, DateTime? toUtc = null)
    {
        List<MarketBar> bars = [];
        TimeSpan barLength = TimeSpan.MaxValue;
        foreach (MarketBar bar in MarketCsvReader.Read(path))
        {
            if (bar.TimeUtc < fromUtc || bar.TimeUtc >= toUtc)
            {
                continue;
            }

            if (bars.Count > 0 && bar.TimeUtc - bars[^1].TimeUtc < barLength)
            {
                barLength = bar.TimeUtc - bars[^1].TimeUtc;
            }

            bars.Add(bar);
        }

        return bars.Count >= 2
            ? new RecordedMarket(Path.GetFileNameWithoutExtension(path), barLength, bars)
            : throw new MarketCsvException(path, bars.Count + 1, $"the file holds {bars.Count} bars in the span asked for; expected at least 2.");
    }
}
