using System.Globalization;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Workbench.Recordings;

/// <summary>Reads the market CSV as a stream: memory does not grow with the file.</summary>
public static class MarketCsvReader
{
    /// <summary>Reads closed bars in time order.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The bars, read while they are enumerated. Open interest given in quote currency is turned into base units at the bar's close.</returns>
    /// <exception cref="MarketCsvException">While enumerating: something is not as the format says; the message names line, column, value and expectation.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static IEnumerable<MarketBar> Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        foreach (MarketBar bar in Read(path, stream))
        {
            yield return bar;
        }
    }

    /// <summary>Reads closed bars in time order from a stream.</summary>
    /// <param name="name">What messages call the stream.</param>
    /// <param name="stream">UTF-8 text; not disposed before the enumeration ends.</param>
    /// <returns>The bars, read while they are enumerated.</returns>
    /// <exception cref="MarketCsvException">While enumerating: see <see cref="Read(string)"/>.</exception>
    public static IEnumerable<MarketBar> Read(string name, Stream stream)
    {
        using MarketCsvLines lines = new(name, stream);
        MarketCsvRow row = MarketCsvRow.FromHeader(name, lines);
        DateTime previousUtc = DateTime.MinValue;
        while (row.TryRead(out MarketBar bar))
        {
            if (bar.TimeUtc <= previousUtc)
            {
                throw new MarketCsvException(
                    name,
                    lines.Number,
                    MarketCsv.TimeUtc,
                    bar.TimeUtc.ToString(MarketCsv.TimeFormat, CultureInfo.InvariantCulture),
                    bar.TimeUtc == previousUtc
                        ? "a time that is not in the file yet"
                        : $"a time after {previousUtc.ToString(MarketCsv.TimeFormat, CultureInfo.InvariantCulture)}");
            }

            previousUtc = bar.TimeUtc;
            yield return bar;
        }
    }
}
