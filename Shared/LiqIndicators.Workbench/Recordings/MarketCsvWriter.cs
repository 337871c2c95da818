using System.Globalization;
using System.Text;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Workbench.Recordings;

/// <summary>Writes the market CSV; what it writes reads back as the same numbers.</summary>
public static class MarketCsvWriter
{
    private static readonly string Header = string.Join(
        ',',
        MarketCsv.Required.Concat(MarketCsv.Optional).Where(column => column != MarketCsv.OpenInterestUsd));

    /// <summary>Writes all bars, with open interest in base units; an existing file is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bars">Closed bars in time order; enumerated once.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<MarketBar> bars)
    {
        using StreamWriter writer = new(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (MarketBar bar in bars)
        {
            writer.WriteLine(Row(bar));
        }
    }

    private static string Row(in MarketBar bar) => string.Join(
        ',',
        bar.TimeUtc.ToString(MarketCsv.TimeFormat, CultureInfo.InvariantCulture),
        Field(bar.Open),
        Field(bar.High),
        Field(bar.Low),
        Field(bar.Close),
        Field(bar.VolumeQuantity),
        Field(bar.OpenInterestQuantity),
        Field(bar.FundingRate),
        Field(bar.FundingIntervalHours),
        Field(bar.LiquidatedLongNotional),
        Field(bar.LiquidatedShortNotional));

    private static string Field(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
}
